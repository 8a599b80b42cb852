package org.tongqu.platform.data.agreements.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tongqu.kernel.time.WorkingCalendar;
import org.tongqu.platform.data.agreements.Agreement;
import org.tongqu.platform.data.agreements.Agreement.Granted;
import org.tongqu.platform.data.agreements.Agreement.Kept;
import org.tongqu.platform.data.agreements.Agreements;
import org.tongqu.platform.data.agreements.Deed;
import org.tongqu.platform.data.agreements.Masking;
import org.tongqu.platform.data.agreements.Purpose;
import org.tongqu.platform.data.catalog.Catalog;
import org.tongqu.platform.data.catalog.Coded;
import org.tongqu.platform.data.catalog.Compiling;
import org.tongqu.platform.data.catalog.Description.SharingType;
import org.tongqu.platform.data.catalog.Edition;
import org.tongqu.platform.data.catalog.Item;
import org.tongqu.platform.data.catalog.Item.Sensitivity;
import org.tongqu.platform.data.catalog.ResourceCode;
import org.tongqu.platform.operate.demo.DemoCity;
import org.tongqu.platform.operate.demo.DemoPart;
import org.tongqu.platform.operate.demo.DemoTable;
import org.tongqu.platform.operate.start.Progress;
import org.tongqu.platform.trust.directory.Organisation;
import org.tongqu.platform.trust.directory.Staff;

/** Agreements between the departments of the demo city, in every state there is. */
@Component
class AgreementDemo implements DemoPart {

    private static final int ITEMS = 6;

    private final AgreementStore store;
    private final Deadlines deadlines;
    private final Catalog catalog;
    private final JdbcClient jdbc;

    AgreementDemo(AgreementStore store, Deadlines deadlines, Catalog catalog, JdbcClient jdbc) {
        this.store = store;
        this.deadlines = deadlines;
        this.catalog = catalog;
        this.jdbc = jdbc;
    }

    /** A row of the table. @param state as in the table, {@code expired} and {@code renewing} too */
    private record Planned(
            String consumer,
            Edition resource,
            Purpose purpose,
            String state,
            LocalDate day,
            String use,
            String basis,
            List<String> also) {}

    @Override
    public String name() {
        return "sharing agreements";
    }

    @Override
    public int order() {
        return 25;
    }

    @Override
    public void load(DemoCity city, Progress progress) {
        var offices = new HashMap<String, Organisation>();
        city.organisations().forEach(office -> offices.putIfAbsent(office.kind(), office));
        var reasons = DemoTable.rows(Agreements.class, "demo-reasons.csv").stream()
                .collect(Collectors.toMap(List::getFirst, List::getLast));
        var planned = DemoTable.rows(Agreements.class, "demo-agreements.csv").stream()
                .map(row -> planned(city, offices, row))
                .sorted((one, other) -> one.day().compareTo(other.day()))
                .toList();
        var numbers = new HashMap<Integer, Integer>();
        for (var plan : planned) {
            var year = plan.day().getYear();
            var id = AgreementStore.id(year, numbers.merge(year, 1, Integer::sum));
            new Story(city, plan, reasons).write(id);
        }
        numbers.forEach((year, last) -> jdbc.sql("INSERT INTO agreements.counter (year, last) VALUES (?, ?)")
                .params(year, last)
                .update());
        progress.say("  sharing agreements: " + planned.size());
    }

    private Planned planned(DemoCity city, Map<String, Organisation> offices, List<String> row) {
        return new Planned(
                Objects.requireNonNull(offices.get(row.get(0)), row.get(0)).code(),
                catalog.findPublished(new ResourceCode(row.get(1))).orElseThrow(),
                Coded.of(Purpose.class, row.get(2)),
                row.get(3),
                city.today().minusDays(Integer.parseInt(row.get(4))),
                row.get(5),
                row.get(6),
                row.size() > 7 ? List.of(row.get(7).split(" ")) : List.of());
    }

    /** How one agreement came to be where it is. */
    private final class Story {
        private final DemoCity city;
        private final Planned plan;
        private final Map<String, String> reasons;

        Story(DemoCity city, Planned plan, Map<String, String> reasons) {
            this.city = city;
            this.plan = plan;
            this.reasons = reasons;
        }

