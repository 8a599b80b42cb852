package org.tongqu.engines.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tongqu.engines.cases._support.Drawn;
import org.tongqu.engines.cases._support.Played;
import org.tongqu.kernel.data.Datum;

/** FEATURE: what stands in a subprocess happens for each row of a list, at once or one after the other. */
class RepeatedTest {

    private static final String EACH =
            "<multiInstanceLoopCharacteristics isSequential=\"%s\" tongqu:each=\"plots\">%s</multiInstanceLoopCharacteristics>";

    /** A large plot is surveyed beside being checked; both meet again in their own instance. */
    private static final String PLOTS = """
            <startEvent id="s"/>
            <subProcess id="plot">%s<startEvent id="i1"/>
            <userTask id="check" tongqu:performer="role:acceptor"><extensionElements>
            <tongqu:outcome code="good"/><tongqu:outcome code="bad"/></extensionElements></userTask>
            <exclusiveGateway id="how" default="if4"/>
            <userTask id="survey" tongqu:performer="role:acceptor"><extensionElements>
            <tongqu:outcome code="good"/></extensionElements></userTask>
            <exclusiveGateway id="met"/>
            <endEvent id="i2"/>
            <sequenceFlow id="if1" sourceRef="i1" targetRef="check"/>
            <sequenceFlow id="if2" sourceRef="check" targetRef="how"/>
            <sequenceFlow id="if3" sourceRef="how" targetRef="survey" tongqu:when="item.area &gt; 100"/>
            <sequenceFlow id="if4" sourceRef="how" targetRef="met"/>
            <sequenceFlow id="if5" sourceRef="survey" targetRef="met"/>
            <sequenceFlow id="if6" sourceRef="met" targetRef="i2"/></subProcess>
            %s
            <userTask id="after" tongqu:performer="role:acceptor"/>
            <endEvent id="e" tongqu:result="issued"/>
            <sequenceFlow id="f1" sourceRef="s" targetRef="plot"/>
            <sequenceFlow id="f2" sourceRef="plot" targetRef="after"/>
            <sequenceFlow id="f3" sourceRef="after" targetRef="e"/>
            """;

    private static final String FORKED = """
            <startEvent id="s"/>
            <subProcess id="plot">%s<startEvent id="i1"/>
            <parallelGateway id="fork"/><parallelGateway id="join"/>
            <userTask id="a" tongqu:performer="role:acceptor"/><userTask id="b" tongqu:performer="role:acceptor"/>
            <endEvent id="i2"/>
            <sequenceFlow id="if1" sourceRef="i1" targetRef="fork"/>
            <sequenceFlow id="if2" sourceRef="fork" targetRef="a"/>
            <sequenceFlow id="if3" sourceRef="fork" targetRef="b"/>
            <sequenceFlow id="if4" sourceRef="a" targetRef="join"/>
            <sequenceFlow id="if5" sourceRef="b" targetRef="join"/>
            <sequenceFlow id="if6" sourceRef="join" targetRef="i2"/></subProcess>
            <endEvent id="e" tongqu:result="issued"/>
            <sequenceFlow id="f1" sourceRef="s" targetRef="plot"/>
            <sequenceFlow id="f2" sourceRef="plot" targetRef="e"/>
            """;

    @Test
    void eachRowHasItsInstanceAtOnceAndItsConditionsSeeThatRow() {
        var played = opened(PLOTS.formatted(EACH.formatted(false, ""), ""), 50, 500);
        assertThat(played.openTasks()).containsExactly("check", "check");

        complete(played, "good");
        assertThat(played.openTasks()).containsExactly("check");
        complete(played, "good");

        assertThat(played.openTasks()).containsExactly("survey");
        assertThat(played.completes("survey", "good", Played.LI).openTasks()).containsExactly("after");
    }

