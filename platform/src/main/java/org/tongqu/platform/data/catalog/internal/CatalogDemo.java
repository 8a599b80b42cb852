package org.tongqu.platform.data.catalog.internal;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tongqu.kernel.time.WorkingCalendar;
import org.tongqu.platform.data.catalog.Compiling;
import org.tongqu.platform.data.catalog.Draft;
import org.tongqu.platform.data.catalog.Edition;
import org.tongqu.platform.data.catalog.Edition.State;
import org.tongqu.platform.data.catalog.Item;
import org.tongqu.platform.data.catalog.Item.Authority;
import org.tongqu.platform.data.catalog.Item.Mark;
import org.tongqu.platform.data.catalog.ResourceCode;
import org.tongqu.platform.operate.demo.DemoCity;
import org.tongqu.platform.operate.demo.DemoPart;
import org.tongqu.platform.operate.start.Progress;
import org.tongqu.platform.operate.store.CopyStream;
import org.tongqu.platform.trust.directory.Organisation;

/** The catalogue of the demo city: most of it published, some revised, some on its way, a little of it retired. */
@Component
class CatalogDemo implements DemoPart {

    /** Kinds of elements for which there is one source of truth. */
    private static final Set<String> CLAIMED = Set.of("person.", "organisation.", "penalty.");

    private final CopyStream copy;

    CatalogDemo(CopyStream copy) {
        this.copy = copy;
    }

    private record Made(Edition.Head head, Draft draft, List<Told> editions) {
        boolean isPublished() {
            return editions.stream().anyMatch(told -> told.state() == State.PUBLISHED);
        }
    }

    /** One edition: how it stands, since when, and by whom. */
    private record Told(int number, State state, LocalDate day, Edition.Hand compiler, String note) {}

    @Override
    public String name() {
        return "data catalogue";
    }

    @Override
    public int order() {
        return 20;
    }

