package org.tongqu.platform.matter.supervision;

import java.time.Clock;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.tongqu.kernel.Outcome;
import org.tongqu.kernel.data.Datum;
import org.tongqu.kernel.time.Limit;
import org.tongqu.kernel.time.WorkingCalendar;
import org.tongqu.platform.matter.supervision.internal.ClockStore;
import org.tongqu.platform.matter.supervision.internal.FindingStore;
import org.tongqu.platform.matter.supervision.internal.OrderNotices;
import org.tongqu.platform.matter.supervision.internal.OrderStore;
import org.tongqu.platform.trust.access.Access;
import org.tongqu.platform.trust.directory.Directory;
import org.tongqu.platform.trust.directory.Staff;
import org.tongqu.platform.trust.identity.SignedIn;
import org.tongqu.platform.trust.journal.Entry;
import org.tongqu.platform.trust.journal.Journal;

/**
 * Supervision orders (督办). A supervisor demands, whoever leads the office answers, the supervisor accepts or returns the
 * answer; where nobody answers in time, whoever stands above has to. The case itself is never touched.
 */
@Service
public class Orders {

    public static final String SUPERVISOR = "supervisor";
    public static final String CHIEF = "desk-chief";
    public static final int MOST_DAYS = 20;

    private final Stores stores;
    private final OrderNotices notices;
    private final Access access;
    private final Directory directory;
    private final Journal journal;
    private final Clock clock;

    Orders(Stores stores, OrderNotices notices, Access access, Directory directory, Journal journal, Clock clock) {
        this.stores = stores;
        this.notices = notices;
        this.access = access;
        this.directory = directory;
        this.journal = journal;
        this.clock = clock;
    }

    /** The tables it reads and writes. */
    @Component
    record Stores(OrderStore orders, FindingStore findings, ClockStore clocks) {}

    /** What an order is issued about. */
    public sealed interface Thing {

        record Finding(String id) implements Thing {}

        record Watched(String caseId, String clock) implements Thing {}
    }

    /** @param days working days until the answer is due */
    public record Issue(Thing thing, String words, int days) {}

    private record Target(Order.About about, String organisation) {}

    @Transactional
    public Outcome<Order, OrderRefusal> issue(SignedIn.Officer who, Issue issue) {
        if (!who.has(SUPERVISOR)) {
            return Outcome.refused(new OrderRefusal.NotASupervisor());
        }
        if (issue.words().isBlank()) {
            return Outcome.refused(new OrderRefusal.WordsMissing());
        }
        if (issue.days() < 1 || issue.days() > MOST_DAYS) {
            return Outcome.refused(new OrderRefusal.DaysOutOfRange(MOST_DAYS));
        }
        return target(who, issue.thing())
                .<Outcome<Target, OrderRefusal>>map(Outcome::done)
                .orElseGet(() -> Outcome.refused(new OrderRefusal.NotThere()))
                .then(target -> issue(who, issue, target));
    }

    private Outcome<Order, OrderRefusal> issue(SignedIn.Officer who, Issue issue, Target target) {
        stores.orders().claim(target.about().caseId(), target.about().thing());
        var open =
                stores.orders().findOpen(target.about().caseId(), target.about().thing());
        if (open.isPresent()) {
            return Outcome.refused(
                    new OrderRefusal.OrderedBefore(open.get().id(), open.get().number()));
        }
        var addressee = answering(new Order.Addressee(target.organisation(), target.organisation(), 0));
        if (addressee.isEmpty()) {
            return Outcome.refused(new OrderRefusal.NobodyAnswers(target.organisation()));
        }
        var now = clock.instant();
        return term(issue.days(), now).map(term -> {
            var order = new Order(
                    UUID.randomUUID().toString(),
                    stores.orders().nextNumber(now.atZone(WorkingCalendar.ZONE).getYear()),
                    target.about(),
                    addressee.get(),
                    new Order.Demand(issue.words().strip(), issue.days(), who.staff(), who.name(), now),
                    term,
                    Order.State.ISSUED,
                    1);
            keep(order, OrderStep.Kind.ISSUED, who.doer(), order.demand().words());
            notices.tell(order, OrderStep.Kind.ISSUED, chiefs(order.to().addressed()), now);
            return order;
        });
    }