    @Test
    void oneAfterTheOtherTheNextBeginsWhenTheOneBeforeIsOver() {
        var played = opened(PLOTS.formatted(EACH.formatted(true, ""), ""), 500, 50);
        assertThat(played.openTasks()).containsExactly("check");

        complete(played, "good");
        assertThat(played.openTasks()).containsExactly("survey");
        played.completes("survey", "good", Played.LI);
        assertThat(played.openTasks()).containsExactly("check");
        complete(played, "good");

        assertThat(played.openTasks()).containsExactly("after");
    }

    @Test
    void theConditionGivesUpTheOthersAndAnEmptyListIsPassed() {
        var until = "<completionCondition>outcome == 'bad' or instances.done == 3</completionCondition>";
        var together = opened(PLOTS.formatted(EACH.formatted(false, until), ""), 1, 2, 3, 4);
        complete(together, "good");
        assertThat(together.openTasks()).hasSize(3);
        complete(together, "bad");
        assertThat(together.openTasks()).containsExactly("after");

        var inTurn = opened(PLOTS.formatted(EACH.formatted(true, until), ""), 1, 2, 3, 4);
        complete(inTurn, "good");
        complete(inTurn, "good");
        assertThat(inTurn.openTasks()).containsExactly("check");
        complete(inTurn, "good");
        assertThat(inTurn.openTasks()).containsExactly("after");

        assertThat(opened(PLOTS.formatted(EACH.formatted(false, ""), "")).openTasks())
                .containsExactly("after");
    }

    @Test
    void branchesMeetInTheirOwnInstanceOnly() {
        var played = opened(FORKED.formatted(EACH.formatted(false, "")), 1, 2);
        var first = played.state().openTasks().stream()
                .filter(task -> task.nodeId().equals("a"))
                .toList();
        var second = played.state().openTasks().stream()
                .filter(task -> task.nodeId().equals("b"))
                .toList();

        played.does(Played.complete(first.get(0).id(), "done"), Played.LI)
                .does(Played.complete(second.get(1).id(), "done"), Played.LI);
        assertThat(played.openTasks()).containsExactlyInAnyOrder("a", "b");

        played.does(Played.complete(first.get(1).id(), "done"), Played.LI)
                .does(Played.complete(second.get(0).id(), "done"), Played.LI);
        assertThat(played.state().result()).contains("issued");
    }

    @Test
    void theEdgeIsThatOfTheWholeAndHearsOnce() {
        var edge = """
                <boundaryEvent id="edge" attachedToRef="plot"><messageEventDefinition messageRef="m"/></boundaryEvent>
                <endEvent id="e2" tongqu:result="aside"/><sequenceFlow id="f9" sourceRef="edge" targetRef="e2"/>
                """;
        var played = opened(PLOTS.formatted(EACH.formatted(false, ""), edge), 1, 2, 3);

        played.does(new CaseCommand.Receive("fee.paid", new Datum.Fields(Map.of())), Played.PLATFORM);

        assertThat(played.state().result()).contains("aside");
        assertThat(played.state().openTasks()).isEmpty();
    }

    @Test
    void besideItTheEdgeHearsASignOnceHoweverManyInstancesThereAre() {
        var edge = """
                <boundaryEvent id="edge" attachedToRef="plot" cancelActivity="false">
                <signalEventDefinition signalRef="sg"/></boundaryEvent>
                <userTask id="aside" tongqu:performer="role:acceptor"/>
                <endEvent id="e2" tongqu:result="aside"/><sequenceFlow id="f8" sourceRef="edge" targetRef="aside"/>
                <sequenceFlow id="f9" sourceRef="aside" targetRef="e2"/>
                """;
        var played = opened(PLOTS.formatted(EACH.formatted(false, ""), edge), 1, 2);

        played.does(new CaseCommand.Signal("licence.suspended", new Datum.Fields(Map.of())), Played.PLATFORM);

        assertThat(played.openTasks()).containsExactlyInAnyOrder("check", "check", "aside");
    }

