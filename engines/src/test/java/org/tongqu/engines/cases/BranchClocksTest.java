package org.tongqu.engines.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tongqu.engines.cases.RunningClock.Status;
import org.tongqu.engines.cases._support.Drawn;
import org.tongqu.engines.cases._support.Played;
import org.tongqu.engines.cases.process.Performer;
import org.tongqu.kernel.time.Limit;

/** FEATURE: while one branch waits for the applicant, the clocks of the others run on unless the process says otherwise. */
class BranchClocksTest {

    private static final Clocks CLOCKS =
            Clocks.of(Played.clock("water", Limit.workingDays(5)), Played.clock("land", Limit.workingDays(5)));

    /** How the water office asks for more. */
    enum Asking {
        /** As the process draws it. */
        BY_A_STEP("examine", "supplement"),
        /** Beside what is drawn. */
        BY_NOTICE("examine", "examine");

        private final String node;
        private final String waitsAt;

        Asking(String node, String waitsAt) {
            this.node = node;
            this.waitsAt = waitsAt;
        }
    }

    @ParameterizedTest
    @EnumSource
    void theClocksOfTheOtherBranchesRunOn(Asking asking) {
        var played = asked(asking, "tongqu:clocks=\"water\"");

        assertThat(played.clock("water").status()).isEqualTo(Status.STOPPED);
        assertThat(played.clock("land").status()).isEqualTo(Status.RUNNING);
        assertThat(played.clock("land").dueAt()).isEqualTo(Played.at("2026-03-11 00:00"));

        answered(played);

        assertThat(played.clock("water").dueAt())
                .as("from Wednesday to Monday no day ran through")
                .isEqualTo(Played.at("2026-03-17 00:00"));
        assertThat(played.clock("land").dueAt()).isEqualTo(Played.at("2026-03-11 00:00"));
        assertThat(played.clock("land").exclusions()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void allOfThemStandStillWhereTheProcessNamesNone(Asking asking) {
        var played = asked(asking, "");

        assertThat(played.clock("water").status()).isEqualTo(Status.STOPPED);
        assertThat(played.clock("land").status()).isEqualTo(Status.STOPPED);

        answered(played);

        assertThat(played.clock("land").dueAt()).isEqualTo(Played.at("2026-03-17 00:00"));
    }

    @ParameterizedTest
    @EnumSource
    void theLimitOfAnotherBranchsStepIsNeverTouched(Asking asking) {
        var due = asked(asking, "").task("decide").dueAt();

        assertThat(due).contains(Played.at("2026-03-11 00:00"));
    }

    @Test
    void theOtherBranchIsDecidedMeanwhile() {
        var played = asked(Asking.BY_A_STEP, "tongqu:clocks=\"water\"").completes("decide", "done", Played.QIAN);

        assertThat(played.clock("land").ended()).isPresent();
        assertThat(played.clock("water").status()).isEqualTo(Status.STOPPED);
        assertThat(played.openTasks()).containsExactly("supplement");
    }

    /** Opened on Tuesday, asked on Wednesday. */
    private static Played asked(Asking asking, String clocks) {
        var played = new Played(Drawn.process(process(clocks)))
                .on("2026-03-03 09:00")
                .does(Played.open(CLOCKS, Map.of()), Played.WANG)
                .on("2026-03-04 09:00");
        if (asking == Asking.BY_A_STEP) {
            played.completes(asking.node, "ask", Played.LI);
        } else {
            played.does(
                    new CaseCommand.AskSupplement(played.task(asking.node).id(), List.of(), List.of("报告"), "缺签章页", ""),
                    Played.LI);
        }
        assertThat(played.openTasks()).contains(asking.waitsAt, "decide");
        return played;
    }

    /** On Monday. */
    private static void answered(Played played) {
        var waiting = played.state().openTasks().stream()
                .filter(task -> task.performer() instanceof Performer.Applicant)
                .findFirst()
                .orElseThrow();
        played.on("2026-03-09 09:00")
                .does(
                        Played.complete(waiting.id(), waiting.nodeId().equals("supplement") ? "done" : "resubmit"),
                        Played.WANG);
    }

    private static String process(String clocks) {
        return """
            <startEvent id="s" tongqu:starts="water land"/><parallelGateway id="split"/>
            <userTask id="examine" tongqu:performer="role:acceptor" tongqu:limit="5 working days" %1$s
                tongqu:may="supplement"><extensionElements>
              <tongqu:outcome code="pass" ends="water"/><tongqu:outcome code="ask"/></extensionElements></userTask>
            <exclusiveGateway id="examined" default="passed"/>
            <userTask id="supplement" tongqu:performer="applicant" tongqu:clock="stops" %1$s/>
            <userTask id="decide" tongqu:performer="role:acceptor" tongqu:limit="5 working days"><extensionElements>
              <tongqu:outcome code="done" ends="land"/></extensionElements></userTask>
            <parallelGateway id="join"/><endEvent id="end" tongqu:result="granted"/>
            <sequenceFlow id="f1" sourceRef="s" targetRef="split"/>
            <sequenceFlow id="f2" sourceRef="split" targetRef="examine"/>
            <sequenceFlow id="f3" sourceRef="split" targetRef="decide"/>
            <sequenceFlow id="f4" sourceRef="examine" targetRef="examined"/>
            <sequenceFlow id="asks" sourceRef="examined" targetRef="supplement" tongqu:when="outcome == 'ask'"/>
            <sequenceFlow id="again" sourceRef="supplement" targetRef="examine"/>
            <sequenceFlow id="passed" sourceRef="examined" targetRef="join"/>
            <sequenceFlow id="f5" sourceRef="decide" targetRef="join"/>
            <sequenceFlow id="f6" sourceRef="join" targetRef="end"/>
            """.formatted(clocks);
    }
}
