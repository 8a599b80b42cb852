package org.tongqu.engines.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tongqu.engines.cases._support.Drawn;
import org.tongqu.engines.cases._support.Played;
import org.tongqu.kernel.data.Datum;

/** FEATURE: a way that ends gives a sign or has a message sent before, and messages are sent on the way. */
class ThrowingEndsTest {

    private static final String SIGN = "<signalEventDefinition signalRef=\"sg\"/>";
    private static final String LETTER = "<messageEventDefinition/>";

    /** One branch ends with something; the other waits for the sign. */
    private static final String BRANCHES = """
            <startEvent id="s"/>
            <parallelGateway id="fork"/>
            <userTask id="a" tongqu:performer="role:acceptor"/>
            <endEvent id="gone" tongqu:result="gone"%s>%s</endEvent>
            <intermediateCatchEvent id="wait"><signalEventDefinition signalRef="sg"/></intermediateCatchEvent>
            <userTask id="b" tongqu:performer="role:acceptor"/>
            <endEvent id="e" tongqu:result="issued"/>
            <sequenceFlow id="f1" sourceRef="s" targetRef="fork"/>
            <sequenceFlow id="f2" sourceRef="fork" targetRef="a"/>
            <sequenceFlow id="f3" sourceRef="fork" targetRef="wait"/>
            <sequenceFlow id="f4" sourceRef="a" targetRef="gone"/>
            <sequenceFlow id="f5" sourceRef="wait" targetRef="b"/>
            <sequenceFlow id="f6" sourceRef="b" targetRef="e"/>
            """;

    /** A message on the way, and one at the end of a subprocess. */
    private static final String LETTERS = """
            <startEvent id="s"/>
            <intermediateThrowEvent id="told" tongqu:action="letters.send" tongqu:with="receipt">%s</intermediateThrowEvent>
            <subProcess id="inner"><startEvent id="i1"/>
            <userTask id="check" tongqu:performer="role:acceptor"/>
            <endEvent id="i2" tongqu:action="letters.send" tongqu:with="notice"><messageEventDefinition/></endEvent>
            <sequenceFlow id="if1" sourceRef="i1" targetRef="check"/>
            <sequenceFlow id="if2" sourceRef="check" targetRef="i2"/></subProcess>
            <userTask id="after" tongqu:performer="role:acceptor"/>
            <endEvent id="e" tongqu:result="issued"/>
            <sequenceFlow id="f1" sourceRef="s" targetRef="told"/>
            <sequenceFlow id="f2" sourceRef="told" targetRef="inner"/>
            <sequenceFlow id="f3" sourceRef="inner" targetRef="after"/>
            <sequenceFlow id="f4" sourceRef="after" targetRef="e"/>
            """;

    @Test
    void anEndGivesItsSignToWhatStillStandsAndThatWayIsOver() {
        var played = opened(BRANCHES.formatted("", SIGN)).completes("a", "done", Played.LI);

        assertThat(played.openTasks()).containsExactly("b");
        assertThat(played.state().tokens()).hasSize(1);
        assertThat(played.completes("b", "done", Played.LI).state().result()).contains("issued");
    }

    @Test
    void theSignOfTheLastWayIsGivenThoughNobodyIsLeftToHearIt() {
        var alone = BRANCHES.formatted("", SIGN)
                .replace(
                        "<intermediateCatchEvent id=\"wait\"><signalEventDefinition signalRef=\"sg\"/></intermediateCatchEvent>",
                        "<exclusiveGateway id=\"wait\"/>");
        var played = opened(alone).completes("b", "done", Played.LI).completes("a", "done", Played.LI);

        assertThat(played.state().result()).contains("gone");
        assertThat(played.events()).anyMatch(CaseEvent.SignalSent.class::isInstance);
        assertThat(played.events().getLast()).isInstanceOf(CaseEvent.CaseEnded.class);
    }

    @Test
    void anEndHasItsMessageSentBeforeTheCaseIsOver() {
        var played = opened(BRANCHES.formatted(" tongqu:action=\"letters.send\" tongqu:with=\"refusal\"", LETTER))
                .does(new CaseCommand.Signal("licence.suspended", nothing()), Played.PLATFORM)
                .completes("b", "done", Played.LI)
                .completes("a", "done", Played.LI);

        assertThat(played.state().status()).isEqualTo(CaseState.Status.RUNNING);
        assertThat(played.state().services())
                .extracting(Service::nodeId, Service::action, Service::with)
                .containsExactly(tuple("gone", "letters.send", "refusal"));
        sent(played);
        assertThat(played.state().result()).contains("gone");
    }

    @Test
    void messagesAreSentOnTheWayAndAtTheEndOfASubprocess() {
        var played = opened(LETTERS.formatted(LETTER));

        assertThat(played.state().services()).extracting(Service::with).containsExactly("receipt");
        sent(played);
        played.completes("check", "done", Played.LI);
        assertThat(played.state().services()).extracting(Service::with).containsExactly("notice");
        sent(played);

        assertThat(played.openTasks()).containsExactly("after");
    }

    @Test
    void whatCannotBeSentOrGivenIsToldWithItsPlace() {
        var line = Drawn.LINES_BEFORE + 4;
        var action = " tongqu:action=\"letters.send\"";
        assertThat(problems(BRANCHES.formatted("", LETTER))).contains("gone action-unreadable " + line);
        assertThat(problems(BRANCHES.formatted(action, SIGN))).contains("gone action-without-message " + line);
        assertThat(problems(BRANCHES.formatted(action, ""))).contains("gone action-without-message " + line);
        assertThat(problems(BRANCHES.formatted("", "<signalEventDefinition/>")))
                .contains("gone signal-unreadable " + line);
        assertThat(problems(BRANCHES.formatted("", SIGN + "<terminateEventDefinition/>")))
                .contains("gone trigger-unknown " + line);
        assertThat(problems(BRANCHES.formatted("", "<timerEventDefinition/>")))
                .contains("gone trigger-unknown " + line);
        assertThat(problems(BRANCHES.formatted("", SIGN).replace("sourceRef=\"wait\"", "sourceRef=\"gone\"")))
                .contains("gone flow-out-of-end " + line);
        assertThat(problems(BRANCHES.formatted("", SIGN).replace("\"b\"", "\"gone.end\"")))
                .anyMatch(problem -> problem.startsWith("gone.end id-twice"));
        assertThat(problems(LETTERS.formatted(""))).contains("told throw-unknown " + (Drawn.LINES_BEFORE + 2));
    }

    private static void sent(Played played) {
        var service = played.state().services().getFirst();
        played.does(new CaseCommand.ServiceDone(service.id(), nothing()), Played.PLATFORM);
    }

    private static Datum.Fields nothing() {
        return new Datum.Fields(Map.of());
    }

    private static Played opened(String elements) {
        return new Played(Drawn.process(elements)).on("2026-03-02 09:00").does(Played.open(), Played.WANG);
    }

    private static List<String> problems(String elements) {
        return Drawn.problems(elements).stream()
                .map(problem -> problem.elementId() + " " + problem.code() + " " + problem.line())
                .toList();
    }
}
