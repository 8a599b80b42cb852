package org.tongqu.platform.matter.supervision;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.tongqu.kernel.Outcome;
import org.tongqu.kernel.time.WorkingCalendar;
import org.tongqu.platform.matter._support.Together;
import org.tongqu.platform.matter._support.Town;
import org.tongqu.platform.matter.casework.Casework;
import org.tongqu.platform.matter.notices.GivenNotice;
import org.tongqu.platform.matter.notices.NoticeBox;
import org.tongqu.platform.matter.supervision.internal.Lookout;
import org.tongqu.platform.trust.directory.Directory;
import org.tongqu.platform.trust.directory.Organisation;
import org.tongqu.platform.trust.identity.SignedIn;
import org.tongqu.platform.trust.journal.Entry;
import org.tongqu.platform.trust.journal.Journal;

/** FEATURE: a supervisor orders, the chief of the office answers, the supervisor judges; silence goes one step up. */
class OrdersTest {

    private final Town town = Town.fresh();
    private final Orders orders = town.bean(Orders.class);
    private final SignedIn.Officer supervisor = town.officer("supervisor", Set.of(Orders.SUPERVISOR));
    private final SignedIn.Officer chief = town.officer("chief", Set.of(Orders.CHIEF));
    private final SignedIn.Officer acceptor =
            town.officer(town.pack().roles().getFirst().code());

    /** Something done so quickly that a rule finds it. */
    private Orders.Thing finding() {
        var caseId = town.submitted(town.citizen()).caseId();
        var task = town.bean(Casework.class)
                .findStory(acceptor, caseId)
                .orElseThrow()
                .tasks()
                .getFirst();
        town.complete(acceptor, caseId, task.outcomes().getFirst().code(), "");
        var today = LocalDate.now(town.bean(Clock.class));
        return town
                .bean(Findings.class)
                .page(acceptor, FindingFilter.between(today, today.plusDays(2)).by("abnormal-speed"), Optional.empty())
                .rows()
                .stream()
                .filter(row -> row.matter().caseId().equals(caseId))
                .map(row -> new Orders.Thing.Finding(row.id()))
                .findFirst()
                .orElseThrow();
    }

    private Order issued() {
        return orders.issue(supervisor, new Orders.Issue(finding(), "说明原因", 2)).orElseThrow();
    }

    private OrderFile file(SignedIn.Officer who, Order order) {
        return orders.find(who, order.id()).orElseThrow();
    }

    private List<String> told(SignedIn.Officer who, Order order) {
        return town.bean(NoticeBox.class).page(who, Optional.empty()).notices().stream()
                .filter(notice -> notice.href().orElse("").endsWith(order.id()))
                .map(GivenNotice::words)
                .map(words -> words.title().zh())
                .toList();
    }

    @Test
    void anOrderIsAnsweredJudgedAndClosedAndEverybodyIsTold() {
        var order = issued();
        assertThat(file(chief, order).may()).containsExactly(OrderFile.May.ANSWER);
        assertThat(file(supervisor, order).may()).isEmpty();
        assertThat(told(chief, order)).hasSize(1);

        orders.answer(chief, order.id(), "当天人员调整").orElseThrow();
        assertThat(file(supervisor, order).may()).containsExactly(OrderFile.May.JUDGE);
        orders.giveBack(supervisor, order.id(), "谁负责", 1).orElseThrow();
        orders.answer(chief, order.id(), "由科长负责").orElseThrow();
        orders.accept(supervisor, order.id(), "").orElseThrow();

        var closed = file(chief, order);
        assertThat(closed.order().state()).isEqualTo(Order.State.CLOSED);
        assertThat(closed.may()).isEmpty();
        assertThat(closed.steps())
                .extracting(OrderStep::kind)
                .containsExactly(
                        OrderStep.Kind.ISSUED,
                        OrderStep.Kind.ANSWERED,
                        OrderStep.Kind.RETURNED,
                        OrderStep.Kind.ANSWERED,
                        OrderStep.Kind.ACCEPTED);
        assertThat(told(chief, order)).hasSize(3);
        assertThat(told(supervisor, order)).hasSize(2);
        assertThat(town
                        .bean(Journal.class)
                        .entries(new Entry.Subject("case", order.about().receipt()))
                        .stream()
                        .map(recorded -> recorded.entry().verb())
                        .filter(verb -> verb.startsWith("supervision.")))
                .containsExactly(
                        "supervision.order-issue",
                        "supervision.order-answer",
                        "supervision.order-return",
                        "supervision.order-answer",
                        "supervision.order-accept");
    }

    @Test
    void theTermIsInWorkingDaysAndNamesItsCalendar() {
        var order = issued();

        var days = town.bean(Directory.class)
                .calendar()
                .workingDaysBetween(
                        LocalDate.now(town.bean(Clock.class)),
                        order.term()
                                .dueAt()
                                .minusNanos(1)
                                .atZone(WorkingCalendar.ZONE)
                                .toLocalDate());
        assertThat(days).isEqualTo(Outcome.done(2));
        assertThat(order.term().edition()).isNotBlank();
    }

