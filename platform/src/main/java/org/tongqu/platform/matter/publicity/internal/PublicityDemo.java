package org.tongqu.platform.matter.publicity.internal;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.tongqu.design.Language;
import org.tongqu.design.TextsBundle;
import org.tongqu.kernel.time.WorkingCalendar;
import org.tongqu.platform.matter.publicity.Penalty;
import org.tongqu.platform.matter.publicity.Penalty.Standing;
import org.tongqu.platform.matter.publicity.PublicityTerms;
import org.tongqu.platform.matter.supervision.Duties;
import org.tongqu.platform.matter.supervision.Orders;
import org.tongqu.platform.operate.demo.DemoAccount;
import org.tongqu.platform.operate.demo.DemoCity;
import org.tongqu.platform.operate.demo.DemoPart;
import org.tongqu.platform.operate.demo.DemoTable;
import org.tongqu.platform.operate.start.Progress;
import org.tongqu.platform.trust.directory.Organisation;
import org.tongqu.platform.trust.directory.Staff;

/** Penalty decisions of two years; one office has two to publish still, of which one is soon too late and one is too late. */
@Component
class PublicityDemo implements DemoPart {

    private static final int EACH = 8;
    private static final int APART = 79;

    /** How many decisions one office has still to publish. */
    private static final int OWED = 2;

    /** How many days ago was decided what is nearly late and what is late. */
    private static final int NEARLY_LATE = 7;

    private static final int LATE = 17;
    private static final int WITHDRAWN = 5;
    private static final int FIRMS_APART = 137;

    private final PenaltyStore store;
    private final PenaltyDeeds deeds;
    private final PublicityTerms terms;
    private final Duties duties;
    private final TextsBundle texts;
    private final OpenPenalties open;
    private final Clock clock;

    PublicityDemo(
            PenaltyStore store,
            PenaltyDeeds deeds,
            PublicityTerms terms,
            Duties duties,
            TextsBundle texts,
            OpenPenalties open,
            Clock clock) {
        this.open = open;
        this.clock = clock;
        this.store = store;
        this.deeds = deeds;
        this.terms = terms;
        this.duties = duties;
        this.texts = texts;
    }

    @Override
    public String name() {
        return "publicity";
    }

    @Override
    public int order() {
        return 106;
    }

    @Override
    public void load(DemoCity city, Progress progress) {
        var kinds = DemoTable.rows(PublicityDemo.class, "penalties.csv");
        var shown = shown(city);
        var offices = shown.map(office -> city.organisationsOf(office.kind())).orElse(List.of());
        var penalties = new ArrayList<Penalty>();
        for (int at = 0; at < offices.size(); at++) {
            boolean owes = shown.equals(Optional.of(offices.get(at)));
            for (int number = owes ? 0 : OWED; number < EACH; number++) {
                var decided =
                        decided(city, offices.get(at), kinds.get((at + number) % kinds.size()), at * EACH + number);
                penalties.add(penalty(offices.get(at), decided, number));
            }
        }
        store.add(penalties);
        open.moved(clock.instant());
        duties.begin(penalties.stream()
                .filter(penalty -> penalty.standing().equals(Standing.REGISTERED))
                .flatMap(penalty -> PenaltyDeeds.duty(penalty).stream())
                .toList());
        progress.say("  penalty decisions: " + penalties.size());
    }

    /** The office of somebody whose password is known and who may publish for it. */
    private static Optional<Organisation> shown(DemoCity city) {
        var known = city.accounts().stream().map(DemoAccount::actor).toList();
        return city.staff().stream()
                .filter(person -> known.contains(person.id()) && person.roles().contains(Orders.CHIEF))
                .map(Staff::organisation)
                .flatMap(code -> city.organisations().stream()
                        .filter(office -> office.code().equals(code)))
                .findFirst();
    }

    private Penalty.Decided decided(DemoCity city, Organisation office, List<String> kind, int index) {
        var firm = city.firms().at(index * FIRMS_APART % city.firms().count());
        int number = index % EACH;
        var on = city.today()
                .minusDays(
                        switch (number) {
                            case 0 -> NEARLY_LATE;
                            case 1 -> LATE;
                            default -> (long) (number - 1) * APART - index * 7 % APART / 2;
                        });
        return new Penalty.Decided(
                say("number", office.name().zh(), String.valueOf(on.getYear()), String.valueOf(index + 1)),
                on,
                new Penalty.Subject(
                        Penalty.Subject.Kind.ORGANISATION,
                        firm.name(),
                        firm.code().value(),
                        firm.representative().name().masked()),
                new Penalty.Deed(kind.get(0), kind.get(1), kind.get(2)),
                new Penalty.Ruling(
                        Stream.of(kind.get(3).split(" ", -1))
                                .map(Penalty.Sort::valueOf)
                                .collect(Collectors.toSet()),
                        kind.get(4),
                        amount(kind.get(5)),
                        amount(kind.get(6)),
                        Penalty.Severity.valueOf(kind.get(7))));
    }

    private static Optional<BigDecimal> amount(String text) {
        return text.isEmpty() ? Optional.empty() : Optional.of(new BigDecimal(text));
    }

    private Penalty penalty(Organisation office, Penalty.Decided decided, int number) {
        var published = number < OWED
                ? Optional.<Instant>empty()
                : Optional.of(at(decided.on().plusDays(3)));
        var withdrawn = number == WITHDRAWN
                ? Optional.of(
                        new Penalty.Withdrawn(at(decided.on().plusDays(30)), say("withdrawn"), Penalty.How.ANNULLED))
                : Optional.<Penalty.Withdrawn>empty();
        return new Penalty(
                UUID.nameUUIDFromBytes(("penalty " + decided.number()).getBytes(StandardCharsets.UTF_8))
                        .toString(),
                decided,
                office.code(),
                office.division().toString(),
                new Penalty.Term(
                        at(decided.on().plusDays(1)),
                        deeds.due(at(decided.on())),
                        terms.until(decided.on(), decided.ruling().severity())),
                new Standing(published, withdrawn));
    }

    private static Instant at(LocalDate day) {
        return day.atTime(LocalTime.NOON).atZone(WorkingCalendar.ZONE).toInstant();
    }

    private String say(String key, Object... args) {
        return texts.in(Language.ZH).say("publicity.demo." + key, args);
    }
}
