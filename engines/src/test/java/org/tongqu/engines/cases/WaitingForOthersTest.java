package org.tongqu.engines.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tongqu.engines.cases._support.Drawn;
import org.tongqu.engines.cases._support.Played;
import org.tongqu.engines.cases.process.ProcessProblem;
import org.tongqu.kernel.Outcome;
import org.tongqu.kernel.data.Datum;

/** FEATURE: a case waits for some of several branches, for messages of other systems, or for whichever comes first. */
class WaitingForOthersTest {

    private static final String SOME = """
            <startEvent id="s"/><inclusiveGateway id="split" default="f4"/>
            <userTask id="fire" tongqu:performer="role:acceptor"/><userTask id="water" tongqu:performer="role:acceptor"/>
            <userTask id="desk" tongqu:performer="role:acceptor"/>
            <inclusiveGateway id="join"/><userTask id="decide" tongqu:performer="role:decider"/>
            <endEvent id="e" tongqu:result="done"/>
            <sequenceFlow id="f1" sourceRef="s" targetRef="split"/>
            <sequenceFlow id="f2" sourceRef="split" targetRef="fire" tongqu:when="height >= 24"/>
            <sequenceFlow id="f3" sourceRef="split" targetRef="water" tongqu:when="well"/>
            <sequenceFlow id="f4" sourceRef="split" targetRef="desk"/>
            <sequenceFlow id="f5" sourceRef="fire" targetRef="join"/><sequenceFlow id="f6" sourceRef="water" targetRef="join"/>
            <sequenceFlow id="f7" sourceRef="desk" targetRef="join"/><sequenceFlow id="f8" sourceRef="join" targetRef="decide"/>
            <sequenceFlow id="f9" sourceRef="decide" targetRef="e"/>
            """;

    private static final String FEE = """
            <startEvent id="s"/><eventBasedGateway id="first"/>
            <intermediateCatchEvent id="paid"><messageEventDefinition messageRef="m"/></intermediateCatchEvent>
            <intermediateCatchEvent id="late" tongqu:after="15 days"><timerEventDefinition/></intermediateCatchEvent>
            <sendTask id="thank" tongqu:action="notices.send" tongqu:with="receipt"/>
            <endEvent id="done" tongqu:result="done"/><endEvent id="lapsed" tongqu:result="lapsed"/>
            <sequenceFlow id="f1" sourceRef="s" targetRef="first"/><sequenceFlow id="f2" sourceRef="first" targetRef="paid"/>
            <sequenceFlow id="f3" sourceRef="first" targetRef="late"/><sequenceFlow id="f4" sourceRef="paid" targetRef="thank"/>
            <sequenceFlow id="f5" sourceRef="thank" targetRef="done"/><sequenceFlow id="f6" sourceRef="late" targetRef="lapsed"/>
            """;

    @Test
    void onlyTheBranchesWhoseConditionHoldsAreWaitedFor() {
        var played = opened(SOME, Map.of("height", Datum.of(30), "well", new Datum.Truth(true)));
        assertThat(played.openTasks()).containsExactly("fire", "water");

        played.completes("fire", "done", Played.LI);
        assertThat(played.openTasks()).containsExactly("water");
        played.completes("water", "done", Played.LI);

        assertThat(played.openTasks()).containsExactly("decide");
    }

    @Test
    void whereNoConditionHoldsTheDefaultIsTakenAlone() {
        var played = opened(SOME, Map.of());
        assertThat(played.openTasks()).containsExactly("desk");

        played.completes("desk", "done", Played.LI);

        assertThat(played.openTasks()).containsExactly("decide");
    }

    @Test
    void aMessageIsTakenOnceAndCallsTheTimerOff() {
        var played = opened(FEE, Map.of());
        assertThat(played.state().timers()).hasSize(1);
        var paid = new CaseCommand.Receive("fee.paid", new Datum.Fields(Map.of("receipt", Datum.of("R1"))));

        played.does(paid, Played.PLATFORM);

        assertThat(played.state().timers()).isEmpty();
        assertThat(played.state().facts().text("receipt")).contains("R1");
        assertThat(played.state().services()).extracting(Service::action).containsExactly("notices.send");
        assertThat(played.decide(paid, Played.PLATFORM))
                .isEqualTo(Outcome.refused(new CaseRefusal.NobodyWaitsFor("fee.paid")));
        assertThat(played.decide(paid, Played.WANG)).isEqualTo(Outcome.refused(new CaseRefusal.NotYours("system", "")));
    }

    @Test
    void theTimerDecidesWhenNoMessageCame() {
        var played = opened(FEE, Map.of());
        var timer = played.state().timers().getFirst();

        played.on(timer.dueAt()).does(new CaseCommand.FireTimer(timer.id()), Played.PLATFORM);

        assertThat(played.state().result()).contains("lapsed");
    }

    @Test
    void anInclusiveBranchThatEndsElsewhereIsRefused() {
        var broken = SOME.replace("sourceRef=\"water\" targetRef=\"join\"", "sourceRef=\"water\" targetRef=\"e\"");

        assertThat(Drawn.problems(broken))
                .extracting(ProcessProblem::elementId, ProcessProblem::code)
                .contains(tuple("split", "inclusive-open"));
    }

    @Test
    void behindAnEventGatewayStandsOnlyWhatCanBeWaitedFor() {
        var broken = FEE.replace("sourceRef=\"first\" targetRef=\"paid\"", "sourceRef=\"first\" targetRef=\"thank\"");

        assertThat(Drawn.problems(broken))
                .extracting(ProcessProblem::elementId, ProcessProblem::code)
                .contains(tuple("first", "event-gateway"));
    }

    private static Played opened(String process, Map<String, Datum> facts) {
        return new Played(Drawn.process(process))
                .on("2026-03-02 09:00")
                .does(Played.open(Played.CLOCKS, facts), Played.WANG);
    }
}