    @Test
    void silenceGoesToTheOrganisationAboveAndThereItStays() {
        var above = Town.fresh();
        var superior = above.officer("superior", Set.of(Orders.CHIEF));
        put(town.office(), Optional.of(above.office().code()));
        var order = issued();

        town.bean(Lookout.class).look(order.term().dueAt().minusMillis(1));
        assertThat(file(chief, order).order().to().level()).isZero();
        town.bean(Lookout.class).look(order.term().dueAt());

        var raised = file(superior, order);
        assertThat(raised.order().to().addressed()).isEqualTo(above.office().code());
        assertThat(raised.order().term().dueAt()).isAfter(order.term().dueAt());
        assertThat(raised.may()).containsExactly(OrderFile.May.ANSWER);
        assertThat(told(superior, order)).hasSize(1);
        assertThat(orders.answer(chief, order.id(), "晚了"))
                .isEqualTo(Outcome.refused(
                        new OrderRefusal.NotTheChief(above.office().code())));

        town.bean(Lookout.class).look(raised.order().term().dueAt());
        assertThat(file(superior, order).steps().getLast().kind()).isEqualTo(OrderStep.Kind.OVERDUE);
        assertThat(told(supervisor, order)).hasSize(1);
        assertThat(orders.answer(superior, order.id(), "我来说明").orElseThrow().state())
                .isEqualTo(Order.State.ANSWERED);
    }

    private void put(Organisation office, Optional<String> parent) {
        town.bean(Directory.class)
                .put(new Organisation(
                        office.code(), office.kind(), office.name(), office.division(), parent, office.contact()));
    }

    @Test
    void nobodyDoesWhatIsNotTheirs() {
        var thing = finding();
        assertThat(orders.issue(chief, new Orders.Issue(thing, "说明", 2)))
                .isEqualTo(Outcome.refused(new OrderRefusal.NotASupervisor()));
        var order = orders.issue(supervisor, new Orders.Issue(thing, "说明", 2)).orElseThrow();
        var elsewhere = Town.fresh().officer("other", Set.of(Orders.CHIEF));

        assertThat(orders.find(elsewhere, order.id())).isEmpty();
        assertThat(orders.answer(elsewhere, order.id(), "?")).isEqualTo(Outcome.refused(new OrderRefusal.NotThere()));
        assertThat(orders.answer(acceptor, order.id(), "?"))
                .isEqualTo(Outcome.refused(
                        new OrderRefusal.NotTheChief(town.office().code())));
        assertThat(orders.answer(supervisor, order.id(), "?"))
                .isEqualTo(Outcome.refused(
                        new OrderRefusal.NotTheChief(town.office().code())));
        assertThat(orders.accept(supervisor, order.id(), ""))
                .isEqualTo(Outcome.refused(new OrderRefusal.NotItsTurn(Order.State.ISSUED)));
        orders.answer(chief, order.id(), "答").orElseThrow();
        assertThat(orders.accept(chief, order.id(), "")).isEqualTo(Outcome.refused(new OrderRefusal.NotASupervisor()));
        assertThat(orders.answer(chief, order.id(), "又答"))
                .isEqualTo(Outcome.refused(new OrderRefusal.NotItsTurn(Order.State.ANSWERED)));
    }

    @Test
    void whatIsMissingOrTooMuchIsToldAndNothingIsKept() {
        var thing = finding();

        assertThat(orders.issue(supervisor, new Orders.Issue(thing, " ", 2)))
                .isEqualTo(Outcome.refused(new OrderRefusal.WordsMissing()));
        assertThat(orders.issue(supervisor, new Orders.Issue(thing, "说明", 21)))
                .isEqualTo(Outcome.refused(new OrderRefusal.DaysOutOfRange(Orders.MOST_DAYS)));
        assertThat(orders.issue(supervisor, new Orders.Issue(new Orders.Thing.Finding("?"), "说明", 2)))
                .isEqualTo(Outcome.refused(new OrderRefusal.NotThere()));
        assertThat(orders.page(chief, Optional.empty(), Optional.empty()).orders())
                .isEmpty();
    }

    @Test
    void ofSeveralSupervisorsWhoOrderTheSameAtOnceOneDoes() {
        chief.name();
        var thing = finding();

        var outcomes =
                Together.all(Collections.nCopies(4, () -> orders.issue(supervisor, new Orders.Issue(thing, "说明", 2))));

        assertThat(outcomes)
                .filteredOn(outcome -> outcome instanceof Outcome.Done)
                .hasSize(1);
        assertThat(outcomes)
                .filteredOn(outcome -> outcome instanceof Outcome.Refused)
                .allSatisfy(outcome -> assertThat(outcome.toString()).contains("OrderedBefore"));
    }

    @Test
    void anOfficeWithoutAChiefIsToldSoBeforeAnythingIsIssued() {
        var lonely = Town.fresh();
        var there = lonely.officer(lonely.pack().roles().getFirst().code());
        var caseId = lonely.submitted(lonely.citizen()).caseId();
        var clock = town.bean(Supervision.class)
                .rows(there, LampFilter.ALL, Optional.empty())
                .rows()
                .getFirst()
                .clock();

        assertThat(orders.issue(supervisor, new Orders.Issue(new Orders.Thing.Watched(caseId, clock), "说明", 2)))
                .isEqualTo(Outcome.refused(
                        new OrderRefusal.NobodyAnswers(lonely.office().code())));
    }
}