    @Test
    void instancesAtOnceAreCountedAsTheyEnd() {
        var until = "<completionCondition>instances.done == 2 and instances.total == 4</completionCondition>";
        var played = opened(PLOTS.formatted(EACH.formatted(false, until), ""), 1, 2, 3, 4);

        complete(played, "good");
        assertThat(played.openTasks()).hasSize(3);
        complete(played, "good");

        assertThat(played.openTasks()).containsExactly("after");
    }

    @Test
    void aCalledProcessIsRepeatedToo() {
        var call = """
                <startEvent id="s"/>
                <callActivity id="call" calledElement="q"><multiInstanceLoopCharacteristics>
                <loopCardinality>2</loopCardinality></multiInstanceLoopCharacteristics></callActivity>
                <endEvent id="e" tongqu:result="issued"/>
                <sequenceFlow id="f1" sourceRef="s" targetRef="call"/>
                <sequenceFlow id="f2" sourceRef="call" targetRef="e"/>
                """;
        var called = """
                <startEvent id="cs"/><userTask id="look" tongqu:performer="role:acceptor"/>
                <endEvent id="ce" tongqu:result="seen"/>
                <sequenceFlow id="c1" sourceRef="cs" targetRef="look"/>
                <sequenceFlow id="c2" sourceRef="look" targetRef="ce"/>
                """;
        var process = Drawn.calling(call, called).orElseThrow();
        var played = new Played(process).on("2026-03-02 09:00").does(Played.open(), Played.WANG);

        assertThat(played.openTasks()).containsExactly("look", "look");
        complete(played, "done");
        complete(played, "done");
        assertThat(played.state().result()).contains("issued");
    }

    @Test
    void whatDoesNotSayForWhatItIsRepeatedIsToldWithItsPlace() {
        var line = Drawn.LINES_BEFORE + 2;
        for (var loop : List.of(
                "<multiInstanceLoopCharacteristics/>",
                "<multiInstanceLoopCharacteristics tongqu:each=\"a b\"/>",
                "<multiInstanceLoopCharacteristics tongqu:each=\"plots\" tongqu:decides=\"all\"/>",
                "<multiInstanceLoopCharacteristics tongqu:each=\"plots\"><loopCardinality>2</loopCardinality></multiInstanceLoopCharacteristics>",
                "<multiInstanceLoopCharacteristics><loopCardinality>0</loopCardinality></multiInstanceLoopCharacteristics>",
                "<multiInstanceLoopCharacteristics><loopCardinality>n</loopCardinality></multiInstanceLoopCharacteristics>")) {
            assertThat(problems(PLOTS.formatted(loop, ""))).as(loop).contains("plot repetition-unreadable " + line);
        }
        var asks = "<completionCondition>%s</completionCondition>";
        assertThat(problems(PLOTS.formatted(EACH.formatted(false, asks.formatted("outcome =")), "")))
                .contains("plot condition-unreadable " + line);
        assertThat(problems(PLOTS.formatted(EACH.formatted(false, asks.formatted("outcome == 'gone'")), "")))
                .contains("plot outcome-not-offered " + line);
    }

    private static void complete(Played played, String outcome) {
        var task = played.state().openTasks().getFirst();
        played.does(Played.complete(task.id(), outcome), Played.LI);
    }

    private static Played opened(String elements, int... areas) {
        var plots = Arrays.stream(areas)
                .mapToObj(area -> (Datum) Datum.empty().with("area", Datum.of(area)))
                .toList();
        return new Played(Drawn.process(elements))
                .on("2026-03-02 09:00")
                .does(Played.open(Played.CLOCKS, Map.of("plots", Datum.of(plots))), Played.WANG);
    }

    private static List<String> problems(String elements) {
        return Drawn.problems(elements).stream()
                .map(problem -> problem.elementId() + " " + problem.code() + " " + problem.line())
                .toList();
    }
}