        void write(String id) {
            var asker = hand(plan.consumer());
            var first = new Agreement(
                    id,
                    new Agreement.Subject(
                            plan.resource().code(),
                            plan.resource().description().name(),
                            plan.resource().number()),
                    new Agreement.Parties(plan.consumer(), provider()),
                    Kept.REQUESTED,
                    terms(),
                    items(),
                    Optional.empty(),
                    Agreement.Hearing.NOT_YET,
                    Optional.empty(),
                    new Agreement.Asked(asker.id(), asker.name(), at(0)),
                    1);
            store.insert(first);
            tell(id, "request", 0, plan.consumer());
            var last = deeds(id);
            var kept = Changing.of(first).in(state());
            var renewed = plan.state().equals("renewing")
                    ? Changing.of(kept).renewing(Optional.of(kept.terms().ends().plusYears(1)))
                    : kept;
            store.update(Changing.of(renewed).dueOn(deadlines.of(renewed, at(last))));
        }

        private String provider() {
            return plan.resource().resource().organisation();
        }

        private Agreement.Terms terms() {
            var starts = plan.day().plusDays(1);
            var ends = switch (plan.state()) {
                case "expired" -> starts.plusYears(1);
                case "renewing" -> city.today().plusDays(26);
                default -> starts.plusYears(2);
            };
            return new Agreement.Terms(
                    plan.purpose(),
                    plan.use(),
                    plan.basis(),
                    plan.resource().description().cycle(),
                    plan.purpose() == Purpose.APPROVAL ? OptionalLong.of(10_000) : OptionalLong.empty(),
                    starts,
                    ends);
        }

        private List<Granted> items() {
            var all = plan.resource().items();
            return all.stream()
                    .filter(item -> all.indexOf(item) < ITEMS || plan.also().contains(item.field()))
                    .map(item -> new Granted(item.field(), item.name(), masking(item)))
                    .toList();
        }

        /** Whoever counts people need not know who they are. */
        private Masking masking(Item item) {
            if (plan.also().contains(item.field())) {
                return Masking.PLAIN;
            }
            var names = item.element()
                    .filter(element -> element.startsWith("person."))
                    .isPresent();
            return names && plan.purpose() == Purpose.STATISTICS
                    ? Masking.HASHED
                    : item.sensitivity() == Sensitivity.SENSITIVE ? Masking.MASKED : Masking.PLAIN;
        }

        private Kept state() {
            return switch (plan.state()) {
                case "expired", "renewing" -> Kept.ACTIVE;
                default -> Coded.of(Kept.class, plan.state());
            };
        }

        /** Tells the deeds after the request. @return after how many days the last was done */
        private int deeds(String id) {
            return switch (plan.state()) {
                case "requested" -> 0;
                case "withdrawn" -> tell(id, "withdraw", 2, plan.consumer());
                case "refused" -> tell(id, "refuse", 6, provider());
                case "disputed" -> {
                    tell(id, "refuse", 6, provider());
                    yield tell(id, "dispute", age() - 5, plan.consumer());
                }
                case "checking" -> tell(id, "agree", age() - 1, provider());
                default -> afterConfirmed(id);
            };
        }

        private int afterConfirmed(String id) {
            var sharing = plan.resource().description().sharing().type();
            if (sharing == SharingType.UNCONDITIONAL) {
                tell(id, "grant-at-once", 0, plan.consumer());
            } else {
                tell(id, "agree", 4, provider());
                tell(id, "confirm", 5, authority());
            }
            return switch (plan.state()) {
                case "suspended" -> tell(id, "suspend", age() - 12, provider());
                case "revoked" -> tell(id, "revoke", age() - 40, plan.consumer());
                case "renewing" -> tell(id, "renew", age() - 3, plan.consumer());
                default -> 5;
            };
        }

        private int age() {
            return (int) (city.today().toEpochDay() - plan.day().toEpochDay());
        }

        private int tell(String id, String deed, int after, String organisation) {
            var who = organisation.equals(authority()) ? holder(organisation, Compiling.AUTHORITY) : hand(organisation);
            store.tell(
                    id, new Deed(deed, at(after), who.id(), who.name(), organisation, reasons.getOrDefault(deed, "")));
            return after;
        }

        private Instant at(int after) {
            return plan.day()
                    .plusDays(after)
                    .atTime(LocalTime.of(9, 40))
                    .atZone(WorkingCalendar.ZONE)
                    .toInstant();
        }

        private Staff hand(String organisation) {
            return holder(organisation, Compiling.OFFICER);
        }

        private Staff holder(String organisation, String role) {
            return city.holders(organisation, role).getFirst();
        }

        private String authority() {
            return city.staff().stream()
                    .filter(person -> person.roles().contains(Compiling.AUTHORITY))
                    .findFirst()
                    .orElseThrow()
                    .organisation();
        }
    }
}
