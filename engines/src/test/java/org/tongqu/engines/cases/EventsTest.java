package org.tongqu.engines.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tongqu.engines.cases._support.Drawn;
import org.tongqu.engines.cases._support.Played;
import org.tongqu.kernel.Outcome;
import org.tongqu.kernel.data.Datum;

/** FEATURE: a case listens for messages, signs and errors beside what it does, and goes on from them. */
class EventsTest {

    /** A step with an edge; what stands at the edge is put in. */
    private static final String EDGE = """
            <startEvent id="s"/>
            <userTask id="check" tongqu:performer="role:acceptor" tongqu:limit="3 working days"/>
            <boundaryEvent id="edge" attachedToRef="check" cancelActivity="%s">%s</boundaryEvent>
            <userTask id="aside" tongqu:performer="role:acceptor"/>
            <endEvent id="e" tongqu:result="issued"/><endEvent id="e2" tongqu:result="aside"/>
            <sequenceFlow id="f1" sourceRef="s" targetRef="check"/>
            <sequenceFlow id="f2" sourceRef="check" targetRef="e"/>
            <sequenceFlow id="f3" sourceRef="edge" targetRef="aside"/>
            <sequenceFlow id="f4" sourceRef="aside" targetRef="e2"/>
            """;

    private static final String MESSAGE = "<messageEventDefinition messageRef=\"m\"/>";
    private static final String SIGNAL = "<signalEventDefinition signalRef=\"sg\"/>";

    /** Two branches, one of which gives the sign the other waits for; and an event subprocess for the whole case. */
    private static final String WHOLE = """
            <startEvent id="s"/>
            <parallelGateway id="fork"/>
            <intermediateCatchEvent id="wait"><signalEventDefinition signalRef="sg"/></intermediateCatchEvent>
            <intermediateThrowEvent id="give"><signalEventDefinition signalRef="sg"/></intermediateThrowEvent>
            <userTask id="a" tongqu:performer="role:acceptor"/>
            <userTask id="b" tongqu:performer="role:acceptor"/>
            <parallelGateway id="join"/>
            <endEvent id="e" tongqu:result="issued"/>
            <subProcess id="stop" triggeredByEvent="true">
              <startEvent id="called" isInterrupting="%s">%s</startEvent>
              <userTask id="settle" tongqu:performer="role:acceptor"/>
              <endEvent id="settled" tongqu:result="settled"/>
              <sequenceFlow id="x1" sourceRef="called" targetRef="settle"/>
              <sequenceFlow id="x2" sourceRef="settle" targetRef="settled"/>
            </subProcess>
            <sequenceFlow id="f1" sourceRef="s" targetRef="fork"/>
            <sequenceFlow id="f2" sourceRef="fork" targetRef="give"/>
            <sequenceFlow id="f3" sourceRef="fork" targetRef="wait"/>
            <sequenceFlow id="f4" sourceRef="give" targetRef="a"/>
            <sequenceFlow id="f5" sourceRef="wait" targetRef="b"/>
            <sequenceFlow id="f6" sourceRef="a" targetRef="join"/>
            <sequenceFlow id="f7" sourceRef="b" targetRef="join"/>
            <sequenceFlow id="f8" sourceRef="join" targetRef="e"/>
            """;

    /** An inner process in an inner process; the inner fails. */
    private static final String FAILING = """
            <startEvent id="s"/>
            <subProcess id="outer">
              <startEvent id="o1"/>
              <subProcess id="inner">
                <startEvent id="i1"/>
                <userTask id="try" tongqu:performer="role:acceptor"/>
                <endEvent id="i2"><errorEventDefinition errorRef="x"/></endEvent>
                <sequenceFlow id="if1" sourceRef="i1" targetRef="try"/>
                <sequenceFlow id="if2" sourceRef="try" targetRef="i2"/>
              </subProcess>
              <endEvent id="o2"/>
              <sequenceFlow id="of1" sourceRef="o1" targetRef="inner"/>
              <sequenceFlow id="of2" sourceRef="inner" targetRef="o2"/>
              %s
            </subProcess>
            %s
            <userTask id="after" tongqu:performer="role:acceptor"/>
            <endEvent id="e" tongqu:result="issued"/>
            <sequenceFlow id="f1" sourceRef="s" targetRef="outer"/>
            <sequenceFlow id="f2" sourceRef="outer" targetRef="after"/>
            <sequenceFlow id="f3" sourceRef="after" targetRef="e"/>
            """;

    private static final String HANDLER = """
            <subProcess id="handler" triggeredByEvent="true">
              <startEvent id="h1"><errorEventDefinition errorRef="x"/></startEvent>
              <userTask id="mend" tongqu:performer="role:acceptor"/>
              <endEvent id="h2" tongqu:result="mended"/>
              <sequenceFlow id="hf1" sourceRef="h1" targetRef="mend"/>
              <sequenceFlow id="hf2" sourceRef="mend" targetRef="h2"/>
            </subProcess>
            """;

