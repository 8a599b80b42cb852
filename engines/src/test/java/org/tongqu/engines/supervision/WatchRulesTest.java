package org.tongqu.engines.supervision;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.tongqu.engines.cases.CaseCommand;
import org.tongqu.engines.cases.CaseEvent;
import org.tongqu.engines.cases.Cases;
import org.tongqu.engines.cases.RunningClock;
import org.tongqu.engines.cases.RunningClock.Stop;
import org.tongqu.engines.cases._support.Drawn;
import org.tongqu.engines.cases._support.Played;
import org.tongqu.engines.cases.process.Process;
import org.tongqu.engines.expressions.Expression;
import org.tongqu.engines.supervision.WatchRule.AbnormalSpeed;
import org.tongqu.engines.supervision.WatchRule.Contradiction;
import org.tongqu.engines.supervision.WatchRule.Head;
import org.tongqu.engines.supervision.WatchRule.Neglected;
import org.tongqu.engines.supervision.WatchRule.Overdue;
import org.tongqu.engines.supervision.WatchRule.RefusedWithoutReason;
import org.tongqu.engines.supervision.WatchRule.RepeatedSupplements;
import org.tongqu.engines.supervision.WatchRule.SkippedStep;
import org.tongqu.engines.supervision.WatchRule.StoppedTooLong;
import org.tongqu.engines.supervision.WatchRule.StoppedWithoutBasis;
import org.tongqu.engines.supervision.WatchRule.SwitchedOff;
import org.tongqu.kernel.Outcome;
import org.tongqu.kernel.data.Datum;
import org.tongqu.kernel.text.Label;
import org.tongqu.kernel.time.Limit;

/** FEATURE: rules find in the events of a case what should not be there, and name the events. */
class WatchRulesTest {

    private static final Process PROCESS = Drawn.process(Drawn.LICENCE);

    private final Played licence = new Played(PROCESS).on("2026-03-02 09:00").does(Played.open(), Played.WANG);

    private static Head head(String name) {
        return new Head(name, Label.same(name), Label.same("法"), Label.same("因"));
    }

    /** What one rule finds in all that was played, act by act. */
    private List<Finding> found(WatchRule rule) {
        var rules = new WatchRules(List.of(rule));
        var found = new ArrayList<Finding>();
        for (int i = 0; i < licence.events().size(); i++) {
            var before = Cases.replay(PROCESS, licence.events().subList(0, i));
            var event = List.of(licence.events().get(i));
            found.addAll(rules.found(new WatchRules.Act(PROCESS, before, event, Cases.replay(PROCESS, before, event))));
        }
        return found;
    }

    @Test
    void aRefusalWhoseReasonSaysNothingIsFoundAtItsEvent() {
        var task = licence.task("accept").id();
        licence.does(Played.complete(task, "refuse", "不同意。"), Played.LI);

        var rule = new RefusedWithoutReason(head("reason"), Level.RED, 6, Set.of());

        assertThat(found(rule)).singleElement().satisfies(finding -> {
            assertThat(finding.subject()).isEqualTo(task);
            assertThat(finding.level()).isEqualTo(Level.RED);
            assertThat(licence.events().get(finding.events().getFirst() - 1))
                    .isInstanceOf(CaseEvent.TaskCompleted.class);
        });
    }

    @Test
    void aReasonThatIsLongEnoughIsOneUnlessItIsAnEmptyPhrase() {
        licence.does(Played.complete(licence.task("accept").id(), "refuse", "材料不符合要求"), Played.LI);

        assertThat(found(new RefusedWithoutReason(head("reason"), Level.RED, 6, Set.of())))
                .isEmpty();
        assertThat(found(new RefusedWithoutReason(head("reason"), Level.RED, 6, Set.of("材料不符合要求"))))
                .hasSize(1);
    }

    @Test
    void nobodyOwesAReasonForWhatWasGranted() {
        licence.does(Played.complete(licence.task("accept").id(), "accept", ""), Played.LI);

        assertThat(found(new RefusedWithoutReason(head("reason"), Level.RED, 6, Set.of())))
                .isEmpty();
    }

    @Test
    void aStepDoneInNoTimeIsRedAndOneDoneInLittleTimeYellow() {
        var rule = new AbnormalSpeed(head("speed"), Duration.ofMinutes(10), Duration.ofMinutes(1), Set.of());
        licence.completes("accept", "accept", Played.LI)
                .on("2026-03-02 09:05")
                .completes("decide", "approve", Played.ZHAO);

        assertThat(found(rule)).extracting(Finding::level).containsExactly(Level.RED, Level.YELLOW);
        assertThat(found(new AbnormalSpeed(
                        head("speed"), Duration.ofMinutes(10), Duration.ofMinutes(1), Set.of("decide"))))
                .hasSize(1);
    }