    /** What the order is about, if the supervisor sees it. */
    private Optional<Target> target(SignedIn.Officer who, Thing thing) {
        var scope = access.scope(who);
        return switch (thing) {
            case Thing.Finding(var id) ->
                uuid(id).flatMap(known -> stores.findings().find(scope, known))
                        .map(row -> new Target(
                                new Order.About(
                                        row.matter().caseId(),
                                        row.matter().receipt(),
                                        row.matter().title(),
                                        "finding:" + row.id(),
                                        row.label()),
                                row.organisation()));
            case Thing.Watched(var caseId, var name) ->
                uuid(caseId)
                        .flatMap(known -> stores.clocks().find(scope, known, name, clock.instant()))
                        .map(row -> new Target(
                                new Order.About(
                                        row.caseId(), row.receipt(), row.title(), "clock:" + row.clock(), row.label()),
                                row.organisation()));
        };
    }

    /** The answer of whoever leads the addressed organisation. */
    @Transactional
    public Outcome<Order, OrderRefusal> answer(SignedIn.Officer who, String id, String words) {
        return locked(who, id).then(order -> {
            if (!answers(who, order)) {
                return Outcome.refused(new OrderRefusal.NotTheChief(order.to().addressed()));
            }
            if (!order.state().waitsForOffice()) {
                return Outcome.refused(new OrderRefusal.NotItsTurn(order.state()));
            }
            if (words.isBlank()) {
                return Outcome.refused(new OrderRefusal.WordsMissing());
            }
            var answered = order.now(Order.State.ANSWERED);
            keep(answered, OrderStep.Kind.ANSWERED, who.doer(), words.strip());
            notices.tell(
                    answered, OrderStep.Kind.ANSWERED, List.of(order.demand().by()), clock.instant());
            return Outcome.done(answered);
        });
    }

    /** The supervisor is content: the order is closed. */
    @Transactional
    public Outcome<Order, OrderRefusal> accept(SignedIn.Officer who, String id, String words) {
        return judged(who, id).map(order -> {
            var closed = order.now(Order.State.CLOSED);
            keep(closed, OrderStep.Kind.ACCEPTED, who.doer(), words.strip());
            notices.tell(closed, OrderStep.Kind.ACCEPTED, chiefs(order.to().addressed()), clock.instant());
            return closed;
        });
    }

    /** The supervisor wants another answer, within so many working days. */
    @Transactional
    public Outcome<Order, OrderRefusal> giveBack(SignedIn.Officer who, String id, String words, int days) {
        return judged(who, id).then(order -> {
            if (words.isBlank()) {
                return Outcome.refused(new OrderRefusal.WordsMissing());
            }
            if (days < 1 || days > MOST_DAYS) {
                return Outcome.refused(new OrderRefusal.DaysOutOfRange(MOST_DAYS));
            }
            return term(days, clock.instant()).map(term -> {
                var returned = order.now(Order.State.RETURNED).until(term);
                keep(returned, OrderStep.Kind.RETURNED, who.doer(), words.strip());
                notices.tell(
                        returned, OrderStep.Kind.RETURNED, chiefs(order.to().addressed()), clock.instant());
                return returned;
            });
        });
    }

    private Outcome<Order, OrderRefusal> judged(SignedIn.Officer who, String id) {
        return locked(who, id).then(order -> {
            if (!who.has(SUPERVISOR)) {
                return Outcome.refused(new OrderRefusal.NotASupervisor());
            }
            return order.state() == Order.State.ANSWERED
                    ? Outcome.done(order)
                    : Outcome.refused(new OrderRefusal.NotItsTurn(order.state()));
        });
    }

    /** Hands one order nobody answered in time to whoever stands above; says whether there was one. */
    @Transactional
    public boolean escalateNext(Instant now) {
        var due = stores.orders().leaseDue(now);
        due.ifPresent(order -> escalate(order, now));
        return due.isPresent();
    }

    private void escalate(Order order, Instant now) {
        var above = directory
                .findOrganisation(order.to().addressed())
                .flatMap(office -> office.parent())
                .flatMap(parent -> answering(new Order.Addressee(
                        order.to().organisation(), parent, order.to().level() + 1)));
        var term = term(order.demand().days(), now);
        if (above.isPresent() && term instanceof Outcome.Done<Order.Term, OrderRefusal>(var next)) {
            var raised = order.above(above.get()).until(next);
            keep(raised, OrderStep.Kind.ESCALATED, Entry.Doer.SYSTEM, "");
            notices.tell(raised, OrderStep.Kind.ESCALATED, chiefs(raised.to().addressed()), now);
            return;
        }
        var late = new OrderStep(
                OrderStep.Kind.OVERDUE, now, Entry.Doer.SYSTEM, "", order.to().addressed(), Optional.empty());
        stores.orders().waitOn(order.id());
        stores.orders().add(order.id(), late);
        write(order, late);
        notices.tell(
                order.now(order.state()),
                OrderStep.Kind.OVERDUE,
                List.of(order.demand().by()),
                now);
    }

