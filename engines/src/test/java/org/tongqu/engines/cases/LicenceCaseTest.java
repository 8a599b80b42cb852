package org.tongqu.engines.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tongqu.engines.cases._support.Drawn;
import org.tongqu.engines.cases._support.Played;
import org.tongqu.engines.cases.process.Process;
import org.tongqu.kernel.Outcome;

/** FEATURE: a licence is applied for, accepted, corrected, decided and issued. */
class LicenceCaseTest {

    private final Played played = new Played(Drawn.process(Drawn.LICENCE));

    @BeforeEach
    void open() {
        played.on("2026-03-02 09:00").does(Played.open(), Played.WANG);
    }

    @Test
    void aCaseWaitsForTheFirstOfficer() {
        assertThat(played.openTasks()).containsExactly("accept");
        assertThat(played.state().openTasks().getFirst().dueAt()).contains(Played.at("2026-03-04 00:00"));
    }

    @Test
    void aLicenceIsIssued() {
        played.completes("accept", "accept", Played.LI)
                .completes("decide", "approve", Played.ZHAO)
                .answersServices();

        assertThat(played.state().result()).contains("issued");
        assertThat(played.state().tokens()).isEmpty();
        assertThat(played.state().doneTasks())
                .extracting(DoneTask::byName, DoneTask::outcome)
                .containsExactly(tuple("李接件", "accept"), tuple("赵核准", "approve"));
    }

    @Test
    void completingAnUnclaimedTaskClaimsItInTheSameAct() {
        var events =
                played.decide(Played.complete("accept-1", "accept"), Played.LI).orElseThrow();

        assertThat(events)
                .extracting(event -> event.getClass().getSimpleName())
                .containsExactly(
                        "TaskClaimed", "TaskCompleted", "ClockEnded", "ClockStarted", "TokensMoved", "TaskOpened");
    }

    @Test
    void theSecondOfficerIsToldWhoWasFaster() {
        played.completes("accept", "accept", Played.LI);

        assertThat(played.decide(Played.complete("accept-1", "refuse", "no"), Played.QIAN))
                .isEqualTo(Outcome.refused(
                        new CaseRefusal.TaskAlreadyDone("accept-1", "李接件", "accept", Played.at("2026-03-02 09:00"))));
    }

    @Test
    void aClaimedTaskIsNotForColleagues() {
        played.does(new CaseCommand.Claim("accept-1"), Played.LI);

        var taken = Outcome.refused(new CaseRefusal.TakenBy("李接件"));
        assertThat(played.decide(new CaseCommand.Claim("accept-1"), Played.QIAN))
                .isEqualTo(taken);
        assertThat(played.decide(Played.complete("accept-1", "accept"), Played.QIAN))
                .isEqualTo(taken);
        assertThat(played.decide(new CaseCommand.Release("accept-1"), Played.QIAN))
                .isEqualTo(taken);
        assertThat(played.decide(new CaseCommand.Claim("accept-1"), Played.LI)).isEqualTo(Outcome.done(List.of()));
    }

    @Test
    void aReleasedTaskIsForEverybodyAgain() {
        played.does(new CaseCommand.Claim("accept-1"), Played.LI)
                .does(new CaseCommand.Release("accept-1"), Played.LI)
                .does(new CaseCommand.Claim("accept-1"), Played.QIAN);

        assertThat(played.state().openTasks().getFirst().assignee()).contains(new Assignee("qian", "钱接件"));
        assertThat(played.decide(new CaseCommand.Claim("accept-1"), Played.LI))
                .isEqualTo(Outcome.refused(new CaseRefusal.TakenBy("钱接件")));
    }

    @Test
    void nothingIsPutBackThatNobodyTook() {
        assertThat(played.decide(new CaseCommand.Release("accept-1"), Played.LI))
                .isEqualTo(Outcome.refused(new CaseRefusal.NotClaimed("accept-1")));
    }