    @Test
    void aStepThatTookItsTimeIsNotFound() {
        licence.on("2026-03-02 09:10").completes("accept", "accept", Played.LI);

        assertThat(found(new AbnormalSpeed(head("speed"), Duration.ofMinutes(10), Duration.ofMinutes(1), Set.of())))
                .isEmpty();
    }

    @Test
    void askingTheApplicantAgainAndAgainIsYellowAndThenRed() {
        for (int i = 0; i < 3; i++) {
            licence.completes("accept", "correct", Played.LI)
                    .does(Played.complete(licence.task("correct").id(), "resubmit"), Played.WANG);
        }

        assertThat(found(new RepeatedSupplements(head("again"), 2, 3)))
                .extracting(Finding::level)
                .containsExactly(Level.YELLOW, Level.RED);
    }

    @Test
    void aStopWithoutAnArticleIsFoundAndOneWithItIsNot() {
        var rule = new StoppedWithoutBasis(head("basis"), Level.RED, Set.of(Stop.Kind.SUSPENDED), Set.of("条"));
        licence.does(new CaseCommand.Suspend("领导要求", "口头"), Played.PLATFORM);
        assertThat(found(rule)).isNotEmpty().allMatch(finding -> finding.rule().equals("basis"));

        licence.does(new CaseCommand.Resume("好"), Played.PLATFORM);
        int before = found(rule).size();
        licence.does(new CaseCommand.Suspend("司法冻结", "民事诉讼法第二百四十五条"), Played.PLATFORM);
        assertThat(found(rule)).hasSize(before);
    }

    @Test
    void aCaseThatEndsWithoutAStepItNeedsIsFound() {
        licence.completes("accept", "refuse", Played.LI);

        assertThat(found(new SkippedStep(head("skip"), Level.RED, "refused", List.of("accept", "decide"))))
                .singleElement()
                .satisfies(finding -> assertThat(finding.subject()).isEqualTo("decide"));
        assertThat(found(new SkippedStep(head("skip"), Level.RED, "issued", List.of("decide"))))
                .isEmpty();
        assertThat(found(new SkippedStep(head("skip"), Level.RED, "refused", List.of("accept", "of-another-version"))))
                .as("a step this version never had")
                .isEmpty();
    }

    private static Contradiction contradiction(String when, Set<String> steps) {
        var condition = ((Outcome.Done<Expression, ?>) Expression.read(when)).value();
        return new Contradiction(head("against"), Level.RED, steps, Set.of("accept"), condition, Label.same("规则判定"));
    }

    @Test
    void aStepDecidedAgainstWhatIsEstablishedIsFoundAtItsEvent() {
        var task = licence.task("accept").id();
        var charged = Map.of("fees", (Datum) new Datum.Fields(Map.of("due", Datum.of(80), "charged", Datum.of(100))));
        licence.does(new CaseCommand.Complete(task, "accept", "", new Datum.Fields(charged)), Played.LI);

        assertThat(found(contradiction("fees.charged != fees.due", Set.of("accept"))))
                .singleElement()
                .satisfies(finding -> assertThat(finding.subject()).isEqualTo(task));
        assertThat(found(contradiction("fees.charged != 100", Set.of()))).isEmpty();
        assertThat(found(contradiction("fees.charged != fees.due", Set.of("decide"))))
                .isEmpty();
    }

    @Test
    void whatBecameKnownOnlyAfterADecisionIsNotHeldAgainstIt() {
        int opened = licence.events().size();
        licence.completes("accept", "accept", Played.LI);
        var late = new Datum.Fields(Map.of("late", new Datum.Truth(true)));
        licence.does(new CaseCommand.Complete(licence.task("decide").id(), "approve", "", late), Played.ZHAO);
        var before = Cases.replay(PROCESS, licence.events().subList(0, opened));
        var events = licence.events().subList(opened, licence.events().size());

        var rules = new WatchRules(List.of(contradiction("late", Set.of())));

        assertThat(rules.found(new WatchRules.Act(PROCESS, before, events, licence.state())))
                .isEmpty();
    }

