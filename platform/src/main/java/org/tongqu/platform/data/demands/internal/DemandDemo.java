package org.tongqu.platform.data.demands.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tongqu.kernel.time.WorkingCalendar;
import org.tongqu.platform.data.catalog.Catalog;
import org.tongqu.platform.data.catalog.Coded;
import org.tongqu.platform.data.catalog.Compiling;
import org.tongqu.platform.data.catalog.Description.Cycle;
import org.tongqu.platform.data.catalog.ResourceCode;
import org.tongqu.platform.data.demands.Demand;
import org.tongqu.platform.data.demands.Demand.State;
import org.tongqu.platform.data.demands.DemandDeed;
import org.tongqu.platform.data.demands.Demands;
import org.tongqu.platform.operate.demo.DemoCity;
import org.tongqu.platform.operate.demo.DemoPart;
import org.tongqu.platform.operate.demo.DemoTable;
import org.tongqu.platform.operate.start.Progress;
import org.tongqu.platform.trust.directory.Organisation;
import org.tongqu.platform.trust.directory.Staff;

/** What the departments of the demo city miss, in every state there is. */
@Component
class DemandDemo implements DemoPart {

    private final DemandStore store;
    private final DemandDeeds deeds;
    private final Catalog catalog;
    private final JdbcClient jdbc;

    DemandDemo(DemandStore store, DemandDeeds deeds, Catalog catalog, JdbcClient jdbc) {
        this.store = store;
        this.deeds = deeds;
        this.catalog = catalog;
        this.jdbc = jdbc;
    }

    /** A row of the table. */
    private record Planned(
            String consumer,
            State state,
            Optional<String> assigned,
            LocalDate day,
            Optional<ResourceCode> resource,
            Demand.Wanted wanted,
            String why) {}

    @Override
    public String name() {
        return "data demands";
    }

    @Override
    public int order() {
        return 26;
    }

    @Override
    public void load(DemoCity city, Progress progress) {
        var offices = new HashMap<String, Organisation>();
        city.organisations().forEach(office -> offices.putIfAbsent(office.kind(), office));
        var planned = DemoTable.rows(Demands.class, "demo-demands.csv").stream()
                .map(row -> planned(city, offices, row))
                .sorted(Comparator.comparing(Planned::day))
                .toList();
        var authority = city.staff().stream()
                .filter(person -> person.roles().contains(Compiling.AUTHORITY))
                .findFirst()
                .orElseThrow();
        var numbers = new HashMap<Integer, Integer>();
        for (var plan : planned) {
            var year = plan.day().getYear();
            write(city, plan, DemandStore.id(year, numbers.merge(year, 1, Integer::sum)), authority);
        }
        numbers.forEach((year, last) -> jdbc.sql("INSERT INTO demands.counter (year, last) VALUES (?, ?)")
                .params(year, last)
                .update());
        progress.say("  data demands: " + planned.size());
    }

    private Planned planned(DemoCity city, Map<String, Organisation> offices, List<String> row) {
        var resource = Optional.of(row.get(5)).filter(code -> !code.isEmpty()).map(ResourceCode::new);
        var assigned = resource.map(code ->
                        catalog.findPublished(code).orElseThrow().resource().organisation())
                .or(() ->
                        Optional.of(row.get(2)).filter(kind -> !kind.isEmpty()).map(kind -> code(offices, kind)));
        return new Planned(
                code(offices, row.get(0)),
                Coded.of(State.class, row.get(1)),
                assigned,
                city.today().minusDays(Integer.parseInt(row.get(3))),
                resource,
                new Demand.Wanted(row.get(6), row.get(8), row.get(9), row.get(7), Coded.of(Cycle.class, row.get(4))),
                row.get(10));
    }

    private static String code(Map<String, Organisation> offices, String kind) {
        return Objects.requireNonNull(offices.get(kind), kind).code();
    }

    private void write(DemoCity city, Planned plan, String id, Staff authority) {
        var asker = holder(city, plan.consumer());
        var story = new ArrayList<DemandDeed>();
        story.add(deed("ask", plan, 0, asker, "", ""));
        plan.assigned().ifPresent(office -> story.add(deed("assign", plan, 1, authority, office, "")));
        last(city, plan, asker, authority).ifPresent(story::add);
        var due = deeds.dueOn(plan.state(), story.getLast().at());
        store.insert(new Demand(
                id,
                new Demand.Asked(plan.consumer(), asker.id(), asker.name(), at(plan, 0)),
                plan.wanted(),
                plan.state(),
                plan.assigned(),
                due,
                plan.resource(),
                story.size()));
        story.forEach(deed -> store.tell(id, deed));
    }

    private static Optional<DemandDeed> last(DemoCity city, Planned plan, Staff asker, Staff authority) {
        var resource = plan.resource().map(ResourceCode::value).orElse("");
        return switch (plan.state()) {
            case ASKED, ASSIGNED -> Optional.empty();
            case ANSWERED -> Optional.of(deed("answer", plan, 7, answering(city, plan), resource, ""));
            case NOT_HELD -> Optional.of(deed("have-not", plan, 5, answering(city, plan), "", plan.why()));
            case NOT_SHAREABLE -> Optional.of(deed("keep-back", plan, 8, answering(city, plan), "", plan.why()));
            case UNMET -> Optional.of(deed("give-up", plan, 3, authority, "", plan.why()));
            case WITHDRAWN -> Optional.of(deed("withdraw", plan, 2, asker, "", ""));
        };
    }

    private static Staff answering(DemoCity city, Planned plan) {
        return holder(city, plan.assigned().orElseThrow());
    }

    private static Staff holder(DemoCity city, String organisation) {
        return city.holders(organisation, Compiling.OFFICER).getFirst();
    }

    private static DemandDeed deed(String deed, Planned plan, int after, Staff who, String about, String why) {
        return new DemandDeed(
                deed, at(plan, after), new DemandDeed.Hand(who.id(), who.name()), who.organisation(), about, why);
    }

    private static Instant at(Planned plan, int after) {
        return plan.day()
                .plusDays(after)
                .atTime(LocalTime.of(9, 5))
                .atZone(WorkingCalendar.ZONE)
                .toInstant();
    }
}