    /** The organisation itself, or the nearest above it, in which somebody can answer. */
    private Optional<Order.Addressee> answering(Order.Addressee wanted) {
        var code = Optional.of(wanted.addressed());
        for (int level = wanted.level(); code.isPresent(); level++) {
            if (!chiefs(code.get()).isEmpty()) {
                return Optional.of(new Order.Addressee(wanted.organisation(), code.get(), level));
            }
            code = directory.findOrganisation(code.get()).flatMap(office -> office.parent());
        }
        return Optional.empty();
    }

    private List<String> chiefs(String organisation) {
        return directory.holders(organisation, CHIEF).stream().map(Staff::id).toList();
    }

    @Transactional(readOnly = true)
    public OrderPage page(SignedIn.Officer who, Optional<Order.State> state, Optional<String> after) {
        return stores.orders().page(access.scope(who), state, after);
    }

    @Transactional(readOnly = true)
    public Optional<OrderFile> find(SignedIn.Officer who, String id) {
        return uuid(id).flatMap(stores.orders()::find)
                .filter(order -> sees(who, order))
                .map(order -> new OrderFile(order, stores.orders().steps(order.id()), may(who, order)));
    }

    private Set<OrderFile.May> may(SignedIn.Officer who, Order order) {
        var may = EnumSet.noneOf(OrderFile.May.class);
        if (order.state().waitsForOffice() && answers(who, order)) {
            may.add(OrderFile.May.ANSWER);
        }
        if (order.state() == Order.State.ANSWERED && who.has(SUPERVISOR)) {
            may.add(OrderFile.May.JUDGE);
        }
        return may;
    }

    private boolean answers(SignedIn.Officer who, Order order) {
        return access.mayAct(who, order.to().addressed(), Set.of(CHIEF)) instanceof Outcome.Done;
    }

    private boolean sees(SignedIn.Officer who, Order order) {
        var scope = access.scope(who);
        return scope.sees(order.to().organisation()) || scope.sees(order.to().addressed());
    }

    private Outcome<Order, OrderRefusal> locked(SignedIn.Officer who, String id) {
        return uuid(id).flatMap(stores.orders()::lock)
                .filter(order -> sees(who, order))
                .<Outcome<Order, OrderRefusal>>map(Outcome::done)
                .orElseGet(() -> Outcome.refused(new OrderRefusal.NotThere()));
    }

    private Outcome<Order.Term, OrderRefusal> term(int days, Instant now) {
        var calendar = directory.calendar();
        return Limit.workingDays(days)
                .dueAfter(now, calendar)
                .map(due -> new Order.Term(
                        due,
                        calendar.editionBetween(
                                now.atZone(WorkingCalendar.ZONE).toLocalDate(),
                                due.minusNanos(1).atZone(WorkingCalendar.ZONE).toLocalDate())))
                .mapRefusal(unknown -> new OrderRefusal.CalendarUnknown(unknown.year()));
    }

    private void keep(Order order, OrderStep.Kind kind, Entry.Doer by, String words) {
        var waits = order.state().waitsForOffice();
        var step = new OrderStep(
                kind,
                clock.instant(),
                by,
                words,
                order.to().addressed(),
                waits ? Optional.of(order.term().dueAt()) : Optional.empty());
        stores.orders().put(order);
        stores.orders().add(order.id(), step);
        write(order, step);
    }

    /** In the journal of the case, so that its evidence shows the orders too. */
    private void write(Order order, OrderStep step) {
        var entry = Entry.of(
                        step.at(),
                        step.by(),
                        verb(step.kind()),
                        new Entry.Subject("case", order.about().receipt()))
                .with(Datum.empty()
                        .with("order", Datum.of(order.number()))
                        .with("about", Datum.of(order.about().thing()))
                        .with("addressed", Datum.of(step.addressed())));
        journal.append(step.words().isEmpty() ? entry : entry.because(step.words()));
    }

    private static String verb(OrderStep.Kind kind) {
        return switch (kind) {
            case ISSUED -> "supervision.order-issue";
            case ANSWERED -> "supervision.order-answer";
            case RETURNED -> "supervision.order-return";
            case ACCEPTED -> "supervision.order-accept";
            case ESCALATED -> "supervision.order-escalate";
            case OVERDUE -> "supervision.order-overdue";
        };
    }

    private static Optional<UUID> uuid(String id) {
        try {
            return Optional.of(UUID.fromString(id));
        } catch (IllegalArgumentException notAnId) {
            return Optional.empty();
        }
    }
}
