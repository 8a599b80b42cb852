package org.tongqu.engines.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tongqu.engines.cases._support.Drawn;
import org.tongqu.engines.cases._support.Played;
import org.tongqu.kernel.Outcome;

/** FEATURE: a case goes back to where it was, and nothing that others did or wait for gets lost by it. */
class WaysBackTest {

    private static final String PROCESS = """
            <startEvent id="start" tongqu:starts="total"/>
            <userTask id="accept" tongqu:performer="role:acceptor"><extensionElements>
              <tongqu:outcome code="accept" ends="acceptance" starts="promised"/></extensionElements></userTask>
            <parallelGateway id="split"/>
            <userTask id="survey" tongqu:performer="role:acceptor"/>
            <userTask id="report" tongqu:performer="role:acceptor"/>
            <userTask id="plans" tongqu:performer="role:acceptor" tongqu:may="nothing"/>
            <parallelGateway id="join"/>
            <userTask id="decide" tongqu:performer="role:decider"/>
            <endEvent id="end" tongqu:result="issued"/>
            <sequenceFlow id="f1" sourceRef="start" targetRef="accept"/>
            <sequenceFlow id="f2" sourceRef="accept" targetRef="split"/>
            <sequenceFlow id="f3" sourceRef="split" targetRef="survey"/>
            <sequenceFlow id="f4" sourceRef="split" targetRef="plans"/>
            <sequenceFlow id="f5" sourceRef="survey" targetRef="report"/>
            <sequenceFlow id="f6" sourceRef="report" targetRef="join"/>
            <sequenceFlow id="f7" sourceRef="plans" targetRef="join"/>
            <sequenceFlow id="f8" sourceRef="join" targetRef="decide"/>
            <sequenceFlow id="f9" sourceRef="decide" targetRef="end"/>
            """;

    private final Played played = new Played(Drawn.process(PROCESS));

    @BeforeEach
    void open() {
        played.on("2026-03-02 09:00").does(Played.open(), Played.WANG);
    }

    @Test
    void aStepIsReturnedToThePreviousOneOfItsBranchAndTheOthersGoOn() {
        inBranches().completes("survey", "done", Played.LI).does(back("report"), Played.QIAN);

        assertThat(played.openTasks()).containsExactly("plans", "survey");
        assertThat(played.task("survey").assignee()).contains(new Assignee("li", "李接件"));

        played.completes("survey", "done", Played.LI)
                .completes("plans", "done", Played.LI)
                .completes("report", "done", Played.QIAN);
        assertThat(played.openTasks()).containsExactly("decide");
    }

    @Test
    void aReturnNeedsItsReasonAndAStepThatWasPassed() {
        assertThat(refusal(new CaseCommand.Return("accept-1", previous(), CaseCommand.Extent.THIS_WAY, ""), Played.LI))
                .isEqualTo(new CaseRefusal.ReasonMissing("return"));
        assertThat(refusal(back("accept"), Played.LI)).isEqualTo(new CaseRefusal.NotPassed(""));
        assertThat(refusal(to("accept", "decide", CaseCommand.Extent.WHOLE_BLOCK), Played.LI))
                .isEqualTo(new CaseRefusal.NotPassed("decide"));
    }

    @Test
    void outOfAParallelBlockOnlyTheWholeBlockIsReturned() {
        inBranches();
        assertThat(refusal(back("survey"), Played.LI)).isEqualTo(new CaseRefusal.CrossesParallel(List.of("plans")));

        played.does(to("survey", "accept", CaseCommand.Extent.WHOLE_BLOCK), Played.LI);

        assertThat(played.openTasks()).containsExactly("accept");
        played.completes("accept", "accept", Played.LI)
                .completes("survey", "done", Played.LI)
                .completes("report", "done", Played.LI)
                .completes("plans", "done", Played.LI)
                .completes("decide", "done", Played.ZHAO);
        assertThat(played.state().result()).contains("issued");
    }

    @Test
    void whatAFinishedBlockDecidedIsNotOpenedFromOutside() {
        afterTheBlock();

        assertThat(refusal(to("decide", "survey", CaseCommand.Extent.WHOLE_BLOCK), Played.ZHAO))
                .isEqualTo(new CaseRefusal.NotPassed("survey"));
        played.does(back("decide"), Played.ZHAO);
        assertThat(played.openTasks()).containsExactly("accept");
    }