    @Override
    public void load(DemoCity city, Progress progress) {
        var offices = new LinkedHashMap<String, Organisation>();
        city.organisations().forEach(office -> offices.putIfAbsent(office.kind(), office));
        var names = offices.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, office -> office.getValue().name().zh()));
        var numbers = new HashMap<String, Integer>();
        var made = new ArrayList<Made>();
        var tables = new DemoTables();
        for (var planned : tables.resources(names)) {
            var office = Objects.requireNonNull(offices.get(planned.kind()));
            var category = planned.draft().category();
            var code = new ResourceCode(category + "/" + numbers.merge(category, 1, Integer::sum));
            var head = new Edition.Head(id(code), code, office.code());
            made.add(new Made(head, planned.draft(), editions(city, head, made.size(), tables.farewell())));
        }
        writeResources(made, numbers);
        writeEditions(made);
        writeItems(made);
        writeDeliveries(city, made);
        var providers =
                made.stream().map(one -> one.head().organisation()).distinct().count();
        progress.say("  data catalogue: " + made.size() + " resources of " + providers + " departments");
    }

    private static UUID id(ResourceCode code) {
        return UUID.nameUUIDFromBytes(("resource " + code).getBytes(UTF_8));
    }

    private static List<Told> editions(DemoCity city, Edition.Head head, int index, String farewell) {
        var dice = city.random("resource " + head.code());
        var hands = city.holders(head.organisation(), Compiling.OFFICER);
        var hand = hands.isEmpty()
                ? new Edition.Hand("system", "")
                : new Edition.Hand(hands.getFirst().id(), hands.getFirst().name());
        var day = city.today().minusDays(60 + dice.nextInt(640));
        var editions = new ArrayList<Told>();
        switch (index % 29) {
            case 7 -> editions.add(new Told(1, State.DRAFT, recent(city, index, 5), hand, ""));
            case 13 -> editions.add(new Told(1, State.REVIEW, recent(city, index, 4), hand, ""));
            case 19 -> editions.add(new Told(1, State.CHECK, recent(city, index, 3), hand, ""));
            case 22 -> {
                var state = index % 2 == 0 ? State.RETIRED : State.PUBLISHED;
                editions.add(new Told(1, state, day, hand, state == State.RETIRED ? farewell : ""));
            }
            default -> {
                var revised = index % 6 == 2;
                editions.add(new Told(1, revised ? State.SUPERSEDED : State.PUBLISHED, day, hand, ""));
                if (revised) {
                    editions.add(new Told(2, State.PUBLISHED, day.plusDays(30 + dice.nextInt(28)), hand, ""));
                }
                if (index % 31 == 5) {
                    editions.add(
                            new Told(editions.size() + 1, State.values()[index % 3], recent(city, index, 6), hand, ""));
                }
            }
        }
        return editions;
    }

    private static LocalDate recent(DemoCity city, int index, int days) {
        return city.today().minusDays(1 + index % days);
    }

    private void writeResources(List<Made> made, Map<String, Integer> numbers) {
        try (var rows = copy.into("catalog.counter (category, last)")) {
            numbers.forEach((category, last) -> rows.text(category).number(last).end());
            rows.finish();
        }
        try (var rows = copy.into("catalog.resource (id, code, organisation)")) {
            made.forEach(one -> rows.text(one.head().id().toString())
                    .text(one.head().code().value())
                    .text(one.head().organisation())
                    .end());
            rows.finish();
        }
        try (var rows = copy.into("catalog.authority (element, resource)")) {
            made.stream()
                    .filter(Made::isPublished)
                    .forEach(one -> one.draft().items().stream()
                            .filter(item -> item.authority() == Authority.SOURCE)
                            .flatMap(item -> item.element().stream())
                            .filter(element -> CLAIMED.contains(element.substring(0, element.indexOf('.') + 1)))
                            .distinct()
                            .forEach(element -> rows.text(element)
                                    .text(one.head().id().toString())
                                    .end()));
            rows.finish();
        }
    }

    private void writeEditions(List<Made> made) {
        try (var rows =
                copy.into("catalog.edition (resource, number, code, organisation, state, name, summary, sharing,"
                        + " basis, sharing_condition, ways, opening, opening_condition, cycle, format, format_detail, related,"
                        + " words, compiler, compiler_name, changed_at, published_on, note)")) {
            for (var one : made) {
                for (var told : one.editions()) {
                    write(rows, one, told);
                }
            }
            rows.finish();
        }
    }

    private static void write(CopyStream.Rows rows, Made one, Told told) {
        var said = one.draft().description();
        rows.text(one.head().id().toString())
                .number(told.number())
                .text(one.head().code().value())
                .text(one.head().organisation())
                .text(told.state().code())
                .text(said.name())
                .text(said.summary())
                .text(said.sharing().type().code())
                .text(said.sharing().basis())
                .text(said.sharing().condition())
                .text("{" + String.join(",", EditionStore.codes(said.sharing().ways())) + "}")
                .text(said.opening().kind().code())
                .text(said.opening().condition())
                .text(said.cycle().code())
                .text(said.format().kind().code())
                .text(said.format().detail())
                .text("{}")
                .text(EditionStore.words(one.head().code(), one.draft()))
                .text(told.compiler().id())
                .text(told.compiler().name())
                .moment(at(told.day()))
                .day(published(told))
                .text(told.note())
                .end();
    }

    private static @Nullable LocalDate published(Told told) {
        return switch (told.state()) {
            case PUBLISHED, SUPERSEDED, RETIRED -> told.day();
            case DRAFT, REVIEW, CHECK -> null;
        };
    }

    private static Instant at(LocalDate day) {
        return day.atTime(LocalTime.of(10, 20)).atZone(WorkingCalendar.ZONE).toInstant();
    }

    private void writeDeliveries(DemoCity city, List<Made> made) {
        var demo = new DeliveryDemo();
        var now = at(city.today());
        try (var rows = copy.into("catalog.delivery (resource, at, rows, refused, sample, kept_since, warn_at, due_at,"
                + " came, late)")) {
            made.stream().filter(Made::isPublished).forEach(one -> {
                var dice = city.random("delivery " + one.head().code());
                var cycle = one.draft().description().cycle();
                var last = demo.of(cycle, one.draft().items(), now, dice);
                var came = 3 + dice.nextInt(60);
                var late = dice.nextInt(3) == 0 ? dice.nextInt(1 + came / 6) : 0;
                rows.text(one.head().id().toString())
                        .moment(last.at())
                        .number(last.rows())
                        .number(last.refused())
                        .text(DeliveryStore.written(last.sample()))
                        .moment(last.at())
                        .moment(last.warnFrom(cycle).orElse(null))
                        .moment(last.nextBy(cycle).orElse(null))
                        .number(came)
                        .number(late)
                        .end();
            });
            rows.finish();
        }
    }

    private void writeItems(List<Made> made) {
        try (var rows = copy.into("catalog.item (resource, edition, position, name, field, type, length, key, required,"
                + " sensitivity, element, authority)")) {
            for (var one : made) {
                for (var told : one.editions()) {
                    int position = 0;
                    for (var item : one.draft().items()) {
                        write(rows, one.head().id(), told.number(), ++position, item);
                    }
                }
            }
            rows.finish();
        }
    }

    private static void write(CopyStream.Rows rows, UUID resource, int edition, int position, Item item) {
        rows.text(resource.toString())
                .number(edition)
                .number(position)
                .text(item.name())
                .text(item.field())
                .text(item.type().code())
                .number(item.length())
                .truth(item.is(Mark.KEY))
                .truth(item.is(Mark.REQUIRED))
                .text(item.sensitivity().code())
                .text(item.element().orElse(null))
                .text(item.authority().code())
                .end();
    }
}
