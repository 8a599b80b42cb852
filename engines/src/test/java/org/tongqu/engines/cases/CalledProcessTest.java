package org.tongqu.engines.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.tongqu.engines.cases._support.Drawn;
import org.tongqu.engines.cases._support.Played;
import org.tongqu.engines.cases.process.ProcessProblem;

/** FEATURE: a process calls that of another file, as often as it is drawn, and goes on with its result. */
class CalledProcessTest {

    private static final String CALLS = """
            <startEvent id="s"/>
            <callActivity id="first" calledElement="q"/>
            <exclusiveGateway id="how" default="f5"/>
            <callActivity id="second" calledElement="q"/>
            <boundaryEvent id="caught1" attachedToRef="first"><errorEventDefinition errorRef="x"/></boundaryEvent>
            <boundaryEvent id="caught2" attachedToRef="second"><errorEventDefinition errorRef="x"/></boundaryEvent>
            <boundaryEvent id="late" attachedToRef="second" tongqu:after="5 days"><timerEventDefinition/></boundaryEvent>
            <endEvent id="e" tongqu:result="issued"/><endEvent id="e2" tongqu:result="refused"/>
            <endEvent id="e3" tongqu:result="failed"/><endEvent id="e4" tongqu:result="lapsed"/>
            <sequenceFlow id="f1" sourceRef="s" targetRef="first"/>
            <sequenceFlow id="f2" sourceRef="first" targetRef="how"/>
            <sequenceFlow id="f3" sourceRef="how" targetRef="second" tongqu:when="outcome == 'good'"/>
            <sequenceFlow id="f4" sourceRef="second" targetRef="e"/>
            <sequenceFlow id="f5" sourceRef="how" targetRef="e2"/>
            <sequenceFlow id="f6" sourceRef="caught1" targetRef="e3"/>
            <sequenceFlow id="f7" sourceRef="caught2" targetRef="e3"/>
            <sequenceFlow id="f8" sourceRef="late" targetRef="e4"/>
            """;

    private static final String CALLED = """
            <startEvent id="cs"/>
            <userTask id="look" tongqu:performer="role:acceptor">
              <extensionElements><tongqu:outcome code="yes"/><tongqu:outcome code="no"/><tongqu:outcome code="odd"/></extensionElements>
            </userTask>
            <exclusiveGateway id="cg" default="c5"/>
            <endEvent id="ce1" tongqu:result="good"/><endEvent id="ce2" tongqu:result="bad"/>
            <endEvent id="ce3"><errorEventDefinition errorRef="y"/></endEvent>
            <sequenceFlow id="c1" sourceRef="cs" targetRef="look"/>
            <sequenceFlow id="c2" sourceRef="look" targetRef="cg"/>
            <sequenceFlow id="c3" sourceRef="cg" targetRef="ce1" tongqu:when="outcome == 'yes'"/>
            <sequenceFlow id="c4" sourceRef="cg" targetRef="ce3" tongqu:when="outcome == 'odd'"/>
            <sequenceFlow id="c5" sourceRef="cg" targetRef="ce2"/>
            """;

    @Test
    void theResultOfWhatWasCalledIsTheOutcomeAfterIt() {
        var played = opened().completes("look", "yes", Played.LI);

        assertThat(played.openTasks()).containsExactly("look");
        assertThat(played.state().tokens()).extracting(Token::nodeId).contains("second");
        assertThat(played.completes("look", "no", Played.LI).state().result()).contains("issued");
        assertThat(opened().completes("look", "no", Played.LI).state().result()).contains("refused");
    }

    @Test
    void anErrorOrATimerLeavesByTheEdgeOfTheCallTheCaseIsIn() {
        assertThat(opened().completes("look", "odd", Played.LI).state().result())
                .contains("failed");
        var second = opened().completes("look", "yes", Played.LI);
        var timer = second.state().timers().getFirst();

        second.on(timer.dueAt()).does(new CaseCommand.FireTimer(timer.id()), Played.PLATFORM);

        assertThat(second.state().result()).contains("lapsed");
    }

    @Test
    void whatIsDrawnWrongIsToldWithItsFileAndPlace() {
        assertThat(codes(CALLS.replace("calledElement=\"q\"", "calledElement=\"nothing\""), CALLED))
                .contains("p.bpmn first called-unknown");
        assertThat(codes(CALLS, CALLED.replace("id=\"look\"", "id=\"e\"").replace("\"look\"", "\"e\"")))
                .anyMatch(problem -> problem.endsWith("e id-twice"));
        assertThat(codes(
                        CALLS,
                        CALLED.replace("<startEvent id=\"cs\"/>", "<startEvent id=\"cs\" tongqu:starts=\"total\"/>")))
                .contains("q.bpmn cs called-start");
        assertThat(
                        codes(
                                CALLS,
                                CALLED.replace(
                                        "<userTask id=\"look\" tongqu:performer=\"role:acceptor\">",
                                        "<callActivity id=\"again\" calledElement=\"q\"/><userTask id=\"look\" tongqu:performer=\"role:acceptor\">")))
                .contains("q.bpmn q call-circle");
        assertThat(codes(
                        CALLS.replaceAll(
                                "<boundaryEvent id=\"caught2\".*?</boundaryEvent>|<sequenceFlow id=\"f7\".*?/>", ""),
                        CALLED))
                .contains("q.bpmn ce3 error-uncaught");
        assertThat(
                        codes(
                                CALLS,
                                CALLED
                                        + "<subProcess id=\"ev\" triggeredByEvent=\"true\"><startEvent id=\"es\" tongqu:after=\"1 day\"><timerEventDefinition/></startEvent><endEvent id=\"ee\" tongqu:result=\"x\"/><sequenceFlow id=\"ef\" sourceRef=\"es\" targetRef=\"ee\"/></subProcess>"))
                .contains("q.bpmn ev called-event-subprocess");
        assertThat(codes(CALLS.replace("outcome == 'good'", "outcome == 'yes'"), CALLED))
                .contains("p.bpmn f3 outcome-not-offered");
    }

    private static Played opened() {
        return new Played(Drawn.calling(CALLS, CALLED).orElseThrow())
                .on("2026-03-02 09:00")
                .does(Played.open(), Played.WANG);
    }

    private static List<String> codes(String elements, String called) {
        List<ProcessProblem> problems =
                Drawn.calling(elements, called).fold(process -> List.<ProcessProblem>of(), found -> found);
        return problems.stream()
                .map(problem -> problem.file() + " " + problem.elementId() + " " + problem.code())
                .toList();
    }
}
