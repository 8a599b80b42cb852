package org.tongqu.engines.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tongqu.engines.cases._support.Drawn;
import org.tongqu.engines.cases._support.Played;
import org.tongqu.kernel.Outcome;
import org.tongqu.kernel.data.Datum;

/** FEATURE: where a service cannot be performed, or rows contradict each other, the case goes on from the edge. */
class StepErrorsTest {

    private static final String STEPS = """
            <startEvent id="s"/>
            <userTask id="check" tongqu:performer="role:acceptor"/>
            <businessRuleTask id="ask" tongqu:decision="clash"/>
            <boundaryEvent id="unclear" attachedToRef="ask"><errorEventDefinition errorRef="rc"/></boundaryEvent>
            <serviceTask id="issue" tongqu:action="licences.issue"/>
            <boundaryEvent id="failed" attachedToRef="issue"><errorEventDefinition errorRef="sr"/></boundaryEvent>
            <userTask id="look" tongqu:performer="role:acceptor"/>
            <endEvent id="e" tongqu:result="issued"/><endEvent id="e2" tongqu:result="looked-at"/>
            <exclusiveGateway id="merge"/>
            <sequenceFlow id="f1" sourceRef="s" targetRef="check"/>
            <sequenceFlow id="f2" sourceRef="check" targetRef="ask"/>
            <sequenceFlow id="f3" sourceRef="ask" targetRef="issue"/>
            <sequenceFlow id="f4" sourceRef="issue" targetRef="e"/>
            <sequenceFlow id="f5" sourceRef="unclear" targetRef="merge"/>
            <sequenceFlow id="f6" sourceRef="failed" targetRef="merge"/>
            <sequenceFlow id="f7" sourceRef="merge" targetRef="look"/>
            <sequenceFlow id="f8" sourceRef="look" targetRef="e2"/>
            """;

    private static final String FAILED_EDGE =
            "<boundaryEvent id=\"failed\" attachedToRef=\"issue\"><errorEventDefinition errorRef=\"sr\"/></boundaryEvent>";

    @Test
    void aServiceThatCannotBePerformedLeadsToItsEdgeAndSaysWhy() {
        var played = checked(Map.of());
        var service = played.state().services().getFirst();

        played.does(new CaseCommand.ServiceFailed(service.id(), "号段用完"), Played.PLATFORM);

        assertThat(played.openTasks()).containsExactly("look");
        assertThat(played.state().services()).isEmpty();
        var caught = caught(played);
        assertThat(caught.why()).isEqualTo("号段用完");
        assertThat(caught.nodeId()).isEqualTo("failed");
        assertThat(played.completes("look", "done", Played.LI).state().result()).contains("looked-at");
    }

    @Test
    void rowsThatContradictEachOtherLeadToTheEdgeAndAnEarlierAnswerIsNotKnownAnyMore() {
        Map<String, Datum> both = Map.of(
                "large", new Datum.Truth(true),
                "small", new Datum.Truth(true),
                "rules", Datum.empty().with("clash.way", Datum.of("one")));

        var played = checked(both);

        assertThat(played.openTasks()).containsExactly("look");
        assertThat(caught(played).error()).isEqualTo("rules-conflict");
        assertThat(caught(played).why()).isEqualTo("Clash [1, 2]");
        assertThat(played.state().facts().text("rules.clash.way")).isEmpty();
    }

    @Test
    void theStepBeforeContradictingRowsCanBeRecalledAsBeforeAnyTable() {
        var played = checked(Map.of("large", new Datum.Truth(true), "small", new Datum.Truth(true)));
        var check = played.state().doneTasks().getFirst().task().id();

        played.does(new CaseCommand.Recall(check, "看错"), Played.LI);

        assertThat(played.openTasks()).containsExactly("check");
    }

    @Test
    void withoutAnEdgeAFailedServiceIsRefusedAsBefore() {
        var bare = STEPS.replace(FAILED_EDGE, "")
                .replace("<sequenceFlow id=\"f6\" sourceRef=\"failed\" targetRef=\"merge\"/>", "");
        var played = new Played(Drawn.process(bare))
                .on("2026-03-02 09:00")
                .does(Played.open(), Played.WANG)
                .completes("check", "done", Played.LI);
        var service = played.state().services().getFirst();

        assertThat(played.decide(new CaseCommand.ServiceFailed(service.id(), "号段用完"), Played.PLATFORM))
                .isEqualTo(Outcome.refused(new CaseRefusal.ServiceRefused("licences.issue", "号段用完")));
    }

    @Test
    void anErrorTheStepNeverEndsWithIsRefusedAndSoIsAnythingElseOnItsEdge() {
        var line = Drawn.LINES_BEFORE + 6;
        assertThat(problems(FAILED_EDGE.replace("\"sr\"", "\"x\""))).contains("failed error-of-step " + line);
        assertThat(problems(FAILED_EDGE.replace("\"sr\"", "\"rc\""))).contains("failed error-of-step " + line);
        assertThat(problems(FAILED_EDGE + FAILED_EDGE.replace("\"failed\"", "\"again\"")))
                .contains("again error-of-step " + line);
        assertThat(problems(FAILED_EDGE.replace("attachedToRef", "cancelActivity=\"false\" attachedToRef")))
                .contains("failed error-elsewhere " + line);
        assertThat(problems(FAILED_EDGE.replace(
                        "errorEventDefinition errorRef=\"sr\"", "messageEventDefinition messageRef=\"m\"")))
                .contains("failed timer-on-service " + line);
    }

    @Test
    void aStepThatIsTriedAgainWithoutAnybodyLookingIsRefused() {
        var endless = STEPS.replace(
                "<sequenceFlow id=\"f6\" sourceRef=\"failed\" targetRef=\"merge\"/>",
                "<sequenceFlow id=\"f6\" sourceRef=\"failed\" targetRef=\"issue\"/>");

        assertThat(Drawn.problems(endless))
                .extracting(problem -> problem.elementId() + " " + problem.code())
                .contains("issue circle-without-rest");
    }

    private static CaseEvent.ErrorCaught caught(Played played) {
        return played.events().stream()
                .filter(CaseEvent.ErrorCaught.class::isInstance)
                .map(CaseEvent.ErrorCaught.class::cast)
                .findFirst()
                .orElseThrow();
    }

    private static Played checked(Map<String, Datum> facts) {
        return new Played(Drawn.process(STEPS))
                .on("2026-03-02 09:00")
                .does(Played.open(Played.CLOCKS, facts), Played.WANG)
                .completes("check", "done", Played.LI);
    }

    private static List<String> problems(String edge) {
        return Drawn.problems(STEPS.replace(FAILED_EDGE, edge)).stream()
                .map(problem -> problem.elementId() + " " + problem.code() + " " + problem.line())
                .toList();
    }
}