    @Test
    void aTaskIsTransferredWithAReasonOnly() {
        var to = new Assignee("qian", "钱接件");
        assertThat(played.decide(new CaseCommand.Transfer("accept-1", to, " "), Played.LI))
                .isEqualTo(Outcome.refused(new CaseRefusal.ReasonMissing("transfer")));

        played.does(new CaseCommand.Transfer("accept-1", to, "出差"), Played.LI);

        assertThat(played.decide(Played.complete("accept-1", "accept"), Played.LI))
                .isEqualTo(Outcome.refused(new CaseRefusal.TakenBy("钱接件")));
        played.completes("accept", "accept", Played.QIAN);
    }

    @Test
    void thePlatformMayMoveTheWorkOfSomebodyWhoIsAway() {
        played.does(new CaseCommand.Claim("accept-1"), Played.LI)
                .does(new CaseCommand.Transfer("accept-1", new Assignee("qian", "钱接件"), "病假"), Played.PLATFORM)
                .completes("accept", "accept", Played.QIAN);

        assertThat(played.openTasks()).containsExactly("decide");
    }

    @Test
    void rolesOfAnotherOrganisationCountNothing() {
        var stranger = Actor.officer("sun", "孙", "other-office", Set.of("acceptor"));
        var withoutRole = Actor.officer("zhou", "周", Played.OFFICE, Set.of("decider"));
        var refused = Outcome.refused(new CaseRefusal.NotYours("role:acceptor", Played.OFFICE));

        assertThat(played.decide(Played.complete("accept-1", "accept"), stranger))
                .isEqualTo(refused);
        assertThat(played.decide(new CaseCommand.Claim("accept-1"), withoutRole))
                .isEqualTo(refused);
        assertThat(played.decide(new CaseCommand.Claim("accept-1"), Played.WANG))
                .isEqualTo(refused);
    }

    @Test
    void onlyTheApplicantCorrects() {
        played.completes("accept", "correct", Played.LI);

        var other = Actor.applicant("somebody", "某人");
        assertThat(played.decide(Played.complete("correct-2", "resubmit"), other))
                .isEqualTo(Outcome.refused(new CaseRefusal.NotYours("applicant", "")));
        assertThat(played.decide(Played.complete("correct-2", "resubmit"), Played.LI))
                .isEqualTo(Outcome.refused(new CaseRefusal.NotYours("applicant", "")));
        played.completes("correct", "resubmit", Played.WANG);
        assertThat(played.openTasks()).containsExactly("accept");
    }

    @Test
    void anOutcomeThatIsNotOfferedIsRefusedWithThoseThatAre() {
        assertThat(played.decide(Played.complete("accept-1", "approve"), Played.LI))
                .isEqualTo(Outcome.refused(
                        new CaseRefusal.OutcomeUnknown("approve", List.of("accept", "correct", "refuse"))));
    }

    @Test
    void aRefusalNeedsItsReason() {
        assertThat(played.decide(Played.complete("accept-1", "refuse", "  "), Played.LI))
                .isEqualTo(Outcome.refused(new CaseRefusal.ReasonMissing("refuse")));
    }

    @Test
    void aServiceThatFailsLeavesTheCaseAsItWas() {
        played.completes("accept", "accept", Played.LI).completes("decide", "approve", Played.ZHAO);
        var service = played.state().services().getFirst();

        assertThat(played.decide(new CaseCommand.ServiceFailed(service.id(), "号段用完"), Played.PLATFORM))
                .isEqualTo(Outcome.refused(new CaseRefusal.ServiceRefused("licences.issue", "号段用完")));
        assertThat(played.decide(new CaseCommand.ServiceFailed(service.id(), "?"), Played.LI))
                .isEqualTo(Outcome.refused(new CaseRefusal.NotYours("system", "")));
    }

