package org.tongqu.engines.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tongqu.engines.cases._support.Drawn;
import org.tongqu.engines.cases._support.Played;
import org.tongqu.kernel.Outcome;
import org.tongqu.kernel.data.Datum;

/** FEATURE: a step of the process asks a decision table; its answer is a fact and is remembered with its reason. */
class RuleCaseTest {

    private static final String ASKS = """
            <startEvent id="s"/>
            <userTask id="check" tongqu:performer="role:acceptor"/>
            <businessRuleTask id="ask" tongqu:decision="route"/>
            <exclusiveGateway id="how" default="f5"/>
            <userTask id="board" tongqu:performer="role:acceptor"/>
            <userTask id="clerk" tongqu:performer="role:acceptor"/>
            <endEvent id="e" tongqu:result="issued"/><endEvent id="e2" tongqu:result="simple"/>
            <sequenceFlow id="f1" sourceRef="s" targetRef="check"/>
            <sequenceFlow id="f2" sourceRef="check" targetRef="ask"/>
            <sequenceFlow id="f3" sourceRef="ask" targetRef="how"/>
            <sequenceFlow id="f4" sourceRef="how" targetRef="board" tongqu:when="rules.route.route == 'large'"/>
            <sequenceFlow id="f5" sourceRef="how" targetRef="clerk"/>
            <sequenceFlow id="f6" sourceRef="board" targetRef="e"/>
            <sequenceFlow id="f7" sourceRef="clerk" targetRef="e2"/>
            """;

    @Test
    void theAnswerDecidesTheWayAndStandsInTheEventWithItsRow() {
        var played = opened(5000).completes("check", "done", Played.LI);

        assertThat(played.openTasks()).containsExactly("board");
        assertThat(played.state().facts().text("rules.route.route")).contains("large");
        assertThat(played.events().stream().filter(CaseEvent.RuleDecided.class::isInstance))
                .singleElement()
                .satisfies(event -> {
                    var decided = (CaseEvent.RuleDecided) event;
                    assertThat(decided.name()).isEqualTo("Way");
                    assertThat(decided.matched())
                            .singleElement()
                            .satisfies(row -> assertThat(row.note()).isEqualTo("Article 1"));
                });
        assertThat(opened(10).completes("check", "done", Played.LI).openTasks()).containsExactly("clerk");
    }

    @Test
    void askingATableIsNothingSomebodyDidSoTheStepBeforeItCanBeRecalled() {
        var played = opened(5000).completes("check", "done", Played.LI);
        var check = played.state().doneTasks().getFirst().task().id();

        played.does(new CaseCommand.Recall(check, "看错"), Played.LI);

        assertThat(played.openTasks()).containsExactly("check");
        played.completes("check", "done", Played.LI);
        assertThat(played.openTasks()).containsExactly("board");
    }

    @Test
    void rowsThatContradictEachOtherUndoTheActThatLedThere() {
        var table = Drawn.TABLE.replace("&lt; 1000", "&gt; 5");
        var played = new Played(Drawn.process(ASKS, table))
                .on("2026-03-02 09:00")
                .does(Played.open(Played.CLOCKS, known(5000)), Played.WANG);

        var complete = Played.complete(played.task("check").id(), "done");

        assertThat(played.decide(complete, Played.LI))
                .isEqualTo(Outcome.refused(new CaseRefusal.RulesConflict("Way", List.of(1, 2))));
        assertThat(played.openTasks()).containsExactly("check");
    }

    @Test
    void everyDecisionOfAGraphStandsInAnEventWithItsRowsAndIsAFact() {
        var played = new Played(Drawn.process(ASKS, Drawn.GRAPH))
                .on("2026-03-02 09:00")
                .does(Played.open(Played.CLOCKS, known(5000)), Played.WANG)
                .completes("check", "done", Played.LI);

        assertThat(played.openTasks()).containsExactly("board");
        assertThat(played.events())
                .filteredOn(CaseEvent.RuleDecided.class::isInstance)
                .extracting(event -> (CaseEvent.RuleDecided) event)
                .extracting(
                        CaseEvent.RuleDecided::nodeId,
                        CaseEvent.RuleDecided::name,
                        decided -> decided.matched().size())
                .containsExactly(
                        tuple("ask", "Size of the firm", 1),
                        tuple("ask", "Points", 3),
                        tuple("ask", "Fee", 1),
                        tuple("ask", "Way", 1));
        assertThat(played.state().facts().text("rules.fee.basis")).contains("Article 7");
        assertThat(played.state().facts().text("rules.size.is")).contains("big");
    }

    @Test
    void whatAStepAsksForIsKnownAgainOnlyOnceEveryDecisionItNeedsIs() {
        var edge =
                "<boundaryEvent id=\"odd\" attachedToRef=\"ask\"><errorEventDefinition errorRef=\"rc\"/></boundaryEvent>"
                        + "<userTask id=\"look\" tongqu:performer=\"role:acceptor\"/>"
                        + "<sequenceFlow id=\"f8\" sourceRef=\"odd\" targetRef=\"look\"/>"
                        + "<sequenceFlow id=\"f9\" sourceRef=\"look\" targetRef=\"check\"/>";
        var contradicting = Drawn.GRAPH
                .replace("<text>&gt; 100</text>", "<text>&gt; 5</text>")
                .replace("FIRST", "ANY");
        var played = new Played(Drawn.process(ASKS + edge, contradicting))
                .on("2026-03-02 09:00")
                .does(Played.open(Played.CLOCKS, known(5000)), Played.WANG)
                .completes("check", "done", Played.LI);

        assertThat(played.openTasks()).containsExactly("look");
        assertThat(played.events()).noneMatch(CaseEvent.RuleDecided.class::isInstance);
        assertThat(played.events())
                .filteredOn(CaseEvent.ErrorCaught.class::isInstance)
                .singleElement()
                .satisfies(event ->
                        assertThat(((CaseEvent.ErrorCaught) event).why()).isEqualTo("Way [1, 2]"));
        assertThat(played.state().facts().at("rules").canonical())
                .isEqualTo("{\"fee\":null,\"points\":null,\"route\":null,\"size\":null}");
    }

    @Test
    void aTableThatIsNotThereIsToldWithItsPlace() {
        assertThat(Drawn.problems(ASKS.replace("decision=\"route\"", "decision=\"rout\"")))
                .extracting(problem -> problem.elementId() + " " + problem.code())
                .contains("ask decision-unknown");
    }

    private static Played opened(int capital) {
        return new Played(Drawn.process(ASKS))
                .on("2026-03-02 09:00")
                .does(Played.open(Played.CLOCKS, known(capital)), Played.WANG);
    }

    private static Map<String, Datum> known(int capital) {
        return Map.of("capital", Datum.of(capital));
    }
}