    private static final Datum.Fields PAID = new Datum.Fields(Map.of("paid", new Datum.Truth(true)));

    @Test
    void aMessageOnTheEdgeGivesUpTheStepAndItsFactsAreKept() {
        var played = opened(EDGE.formatted(true, MESSAGE));

        played.does(new CaseCommand.Receive("fee.paid", PAID), Played.PLATFORM);

        assertThat(played.openTasks()).containsExactly("aside");
        assertThat(played.state().facts().truth("paid")).contains(true);
        assertThat(played.completes("aside", "done", Played.LI).state().result())
                .contains("aside");
    }

    @Test
    void besideItTheStepStaysAndTheMessageMayComeAgain() {
        var played = opened(EDGE.formatted(false, MESSAGE));

        played.does(new CaseCommand.Receive("fee.paid", PAID), Played.PLATFORM)
                .does(new CaseCommand.Receive("fee.paid", PAID), Played.PLATFORM);

        assertThat(played.openTasks()).containsExactlyInAnyOrder("check", "aside", "aside");
        played.completes("check", "done", Played.LI);
        assertThat(played.decide(new CaseCommand.Receive("fee.paid", PAID), Played.PLATFORM))
                .isEqualTo(Outcome.refused(new CaseRefusal.NobodyWaitsFor("fee.paid")));
    }

    @Test
    void aSignOfThePlatformIsHeardOnTheEdgeAndRefusedWhereNobodyHears() {
        var played = opened(EDGE.formatted(true, SIGNAL));
        var other = new CaseCommand.Signal("other.sign", PAID);
        assertThat(played.decide(other, Played.PLATFORM))
                .isEqualTo(Outcome.refused(new CaseRefusal.NobodyWaitsFor("other.sign")));

        played.does(new CaseCommand.Signal("licence.suspended", PAID), Played.PLATFORM);

        assertThat(played.openTasks()).containsExactly("aside");
        assertThat(played.decide(new CaseCommand.Signal("licence.suspended", PAID), Played.LI))
                .isInstanceOf(Outcome.Refused.class);
    }

    @Test
    void aSignOfTheCaseReachesABranchThatCameToWaitOnTheSameOccasion() {
        var played = opened(WHOLE.formatted(true, MESSAGE));

        assertThat(played.openTasks()).containsExactlyInAnyOrder("a", "b");
    }

    @Test
    void anInterruptingEventSubprocessGivesUpAllElseAndIsNotCalledAgain() {
        var played = opened(WHOLE.formatted(true, MESSAGE));

        played.does(new CaseCommand.Receive("fee.paid", PAID), Played.PLATFORM);

        assertThat(played.openTasks()).containsExactly("settle");
        assertThat(played.decide(new CaseCommand.Receive("fee.paid", PAID), Played.PLATFORM))
                .isEqualTo(Outcome.refused(new CaseRefusal.NobodyWaitsFor("fee.paid")));
        var back = new CaseCommand.Return(
                played.task("settle").id(), new CaseCommand.BackTo.Step("a"), CaseCommand.Extent.WHOLE_BLOCK, "x");
        assertThat(played.decide(back, Played.LI)).isEqualTo(Outcome.refused(new CaseRefusal.NotPassed("a")));
        assertThat(played.completes("settle", "done", Played.LI).state().result())
                .contains("settled");
    }

    @Test
    void besideAllElseTheCaseEndsOnlyWithItsLastWay() {
        var played = opened(WHOLE.formatted(false, MESSAGE));

        played.does(new CaseCommand.Receive("fee.paid", PAID), Played.PLATFORM)
                .completes("a", "done", Played.LI)
                .completes("b", "done", Played.LI);

        assertThat(played.openTasks()).containsExactly("settle");
        assertThat(played.completes("settle", "done", Played.LI).state().result())
                .contains("settled");
    }

    @Test
    void aTimerBeginsAnEventSubprocessOnce() {
        var timed = WHOLE.formatted(false, "<timerEventDefinition/>")
                .replace("<startEvent id=\"called\"", "<startEvent id=\"called\" tongqu:after=\"2 days\"");
        var played = opened(timed);
        var timer = played.state().timers().getFirst();
        assertThat(timer.taskId()).isEmpty();

        played.on(timer.dueAt()).does(new CaseCommand.FireTimer(timer.id()), Played.PLATFORM);

        assertThat(played.openTasks()).containsExactlyInAnyOrder("a", "b", "settle");
        assertThat(played.state().timers()).isEmpty();
        var ended = opened(timed).completes("a", "done", Played.LI).completes("b", "done", Played.LI);
        assertThat(ended.state().result()).contains("issued");
        assertThat(ended.state().timers()).isEmpty();
    }

