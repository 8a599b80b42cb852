package org.tongqu.platform.data.use.internal;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.tongqu.kernel.time.WorkingCalendar;
import org.tongqu.platform.data.agreements.Agreement;
import org.tongqu.platform.data.agreements.Agreements;
import org.tongqu.platform.data.catalog.ResourceCode;
import org.tongqu.platform.data.golden.Concerned;
import org.tongqu.platform.data.golden.Concerned.Kind;
import org.tongqu.platform.data.use.Offer;
import org.tongqu.platform.data.use.Offers;
import org.tongqu.platform.data.use.Trace;
import org.tongqu.platform.data.use.Use;
import org.tongqu.platform.operate.demo.DemoCity;
import org.tongqu.platform.operate.demo.DemoPart;
import org.tongqu.platform.operate.demo.DemoTable;
import org.tongqu.platform.operate.start.Progress;

/** Which resources of the demo city are read from registers, and who looked at the data of those who can sign in. */
@Component
class UseDemo implements DemoPart {

    private final OfferStore offers;
    private final Agreements agreements;
    private final TraceRows traces;

    UseDemo(OfferStore offers, Agreements agreements, TraceRows traces) {
        this.offers = offers;
        this.agreements = agreements;
        this.traces = traces;
    }

    @Override
    public String name() {
        return "use of registers";
    }

    @Override
    public int order() {
        return 29;
    }

    @Override
    public void load(DemoCity city, Progress progress) {
        var day = at(city.today().minusDays(60));
        Map<ResourceCode, Offer> said = new HashMap<>();
        for (var row : DemoTable.rows(Offers.class, "demo-offers.csv")) {
            var offer = new Offer(new ResourceCode(row.get(0)), row.get(1), pairs(row.get(2)));
            offers.put(offer, "demo", day);
            said.put(offer.resource(), offer);
        }
        var looks = DemoTable.rows(Offers.class, "demo-uses.csv").stream()
                .flatMap(row -> look(city, said, row).stream())
                .sorted(Comparator.comparing(Look::at))
                .toList();
        looks.forEach(look -> keep(city, look));
        progress.say("  use of registers: " + looks.size() + " looks at each of " + city.citizens() + " citizens");
    }

    private static Map<String, String> pairs(String words) {
        return Stream.of(words.split(" "))
                .map(pair -> pair.split("="))
                .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1]));
    }

    private static Instant at(LocalDate day) {
        return day.atTime(LocalTime.of(10, 20)).atZone(WorkingCalendar.ZONE).toInstant();
    }

    /** A row of the table. */
    private record Look(
            Agreement agreement, String register, Use.Kind kind, String fields, Instant at, String system) {}

    /** Under the consumer's agreement about it that is in force; nothing when there is none. */
    private Optional<Look> look(DemoCity city, Map<ResourceCode, Offer> said, List<String> row) {
        var resource = new ResourceCode(row.get(0));
        var consumer = city.organisationsOf(row.get(1)).getFirst().code();
        return agreements.under(resource, city.today()).stream()
                .filter(agreement -> agreement.parties().consumer().equals(consumer))
                .findFirst()
                .map(agreement -> new Look(
                        agreement,
                        Objects.requireNonNull(said.get(resource)).register(),
                        Use.Kind.valueOf(row.get(2).toUpperCase(Locale.ROOT)),
                        row.get(3),
                        at(city.today().minusDays(Integer.parseInt(row.get(4)))),
                        row.get(5)));
    }

    /** The same look at all who can sign in, in one statement. */
    private void keep(DemoCity city, Look look) {
        var used = new TraceRows.Used(
                look.at(),
                look.kind(),
                look.register(),
                List.of(look.fields().split(" ")),
                new Trace.By(
                        look.agreement().parties().consumer(),
                        TraceRows.named(look.system()),
                        UUID.nameUUIDFromBytes(look.toString().getBytes(UTF_8)).toString()),
                new Trace.Under(
                        look.agreement().id(),
                        look.agreement().terms().purpose().code(),
                        ""));
        traces.write(IntStream.range(0, city.citizens())
                .mapToObj(number -> new Concerned(
                        Kind.PERSON, city.residents().applicant(number).number().value()))
                .map(person -> traces.of(person, used))
                .toList());
    }
}