    @Test
    void timeAloneMakesRunningClocksOverdueAndStoppedOnesTooLong() {
        var rules = new WatchRules(List.of(
                new Overdue(head("overdue"), Set.of()),
                new StoppedTooLong(head("stopped"), Limit.workingDays(5), Limit.workingDays(10))));
        var clock = licence.clock("acceptance");
        var running =
                new Standing("acceptance", "acceptance", clock.status(), clock.since(), clock.warnAt(), clock.dueAt());
        var stopped = new Standing(
                "acceptance",
                "acceptance",
                RunningClock.Status.STOPPED,
                Played.at("2026-03-02 09:00"),
                clock.warnAt(),
                clock.dueAt());

        assertThat(rules.moments(running, Played.CALENDAR))
                .containsExactly(
                        new DueMoment("overdue", Level.YELLOW, clock.warnAt()),
                        new DueMoment("overdue", Level.RED, clock.dueAt()));
        assertThat(rules.moments(stopped, Played.CALENDAR))
                .containsExactly(
                        new DueMoment("stopped", Level.YELLOW, Played.at("2026-03-10 00:00")),
                        new DueMoment("stopped", Level.RED, Played.at("2026-03-17 00:00")));
    }

    @Test
    void whereTheCalendarKnowsNothingTheQuestionIsAskedAgainInTime() {
        var rules = new WatchRules(
                List.of(new StoppedTooLong(head("stopped"), Limit.workingDays(5), Limit.workingDays(10))));
        var since = Played.at("2031-03-03 09:00");
        var stopped = new Standing("a", "a", RunningClock.Status.STOPPED, since, since, since);

        assertThat(rules.moments(stopped, Played.CALENDAR))
                .noneMatch(DueMoment::finds)
                .first()
                .satisfies(moment -> assertThat(moment.at()).isEqualTo(since.plus(Duration.ofDays(5))));
    }

    @Test
    void whatAnOfficeOwesIsYellowInItsLastWorkingDaysAndRedFromItsLimitOn() {
        var rules = new WatchRules(List.of(
                new Neglected(head("ignored"), Set.of("rating"), Optional.of(Limit.workingDays(3))),
                new Overdue(head("overdue"), Set.of())));
        var since = Played.at("2026-03-02 09:00");
        var due = Played.at("2026-03-17 00:00");

        assertThat(rules.moments(new OpenDuty("rating", since, Optional.empty(), due), Played.CALENDAR))
                .as("Thursday, Friday and Monday before, without the weekend; 16 March is the last day")
                .containsExactly(
                        new DueMoment("ignored", Level.YELLOW, Played.at("2026-03-12 00:00")),
                        new DueMoment("ignored", Level.RED, due));
        assertThat(rules.moments(
                        new OpenDuty("rating", Played.at("2026-03-13 10:00"), Optional.empty(), due), Played.CALENDAR))
                .as("not before it began")
                .first()
                .isEqualTo(new DueMoment("ignored", Level.YELLOW, Played.at("2026-03-13 10:00")));
        assertThat(rules.moments(new OpenDuty("publicity", since, Optional.empty(), due), Played.CALENDAR))
                .as("another duty")
                .isEmpty();
    }

    @Test
    void aDutyMaySayItselfFromWhenItIsYellow() {
        var rules = new WatchRules(List.of(
                new Neglected(head("stale"), Set.of("update"), Optional.empty()),
                new Neglected(head("strict"), Set.of("update"), Optional.of(Limit.workingDays(3)))));
        var since = Played.at("2026-03-16 10:00");
        var warn = Played.at("2026-03-16 10:54");
        var due = Played.at("2026-03-16 11:00");

        assertThat(rules.moments(new OpenDuty("update", since, Optional.of(warn), due), Played.CALENDAR))
                .containsExactly(
                        new DueMoment("stale", Level.YELLOW, warn),
                        new DueMoment("strict", Level.YELLOW, warn),
                        new DueMoment("stale", Level.RED, due),
                        new DueMoment("strict", Level.RED, due));
        assertThat(rules.moments(new OpenDuty("update", since, Optional.empty(), due), Played.CALENDAR))
                .as("where nobody says it, it is yellow no sooner than red")
                .contains(new DueMoment("stale", Level.YELLOW, due));
    }

    @Test
    void aServicesRuleTakesThePlaceOfThatOfThePlatformAndMayEndIt() {
        var ours = new WatchRules(
                List.of(new RepeatedSupplements(head("again"), 2, 3), new Overdue(head("overdue"), Set.of())));
        var stricter = new RepeatedSupplements(head("again"), 1, 2);

        assertThat(ours.with(List.of(stricter, new SwitchedOff(head("overdue"))))
                        .rules())
                .containsExactly(stricter);
        assertThat(ours.with(List.of()).find("overdue")).isPresent();
    }
}
