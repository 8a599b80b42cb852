package org.tongqu.engines.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.tongqu.engines.cases._support.Drawn;
import org.tongqu.engines.cases._support.Played;
import org.tongqu.kernel.data.Datum;

/** FEATURE: several offices work on one case at the same time, and timers run beside them. */
class ParallelCaseTest {

    private static final String TWO_OPINIONS = """
            <startEvent id="s" tongqu:starts="total"/><parallelGateway id="split"/>
            <userTask id="fire" tongqu:performer="role:acceptor"><extensionElements>
              <tongqu:outcome code="agree"/><tongqu:outcome code="object"/></extensionElements></userTask>
            <userTask id="land" tongqu:performer="role:acceptor" tongqu:clock="stops"><extensionElements>
              <tongqu:outcome code="agree" starts="promised"/><tongqu:outcome code="object"/></extensionElements></userTask>
            <userTask id="photos" tongqu:performer="applicant" tongqu:clock="stops"/>
            <boundaryEvent id="remind" attachedToRef="fire" cancelActivity="false" tongqu:after="3 working days">
              <timerEventDefinition/></boundaryEvent>
            <serviceTask id="notice" tongqu:action="notices.send" tongqu:with="reminder"/>
            <endEvent id="reminded" tongqu:result="reminded"/>
            <parallelGateway id="join"/><exclusiveGateway id="all" default="no"/>
            <endEvent id="granted" tongqu:result="granted"/><endEvent id="denied" tongqu:result="denied"/>
            <endEvent id="forbidden" tongqu:result="forbidden"><terminateEventDefinition/></endEvent>
            <exclusiveGateway id="photographed" default="f8"/>
            <sequenceFlow id="f1" sourceRef="s" targetRef="split"/>
            <sequenceFlow id="f2" sourceRef="split" targetRef="fire"/>
            <sequenceFlow id="f3" sourceRef="split" targetRef="land"/>
            <sequenceFlow id="f4" sourceRef="split" targetRef="photos"/>
            <sequenceFlow id="f5" sourceRef="fire" targetRef="join"/>
            <sequenceFlow id="f6" sourceRef="land" targetRef="join"/>
            <sequenceFlow id="f7" sourceRef="photos" targetRef="photographed"/>
            <sequenceFlow id="f8" sourceRef="photographed" targetRef="join"/>
            <sequenceFlow id="stop" sourceRef="photographed" targetRef="forbidden" tongqu:when="protectedArea"/>
            <sequenceFlow id="f9" sourceRef="join" targetRef="all"/>
            <sequenceFlow id="yes" sourceRef="all" targetRef="granted"
              tongqu:when="outcomes.fire == 'agree' and outcomes.land == 'agree'"/>
            <sequenceFlow id="no" sourceRef="all" targetRef="denied"/>
            <sequenceFlow id="f10" sourceRef="remind" targetRef="notice"/>
            <sequenceFlow id="f11" sourceRef="notice" targetRef="reminded"/>
            """;

    private final Played played =
            new Played(Drawn.process(TWO_OPINIONS)).on("2026-03-02 09:00").does(Played.open(), Played.WANG);

    @Test
    void theJoinWaitsForEveryBranchAndAsksWhatEachDecided() {
        played.completes("land", "agree", Played.LI).completes("fire", "agree", Played.QIAN);
        assertThat(played.openTasks()).containsExactly("photos");

        played.completes("photos", "done", Played.WANG);

        assertThat(played.state().result()).contains("granted");
    }

    @Test
    void oneObjectionIsEnough_whoeverCameLast() {
        played.completes("fire", "object", Played.QIAN)
                .completes("photos", "done", Played.WANG)
                .completes("land", "agree", Played.LI);

        assertThat(played.state().result()).contains("denied");
    }

    @Test
    void theClocksGoOnOnlyWhenTheLastStoppingTaskIsClosed() {
        assertThat(total().status()).isEqualTo(RunningClock.Status.STOPPED);

        played.on("2026-03-05 09:00").completes("land", "agree", Played.LI);
        assertThat(total().status()).isEqualTo(RunningClock.Status.STOPPED);
        assertThat(clock("promised").status()).isEqualTo(RunningClock.Status.STOPPED);
        assertThat(clock("promised").spent()).isEqualTo(Spent.NOTHING);

        played.on("2026-03-09 09:00").completes("photos", "done", Played.WANG);
        assertThat(total().status()).isEqualTo(RunningClock.Status.RUNNING);
        assertThat(total().dueAt()).isEqualTo(Played.at("2026-05-09 00:00"));
        assertThat(clock("promised").dueAt()).isEqualTo(Played.at("2026-03-24 00:00"));
    }

    @Test
    void anEndOfTheWholeCaseCancelsTheOtherBranches() {
        var facts = new Datum.Fields(Map.of("protectedArea", new Datum.Truth(true)));
        played.does(new CaseCommand.Complete(played.task("photos").id(), "done", "", facts), Played.WANG);

        assertThat(played.state().result()).contains("forbidden");
        assertThat(played.events())
                .filteredOn(CaseEvent.TaskCancelled.class::isInstance)
                .extracting(event -> ((CaseEvent.TaskCancelled) event).why())
                .containsExactly(CaseEvent.Cancellation.TERMINATED, CaseEvent.Cancellation.TERMINATED);
    }

    @Test
    void aReminderRunsBesideTheTaskItReminds() {
        var timer = played.state().timers().getFirst();
        played.on(timer.dueAt())
                .does(new CaseCommand.FireTimer(timer.id()), Played.PLATFORM)
                .answersServices();

        assertThat(played.openTasks()).containsExactly("fire", "land", "photos");
        assertThat(played.state().status()).isEqualTo(CaseState.Status.RUNNING);
        assertThat(played.state().timers()).isEmpty();
    }

    @Test
    void theTrailShowsWhereTheCaseHasBeenAndWhereItIs() {
        played.completes("fire", "agree", Played.QIAN);

        var trail = Trail.of(Drawn.process(TWO_OPINIONS), played.events());

        assertThat(trail.here()).isEqualTo(Set.of("land", "photos", "join"));
        assertThat(trail.passed()).isEqualTo(Set.of("s", "split", "fire"));
        assertThat(trail.flows()).isEqualTo(Set.of("f1", "f2", "f3", "f4", "f5"));
    }

    private RunningClock total() {
        return clock("total");
    }

    private RunningClock clock(String name) {
        return Objects.requireNonNull(played.state().clocks().get(name));
    }
}