    @Test
    void aReturnGivesNoTimeBack() {
        played.completes("accept", "accept", Played.LI).on("2026-03-04 09:00");
        var due = played.clock("promised").dueAt();

        played.does(to("survey", "accept", CaseCommand.Extent.WHOLE_BLOCK), Played.LI)
                .completes("accept", "accept", Played.LI);

        assertThat(played.clock("promised").dueAt()).isEqualTo(due);
    }

    @Test
    void aStepMayForbidToReturnIt() {
        inBranches();

        assertThat(refusal(to("plans", "accept", CaseCommand.Extent.WHOLE_BLOCK), Played.LI))
                .isEqualTo(new CaseRefusal.NotAllowedHere("return", "plans"));
    }

    @Test
    void whatNobodyTouchedIsRecalledWithWhatItDidToTheClocks() {
        played.completes("accept", "accept", Played.LI)
                .on("2026-03-02 09:10")
                .does(new CaseCommand.Recall("accept-1", "看错了"), Played.LI);

        assertThat(played.openTasks()).containsExactly("accept");
        assertThat(played.task("accept").assignee()).contains(new Assignee("li", "李接件"));
        assertThat(played.state().clocks()).containsOnlyKeys("total");
    }

    @Test
    void whatSomebodyTookUpIsNotRecalled() {
        inBranches().does(new CaseCommand.Claim(played.task("plans").id()), Played.QIAN);

        assertThat(refusal(new CaseCommand.Recall("accept-1", "看错了"), Played.LI))
                .isInstanceOf(CaseRefusal.AlreadyTouched.class);
        assertThat(refusal(new CaseCommand.Recall("accept-1", "看错了"), Played.QIAN))
                .isEqualTo(new CaseRefusal.NotYours("person:li", ""));
    }

    @Test
    void whatMetAnotherBranchIsNotRecalled() {
        afterTheBlock();
        var report = played.state().handling().passages().getLast().token().id();

        assertThat(refusal(new CaseCommand.Recall(report, "看错了"), Played.LI))
                .isInstanceOf(CaseRefusal.AlreadyTouched.class);
    }

    @Test
    void aStepMayForbidToRecallIt() {
        inBranches();
        var plans = played.task("plans").id();
        played.completes("plans", "done", Played.LI);

        assertThat(refusal(new CaseCommand.Recall(plans, "漏看"), Played.LI))
                .isEqualTo(new CaseRefusal.NotAllowedHere("recall", "plans"));
    }

    @Test
    void aPassedStepIsDoneAgainByOrder() {
        afterTheBlock();
        assertThat(refusal(new CaseCommand.Redo("accept", CaseCommand.Extent.THIS_WAY, "督办"), Played.ZHAO))
                .isEqualTo(new CaseRefusal.NotYours("system", ""));

        played.does(new CaseCommand.Redo("accept", CaseCommand.Extent.THIS_WAY, "督办"), Played.PLATFORM);

        assertThat(played.openTasks()).containsExactly("accept");
    }

    @Test
    void toTheApplicantMeansToCompleteSomethingWhileTheStepWaits() {
        played.does(
                new CaseCommand.Return(
                        "accept-1", new CaseCommand.BackTo.Applicant(), CaseCommand.Extent.THIS_WAY, "照片不清"),
                Played.LI);

        assertThat(played.state().tiedTo("accept-1")).hasSize(1);
        assertThat(played.clock("total").status()).isEqualTo(RunningClock.Status.STOPPED);
    }

    private Played inBranches() {
        return played.completes("accept", "accept", Played.LI);
    }

    private void afterTheBlock() {
        inBranches()
                .completes("survey", "done", Played.LI)
                .completes("plans", "done", Played.LI)
                .completes("report", "done", Played.LI);
    }

    private CaseCommand back(String nodeId) {
        return new CaseCommand.Return(played.task(nodeId).id(), previous(), CaseCommand.Extent.THIS_WAY, "再核");
    }

    private CaseCommand to(String nodeId, String target, CaseCommand.Extent extent) {
        return new CaseCommand.Return(played.task(nodeId).id(), new CaseCommand.BackTo.Step(target), extent, "再核");
    }

    private static CaseCommand.BackTo previous() {
        return new CaseCommand.BackTo.Previous();
    }

    private CaseRefusal refusal(CaseCommand command, Actor actor) {
        return switch (played.decide(command, actor)) {
            case Outcome.Refused<List<CaseEvent>, CaseRefusal>(var refusal) -> refusal;
            case Outcome.Done<List<CaseEvent>, CaseRefusal>(var events) ->
                throw new AssertionError("Not refused but " + events);
        };
    }
}