    @Test
    void onlyTheApplicantOrThePlatformWithdraws() {
        assertThat(played.decide(new CaseCommand.Withdraw("不办了"), Played.LI))
                .isEqualTo(Outcome.refused(new CaseRefusal.NotYours("applicant", "")));

        played.does(new CaseCommand.Withdraw("不办了"), Played.WANG);

        assertThat(played.state().result()).contains("withdrawn");
        assertThat(played.openTasks()).isEmpty();
        assertThat(played.state().clocks().values())
                .extracting(RunningClock::status)
                .containsOnly(RunningClock.Status.ENDED);
        assertThat(played.decide(new CaseCommand.Withdraw("again"), Played.WANG))
                .isEqualTo(Outcome.refused(new CaseRefusal.Ended("withdrawn", Played.at("2026-03-02 09:00"))));
        assertThat(played.decide(new CaseCommand.Claim("accept-1"), Played.LI))
                .isEqualTo(Outcome.refused(new CaseRefusal.Ended("withdrawn", Played.at("2026-03-02 09:00"))));
    }

    @Test
    void nothingIsAskedOfACaseThatIsNotOpen() {
        var fresh = new Played(Drawn.process(Drawn.LICENCE)).on("2026-03-02 09:00");

        assertThat(fresh.decide(new CaseCommand.Claim("accept-1"), Played.LI))
                .isEqualTo(Outcome.refused(new CaseRefusal.NotOpenYet()));
        assertThat(played.decide(Played.open(), Played.WANG))
                .isEqualTo(Outcome.refused(new CaseRefusal.OpenAlready("c1")));
        assertThat(played.decide(new CaseCommand.Claim("review-9"), Played.LI))
                .isEqualTo(Outcome.refused(new CaseRefusal.NoSuchTask("review-9")));
    }

    @Test
    void nobodyOpensACaseInTheNameOfAnother() {
        var fresh = new Played(Drawn.process(Drawn.LICENCE)).on("2026-03-02 09:00");

        assertThat(fresh.decide(Played.open(), Actor.applicant("somebody", "某人")))
                .isEqualTo(Outcome.refused(new CaseRefusal.NotYours("applicant", "")));
    }

    @Test
    void aTimerFiresWhenItsTimeHasComeAndNotBefore() {
        played.completes("accept", "correct", Played.LI);
        var timer = played.state().timers().getFirst();
        assertThat(timer.dueAt()).isEqualTo(Played.at("2026-04-02 00:00"));

        assertThat(played.on("2026-04-01 23:59").decide(new CaseCommand.FireTimer(timer.id()), Played.PLATFORM))
                .isEqualTo(Outcome.refused(new CaseRefusal.NotYetDue(timer.dueAt())));
        played.on("2026-04-02 00:00").does(new CaseCommand.FireTimer(timer.id()), Played.PLATFORM);

        assertThat(played.state().result()).contains("lapsed");
        assertThat(played.openTasks()).isEmpty();
    }

    @Test
    void aTimerOfADoneTaskIsGone() {
        played.completes("accept", "correct", Played.LI);
        var timer = played.state().timers().getFirst();
        played.completes("correct", "resubmit", Played.WANG);

        assertThat(played.on("2026-05-06 09:00").decide(new CaseCommand.FireTimer(timer.id()), Played.PLATFORM))
                .isEqualTo(Outcome.refused(new CaseRefusal.NoSuchTimer(timer.id())));
    }

    @Test
    void aDeadlineInAYearWithoutCalendarIsRefusedAndNothingHappens() {
        assertThat(played.on("2026-12-31 09:00").decide(Played.complete("accept-1", "accept"), Played.LI))
                .isEqualTo(Outcome.refused(new CaseRefusal.CalendarSilent(2027)));
    }

    @Test
    void aCaseIsNotReplayedByAnotherProcess() {
        var other = Drawn.process(Drawn.LICENCE);
        var renamed = new Process("q", other.name(), other.nodes(), other.flows(), other.drawing());

        assertThatThrownBy(() -> Cases.replay(renamed, played.events())).hasMessageContaining("p, not by q");
    }
}
