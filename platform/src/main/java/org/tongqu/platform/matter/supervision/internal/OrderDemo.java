package org.tongqu.platform.matter.supervision.internal;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.tongqu.design.Language;
import org.tongqu.design.TextsBundle;
import org.tongqu.engines.supervision.Level;
import org.tongqu.kernel.time.Limit;
import org.tongqu.kernel.time.WorkingCalendar;
import org.tongqu.platform.matter.supervision.FindingFilter;
import org.tongqu.platform.matter.supervision.FindingRow;
import org.tongqu.platform.matter.supervision.Order;
import org.tongqu.platform.matter.supervision.OrderStep;
import org.tongqu.platform.matter.supervision.Orders;
import org.tongqu.platform.operate.demo.DemoCity;
import org.tongqu.platform.operate.demo.DemoPart;
import org.tongqu.platform.operate.start.Progress;
import org.tongqu.platform.trust.access.Access;
import org.tongqu.platform.trust.directory.Directory;
import org.tongqu.platform.trust.directory.Staff;
import org.tongqu.platform.trust.journal.Entry;

/** The orders supervisors of the demo city issued in its last weeks, about what the rules found, in every state. */
@Component
class OrderDemo implements DemoPart {

    private static final int ORDERS = 14;
    private static final int WEEKS = 4;
    private static final int DAYS = 3;

    private final OrderStore orders;
    private final FindingStore findings;
    private final Access access;
    private final Directory directory;
    private final TextsBundle texts;

    OrderDemo(OrderStore orders, FindingStore findings, Access access, Directory directory, TextsBundle texts) {
        this.orders = orders;
        this.findings = findings;
        this.access = access;
        this.directory = directory;
        this.texts = texts;
    }

    @Override
    public String name() {
        return "supervision orders";
    }

    @Override
    public int order() {
        return 110;
    }

    /** Who says what. */
    private record People(Entry.Doer supervisor, Entry.Doer chief) {}

    @Override
    public void load(DemoCity city, Progress progress) {
        var supervisor = city.staff().stream()
                .filter(person -> person.roles().contains(Orders.SUPERVISOR))
                .findFirst();
        if (supervisor.isEmpty()) {
            return;
        }
        int number = 0;
        for (var finding : red(city.today())) {
            var chief =
                    city.holders(finding.organisation(), Orders.CHIEF).stream().findFirst();
            if (chief.isPresent() && number < ORDERS) {
                write(city.today(), finding, new People(doer(supervisor.get()), doer(chief.get())), number++);
            }
        }
    }

    private static Entry.Doer doer(Staff person) {
        return new Entry.Doer(person.id(), person.name());
    }

    /** The latest, one of each case. */
    private List<FindingRow> red(LocalDate today) {
        var filter = FindingFilter.between(today.minusWeeks(WEEKS), today).with(Level.RED);
        Set<String> seen = new HashSet<>();
        return findings.page(access.publicScope(), filter, Optional.empty()).rows().stream()
                .filter(row -> seen.add(row.matter().caseId()))
                .toList();
    }

    private void write(LocalDate today, FindingRow finding, People people, int number) {
        var last = today.minusDays(1).atTime(16, 0).atZone(WorkingCalendar.ZONE).toInstant();
        var issuedAt = earlier(finding.foundAt().plus(Duration.ofHours(3)), last);
        var calendar = directory.calendar();
        var due = Limit.workingDays(DAYS).dueAfter(issuedAt, calendar).fold(at -> at, unknown -> Instant.MAX);
        if (due.equals(Instant.MAX)) {
            return;
        }
        var state = due.isBefore(last) ? Order.State.CLOSED : states(number);
        var order = new Order(
                UUID.nameUUIDFromBytes(("order " + finding.id()).getBytes(StandardCharsets.UTF_8))
                        .toString(),
                orders.nextNumber(issuedAt.atZone(WorkingCalendar.ZONE).getYear()),
                new Order.About(
                        finding.matter().caseId(),
                        finding.matter().receipt(),
                        finding.matter().title(),
                        "finding:" + finding.id(),
                        finding.label()),
                new Order.Addressee(finding.organisation(), finding.organisation(), 0),
                new Order.Demand(
                        say("demand"),
                        DAYS,
                        people.supervisor().id(),
                        people.supervisor().name(),
                        issuedAt),
                new Order.Term(
                        due,
                        calendar.editionBetween(
                                issuedAt.atZone(WorkingCalendar.ZONE).toLocalDate(),
                                due.minusNanos(1).atZone(WorkingCalendar.ZONE).toLocalDate())),
                state,
                1);
        orders.put(order);
        steps(order, people, last);
    }

    private static Order.State states(int number) {
        return List.of(Order.State.ISSUED, Order.State.ANSWERED, Order.State.RETURNED)
                .get(number % 3);
    }

    private void steps(Order order, People people, Instant last) {
        var at = order.demand().at();
        var due = Optional.of(order.term().dueAt());
        add(
                order,
                OrderStep.Kind.ISSUED,
                at,
                people.supervisor(),
                order.demand().words(),
                due);
        if (order.state() == Order.State.ISSUED) {
            return;
        }
        add(
                order,
                OrderStep.Kind.ANSWERED,
                earlier(at.plus(Duration.ofHours(4)), last),
                people.chief(),
                say("answer"),
                Optional.empty());
        if (order.state() == Order.State.RETURNED) {
            add(
                    order,
                    OrderStep.Kind.RETURNED,
                    earlier(at.plus(Duration.ofHours(5)), last),
                    people.supervisor(),
                    say("return"),
                    due);
        }
        if (order.state() == Order.State.CLOSED) {
            add(
                    order,
                    OrderStep.Kind.ACCEPTED,
                    earlier(at.plus(Duration.ofHours(6)), last),
                    people.supervisor(),
                    say("accept"),
                    Optional.empty());
        }
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    private void add(Order order, OrderStep.Kind kind, Instant at, Entry.Doer by, String words, Optional<Instant> due) {
        orders.add(order.id(), new OrderStep(kind, at, by, words, order.to().addressed(), due));
    }

    private String say(String key) {
        return texts.in(Language.ZH).say("supervision.order.demo." + key);
    }
}