    @Test
    void anErrorGoesOutwardsToTheNearestThatCatchesIt() {
        var edge =
                "<boundaryEvent id=\"caught\" attachedToRef=\"outer\"><errorEventDefinition errorRef=\"x\"/></boundaryEvent>"
                        + "<endEvent id=\"failed\" tongqu:result=\"failed\"/>"
                        + "<sequenceFlow id=\"f9\" sourceRef=\"caught\" targetRef=\"failed\"/>";

        assertThat(opened(FAILING.formatted("", edge))
                        .completes("try", "done", Played.LI)
                        .state()
                        .result())
                .contains("failed");
        var inside = opened(FAILING.formatted(HANDLER, "")).completes("try", "done", Played.LI);
        assertThat(inside.openTasks()).containsExactly("mend");
        assertThat(inside.completes("mend", "done", Played.LI).openTasks()).containsExactly("after");
        var whole = opened(FAILING.formatted("", HANDLER)).completes("try", "done", Played.LI);
        assertThat(whole.completes("mend", "done", Played.LI).state().result()).contains("mended");
    }

    @Test
    void aStepIsNotTakenBackOnceSomethingBeganByItselfInsideWhatItLedTo() {
        var asks = HANDLER.replace("<startEvent id=\"h1\">", "<startEvent id=\"h1\" isInterrupting=\"false\">")
                .replace("<errorEventDefinition errorRef=\"x\"/>", MESSAGE);
        var edge =
                "<boundaryEvent id=\"b\" attachedToRef=\"outer\"><errorEventDefinition errorRef=\"x\"/></boundaryEvent>"
                        + "<endEvent id=\"be\" tongqu:result=\"failed\"/><sequenceFlow id=\"bf\" sourceRef=\"b\" targetRef=\"be\"/>"
                        + "<userTask id=\"first\" tongqu:performer=\"role:acceptor\"/><sequenceFlow id=\"ff\" sourceRef=\"s\" targetRef=\"first\"/>";
        var played = opened(FAILING.formatted(asks, edge)
                        .replace("id=\"f1\" sourceRef=\"s\"", "id=\"f1\" sourceRef=\"first\""))
                .completes("first", "done", Played.LI)
                .does(new CaseCommand.Receive("fee.paid", PAID), Played.PLATFORM);
        assertThat(played.openTasks()).containsExactlyInAnyOrder("try", "mend");
        var first = played.state().doneTasks().getFirst().task().id();

        assertThat(played.decide(new CaseCommand.Recall(first, "看错"), Played.LI)
                        .fold(events -> "", CaseRefusal::toString))
                .startsWith("AlreadyTouched");
    }

    @Test
    void whatIsDrawnWrongIsToldWithItsPlace() {
        assertThat(codes(FAILING.formatted("", ""))).contains("i2 error-uncaught");
        assertThat(codes(EDGE.formatted(true, "<errorEventDefinition errorRef=\"x\"/>")))
                .contains("edge error-elsewhere");
        assertThat(codes(WHOLE.formatted(false, "<errorEventDefinition errorRef=\"x\"/>")))
                .contains("called error-elsewhere");
        assertThat(codes(WHOLE.formatted(true, ""))).contains("called trigger-unknown");
        assertThat(codes(EDGE.formatted(true, MESSAGE).replace("messageRef=\"m\"", "")))
                .contains("edge message-unreadable");
        assertThat(codes(EDGE.formatted(true, SIGNAL).replace("signalRef=\"sg\"", "")))
                .contains("edge signal-unreadable");
        assertThat(codes(EDGE.formatted(true, MESSAGE).replace("id=\"edge\"", "id=\"edge\" tongqu:after=\"2 days\"")))
                .contains("edge after-without-timer");
        assertThat(codes(WHOLE.formatted(true, MESSAGE)
                        .replace(
                                "<intermediateThrowEvent id=\"give\"><signalEventDefinition signalRef=\"sg\"/>",
                                "<intermediateThrowEvent id=\"give\">")))
                .contains("give throw-unknown");
        assertThat(
                        codes(
                                WHOLE.formatted(true, MESSAGE)
                                        .replace(
                                                "<sequenceFlow id=\"f3\"",
                                                "<sequenceFlow id=\"odd\" sourceRef=\"b\" targetRef=\"stop\"/><sequenceFlow id=\"f3\"")))
                .contains("stop inner-unreadable");
    }

    @Test
    void aSignThatCallsItselfWithoutEndIsRefused() {
        var endless = EDGE.formatted(false, SIGNAL)
                .replace(
                        "<userTask id=\"aside\" tongqu:performer=\"role:acceptor\"/>",
                        "<intermediateThrowEvent id=\"aside\"><signalEventDefinition signalRef=\"sg\"/></intermediateThrowEvent>");

        assertThat(codes(endless)).contains("aside circle-without-rest");
    }

    private static Played opened(String elements) {
        return new Played(Drawn.process(elements)).on("2026-03-02 09:00").does(Played.open(), Played.WANG);
    }

    private static List<String> codes(String elements) {
        return Drawn.problems(elements).stream()
                .map(problem -> problem.elementId() + " " + problem.code())
                .toList();
    }
}
