package org.tongqu.engines.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.tongqu.engines.cases._support.Drawn;
import org.tongqu.engines.cases._support.Played;
import org.tongqu.engines.cases.process.ProcessProblem;
import org.tongqu.kernel.Outcome;

/** FEATURE: a part of a process with an edge of its own: left as a whole, given up as a whole. */
class InnerProcessTest {

    /** Two opinions beside each other inside; a deadline and a failure on the edge. */
    private static final String SURVEY = """
            <startEvent id="s"/>
            <userTask id="before" tongqu:performer="role:acceptor"/>
            <subProcess id="survey" name="踏勘">
              <startEvent id="in"/><parallelGateway id="split"/>
              <userTask id="fire" tongqu:performer="role:acceptor"/>
              <userTask id="water" tongqu:performer="role:acceptor">
                <extensionElements><tongqu:outcome code="fit"/><tongqu:outcome code="broken"/><tongqu:outcome code="enough"/></extensionElements>
              </userTask>
              <exclusiveGateway id="how" default="i6"/>
              <endEvent id="out1"/><endEvent id="out2"/>
              <endEvent id="fails"><errorEventDefinition errorRef="x"/></endEvent>
              <endEvent id="enough"><terminateEventDefinition/></endEvent>
              <sequenceFlow id="i1" sourceRef="in" targetRef="split"/>
              <sequenceFlow id="i2" sourceRef="split" targetRef="fire"/>
              <sequenceFlow id="i3" sourceRef="split" targetRef="water"/>
              <sequenceFlow id="i4" sourceRef="fire" targetRef="out1"/>
              <sequenceFlow id="i5" sourceRef="water" targetRef="how"/>
              <sequenceFlow id="i6" sourceRef="how" targetRef="out2"/>
              <sequenceFlow id="i7" sourceRef="how" targetRef="fails" tongqu:when="outcome == 'broken'"/>
              <sequenceFlow id="i8" sourceRef="how" targetRef="enough" tongqu:when="outcome == 'enough'"/>
            </subProcess>
            <boundaryEvent id="late" attachedToRef="survey" tongqu:after="5 working days"><timerEventDefinition/></boundaryEvent>
            <boundaryEvent id="caught" attachedToRef="survey"><errorEventDefinition errorRef="x"/></boundaryEvent>
            <userTask id="after" tongqu:performer="role:acceptor"/>
            <userTask id="mend" tongqu:performer="role:acceptor"/>
            <endEvent id="e" tongqu:result="issued"/><endEvent id="ok" tongqu:result="mended"/>
            <endEvent id="l" tongqu:result="lapsed"/>
            <sequenceFlow id="f1" sourceRef="s" targetRef="before"/>
            <sequenceFlow id="f2" sourceRef="before" targetRef="survey"/>
            <sequenceFlow id="f3" sourceRef="survey" targetRef="after"/>
            <sequenceFlow id="f4" sourceRef="after" targetRef="e"/>
            <sequenceFlow id="f5" sourceRef="late" targetRef="l"/>
            <sequenceFlow id="f6" sourceRef="caught" targetRef="mend"/>
            <sequenceFlow id="f7" sourceRef="mend" targetRef="ok"/>
            """;

    private final Played survey = new Played(Drawn.process(SURVEY))
            .on("2026-03-02 09:00")
            .does(Played.open(), Played.WANG)
            .completes("before", "done", Played.LI);

    @Test
    void theCaseGoesOnOnceNothingInsideIsLeft() {
        assertThat(survey.openTasks()).containsExactlyInAnyOrder("fire", "water");
        survey.completes("fire", "done", Played.LI);
        assertThat(survey.openTasks()).containsExactly("water");

        survey.completes("water", "fit", Played.LI);

        assertThat(survey.openTasks()).containsExactly("after");
        assertThat(survey.state().timers()).isEmpty();
        assertThat(survey.completes("after", "done", Played.LI).state().result())
                .contains("issued");
    }

    @Test
    void aTerminatingEndGivesUpTheRestAndTheCaseGoesOn() {
        survey.completes("water", "enough", Played.LI);

        assertThat(survey.openTasks()).containsExactly("after");
        assertThat(survey.state().tokens()).hasSize(1);
    }

    @Test
    void anErrorLeavesByTheEdgeThatCatchesIt() {
        survey.completes("water", "broken", Played.LI);

        assertThat(survey.openTasks()).containsExactly("mend");
        assertThat(survey.state().timers()).isEmpty();
        assertThat(survey.completes("mend", "done", Played.LI).state().result()).contains("mended");
    }

    @Test
    void aTimerOnTheEdgeGivesUpEverythingInside() {
        var timer = survey.state().timers().getFirst();

        survey.on(timer.dueAt()).does(new CaseCommand.FireTimer(timer.id()), Played.PLATFORM);

        assertThat(survey.state().result()).contains("lapsed");
        assertThat(survey.state().openTasks()).isEmpty();
    }

    @Test
    void goingBackOutOfItGivesUpWhatIsInsideAndGoingBackIntoItIsRefused() {
        var fire = survey.task("fire").id();
        var back = new CaseCommand.Return(
                fire, new CaseCommand.BackTo.Step("before"), CaseCommand.Extent.WHOLE_BLOCK, "不清");

        survey.does(back, Played.LI);
        assertThat(survey.openTasks()).containsExactly("before");
        assertThat(survey.state().tokens()).hasSize(1);
        assertThat(survey.state().timers()).isEmpty();

        survey.completes("before", "done", Played.LI)
                .completes("fire", "done", Played.LI)
                .completes("water", "fit", Played.LI);
        var into = new CaseCommand.Return(
                survey.task("after").id(), new CaseCommand.BackTo.Step("water"), CaseCommand.Extent.WHOLE_BLOCK, "不清");
        assertThat(survey.decide(into, Played.LI)).isEqualTo(Outcome.refused(new CaseRefusal.NotPassed("water")));
        var recall = new CaseCommand.Recall(lastPassage("water"), "看错");
        assertThat(survey.decide(recall, Played.LI)).isInstanceOf(Outcome.Refused.class);
    }

    @Test
    void whatIsDrawnWrongIsToldWithItsPlace() {
        assertThat(codes(SURVEY.replace("<sequenceFlow id=\"f6\" sourceRef=\"caught\" targetRef=\"mend\"/>", "")
                        .replace(
                                "<boundaryEvent id=\"caught\" attachedToRef=\"survey\"><errorEventDefinition errorRef=\"x\"/></boundaryEvent>",
                                "")))
                .contains("fails error-uncaught");
        assertThat(codes(SURVEY.replace(
                        "sourceRef=\"fire\" targetRef=\"out1\"", "sourceRef=\"fire\" targetRef=\"after\"")))
                .contains("i4 flow-crosses");
        assertThat(codes(SURVEY.replace("<startEvent id=\"in\"/>", "<startEvent id=\"in\"/><startEvent id=\"in2\"/>")))
                .contains("survey inner-unreadable");
    }

    private String lastPassage(String nodeId) {
        return survey.state().handling().passages().reversed().stream()
                .filter(passage -> passage.nodeId().equals(nodeId))
                .findFirst()
                .orElseThrow()
                .token()
                .id();
    }

    private static List<String> codes(String elements) {
        return Drawn.problems(elements).stream()
                .map((ProcessProblem problem) -> problem.elementId() + " " + problem.code())
                .toList();
    }
}
