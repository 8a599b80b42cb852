package org.tongqu.engines.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tongqu.engines.cases._support.Drawn;
import org.tongqu.engines.cases._support.Played;
import org.tongqu.kernel.Outcome;
import org.tongqu.kernel.data.Datum;

/** FEATURE: work is prepared, signed, urged, copied, paused and stopped as offices do it, besides the drawn steps. */
class HandlingTest {

    private static final String PROCESS = """
            <startEvent id="start" tongqu:starts="total"/>
            <userTask id="accept" tongqu:performer="role:acceptor" tongqu:may="supplement sign delegate terminate">
              <extensionElements>
                <tongqu:outcome code="accept" starts="promised"/>
                <tongqu:outcome code="enquire" once="true"/>
                <tongqu:promise within="10 working days" remind="8 working days" otherwise="withhold"/>
              </extensionElements></userTask>
            <exclusiveGateway id="way" default="on"/>
            <userTask id="decide" tongqu:performer="role:decider">
              <extensionElements>
                <tongqu:outcome code="approve" needs="promises"/><tongqu:outcome code="reject" reason="required"/>
                <tongqu:special code="hearing" limit="20 working days" basis="行政许可法 第四十五条"/>
              </extensionElements></userTask>
            <endEvent id="end" tongqu:result="issued"/>
            <sequenceFlow id="f1" sourceRef="start" targetRef="accept"/>
            <sequenceFlow id="f2" sourceRef="accept" targetRef="way"/>
            <sequenceFlow id="f3" sourceRef="way" targetRef="accept" tongqu:when="outcome == 'enquire'"/>
            <sequenceFlow id="on" sourceRef="way" targetRef="decide"/>
            <sequenceFlow id="f5" sourceRef="decide" targetRef="end"/>
            """;

    private static final Assignee ZHAO = new Assignee("zhao", "赵核准");
    private static final Assignee QIAN = new Assignee("qian", "钱接件");

    private final Played played = new Played(Drawn.process(PROCESS));

    @BeforeEach
    void open() {
        played.on("2026-03-02 09:00").does(Played.open(), Played.WANG);
    }

    @Test
    void aDelegatePreparesAndTheDelegatorDecides() {
        played.does(new CaseCommand.Delegate("accept-1", ZHAO, "请先看"), Played.LI);

        assertThat(played.decide(Played.complete("accept-1", "accept"), Played.ZHAO))
                .isEqualTo(Outcome.refused(new CaseRefusal.OnlyPrepared("李接件")));
        assertThat(refusal(new CaseCommand.GiveBack("accept-1", " "), Played.ZHAO))
                .isEqualTo(new CaseRefusal.ReasonMissing("give-back"));

        played.does(new CaseCommand.GiveBack("accept-1", "材料齐全"), Played.ZHAO);

        assertThat(played.task("accept").assignee()).contains(new Assignee("li", "李接件"));
        played.completes("accept", "accept", Played.LI);
    }

    @Test
    void whoeverDelegatedMayTakeItBackOrDecideAnyTime() {
        played.does(new CaseCommand.Delegate("accept-1", ZHAO, "请先看"), Played.LI)
                .does(new CaseCommand.GiveBack("accept-1", ""), Played.LI)
                .does(new CaseCommand.Delegate("accept-1", ZHAO, "还是请看"), Played.LI)
                .completes("accept", "accept", Played.LI);

        assertThat(played.openTasks()).containsExactly("decide");
    }

    @Test
    void aDecisionWaitsForTheOpinionAskedForBeforeIt() {
        played.does(signers("accept-1", CaseEvent.When.BEFORE, QIAN, ZHAO), Played.LI);

        assertThat(refusal(Played.complete("accept-1", "accept"), Played.LI))
                .isEqualTo(new CaseRefusal.Held(List.of("钱接件", "赵核准")));
        assertThat(refusal(signers("accept-1", CaseEvent.When.BEFORE, QIAN), Played.LI))
                .isEqualTo(new CaseRefusal.SignerAlready("钱接件"));
        assertThat(refusal(Played.complete(tied(QIAN), "object", ""), Played.QIAN))
                .isEqualTo(new CaseRefusal.ReasonMissing("object"));

        played.does(Played.complete(tied(QIAN), "object"), Played.QIAN)
                .does(new CaseCommand.RemoveSigner("accept-1", "zhao", "出差"), Played.LI)
                .completes("accept", "accept", Played.LI);

        assertThat(played.openTasks()).containsExactly("decide");
    }

    @Test
    void aDecisionSignedAfterwardsGoesOnWithTheLastSignature() {
        played.does(signers("accept-1", CaseEvent.When.AFTER, QIAN, ZHAO), Played.LI)
                .completes("accept", "accept", Played.LI);
        assertThat(played.state().clocks()).doesNotContainKey("promised");

        played.does(Played.complete(tied(QIAN), "agree"), Played.QIAN)
                .does(Played.complete(tied(ZHAO), "agree"), Played.ZHAO);

        assertThat(played.openTasks()).containsExactly("decide");
        assertThat(played.state().clocks()).containsKey("promised");
    }

    @Test
    void anObjectionAfterwardsHasItDecidedAgainByTheSamePerson() {
        played.does(signers("accept-1", CaseEvent.When.AFTER, QIAN, ZHAO), Played.LI)
                .completes("accept", "accept", Played.LI)
                .does(Played.complete(tied(QIAN), "object", "面积不符"), Played.QIAN);

        assertThat(played.openTasks()).containsExactly("accept");
        assertThat(played.task("accept").assignee()).contains(new Assignee("li", "李接件"));
        assertThat(played.state().clocks()).doesNotContainKey("promised");
    }

    @Test
    void theApplicantIsToldEverythingOnce() {
        var first = new CaseCommand.AskSupplement("accept-1", List.of(), List.of("章程"), "缺章程", "");
        played.does(first, Played.LI).on("2026-03-05 09:00");
        assertThat(played.clock("total").exclusions())
                .extracting(exclusion -> exclusion.stop().kind())
                .containsExactly(RunningClock.Stop.Kind.SUPPLEMENT);
        var task = played.state().tiedTo("accept-1").getFirst();
        assertThat(Cases.outcomes(Drawn.process(PROCESS), task))
                .extracting(outcome -> outcome.code())
                .containsExactly("resubmit");

        played.does(Played.complete(task.id(), "resubmit"), Played.WANG);

        assertThat(clock("total").status()).isEqualTo(RunningClock.Status.RUNNING);
        assertThat(refusal(first, Played.LI))
                .isEqualTo(new CaseRefusal.AskedBefore("李接件", Played.at("2026-03-02 09:00")));
        played.does(new CaseCommand.AskSupplement("accept-1", List.of(), List.of("验资"), "缺验资", "新章程改了注册资本"), Played.LI);
        assertThat(played.openTasks()).containsExactly("accept", "accept");
    }

    @Test
    void anOutcomeThatMayBeChosenOnceIsRefusedTheSecondTime() {
        played.completes("accept", "enquire", Played.LI);

        assertThat(refusal(Played.complete(played.task("accept").id(), "enquire"), Played.LI))
                .isEqualTo(new CaseRefusal.OnceOnly("enquire", "李接件", Played.at("2026-03-02 09:00")));
    }

    @Test
    void aSpecialProcedureIsNotCountedUpToItsLimit() {
        played.completes("accept", "accept", Played.LI)
                .does(new CaseCommand.BeginSpecial(decide(), "hearing", "申请听证"), Played.ZHAO);
        var special = played.state().specials().getFirst();
        assertThat(refusal(Played.complete(decide(), "approve"), Played.ZHAO))
                .isEqualTo(new CaseRefusal.Held(List.of("hearing")));
        assertThat(clock("promised").exclusions().getFirst().stop())
                .isEqualTo(new RunningClock.Stop(RunningClock.Stop.Kind.SPECIAL, "行政许可法 第四十五条", "hearing"));

        played.on(special.excludedUntil().orElseThrow()).does(new CaseCommand.FireTimer(special.id()), Played.PLATFORM);
        assertThat(clock("promised").status()).isEqualTo(RunningClock.Status.RUNNING);

        played.does(new CaseCommand.EndSpecial(special.id(), "听证结束"), Played.ZHAO)
                .completes("decide", "approve", Played.ZHAO);
        assertThat(played.state().result()).contains("issued");
    }

    @Test
    void onlyDeclaredSpecialProceduresBegin() {
        assertThat(refusal(new CaseCommand.BeginSpecial("accept-1", "hearing", "?"), Played.LI))
                .isEqualTo(new CaseRefusal.SpecialUnknown("hearing", List.of()));
    }

    @Test
    void whatWasPromisedMustComeBeforeTheDecision() {
        played.does(new CaseCommand.AcceptPromise("accept-1", List.of("租赁合同")), Played.LI)
                .completes("accept", "accept", Played.LI);
        var promise = played.state().handling().promises().getFirst();
        assertThat(promise.dueAt()).isEqualTo(Played.at("2026-03-17 00:00"));
        assertThat(refusal(Played.complete(decide(), "approve"), Played.ZHAO))
                .isEqualTo(new CaseRefusal.PromiseOpen(List.of("租赁合同")));

        played.on(promise.dueAt()).does(new CaseCommand.FireTimer(promise.id()), Played.PLATFORM);
        assertThat(played.state().handling().promises().getFirst().broken()).isTrue();

        played.does(new CaseCommand.KeepPromise(promise.id(), new Datum.Fields(Map.of())), Played.WANG)
                .completes("decide", "approve", Played.ZHAO);
        assertThat(played.state().timers()).isEmpty();
    }

    @Test
    void aSuspendedCaseStandsStillWithItsBasis() {
        played.completes("accept", "accept", Played.LI);
        assertThat(refusal(new CaseCommand.Suspend("法院冻结", ""), Played.ZHAO))
                .isEqualTo(new CaseRefusal.BasisMissing("suspend"));

        played.does(new CaseCommand.Suspend("法院冻结", "民事诉讼法 第二百四十九条"), Played.ZHAO)
                .on("2026-03-09 09:00");
        assertThat(refusal(Played.complete(decide(), "approve"), Played.ZHAO))
                .isEqualTo(new CaseRefusal.Suspended("赵核准", "法院冻结", Played.at("2026-03-02 09:00")));

        played.does(new CaseCommand.Resume("解除冻结"), Played.ZHAO);
        assertThat(clock("promised").dueAt()).isEqualTo(Played.at("2026-03-24 00:00"));
        assertThat(clock("promised").exclusions().getFirst())
                .isEqualTo(new RunningClock.Exclusion(
                        new RunningClock.Stop(RunningClock.Stop.Kind.SUSPENDED, "民事诉讼法 第二百四十九条", "法院冻结"),
                        "",
                        Played.at("2026-03-02 09:00"),
                        Optional.of(Played.at("2026-03-09 09:00"))));
    }

    @Test
    void timersOfASuspendedCaseKeepTheTimeThatWasLeft() {
        played.does(new CaseCommand.AcceptPromise("accept-1", List.of("租赁合同")), Played.LI)
                .does(new CaseCommand.Suspend("法院冻结", "法"), Played.PLATFORM);
        assertThat(played.state().timers()).isEmpty();

        played.on("2026-03-03 09:00").does(new CaseCommand.Resume("解除"), Played.PLATFORM);

        assertThat(played.state().timers())
                .extracting(Timer::dueAt)
                .containsExactly(Played.at("2026-03-18 00:00"), Played.at("2026-03-14 00:00"));
    }

    @Test
    void anOfficerTerminatesOnlyWhereTheStepSaysSo() {
        assertThat(refusal(new CaseCommand.Terminate(""), Played.LI))
                .isEqualTo(new CaseRefusal.ReasonMissing("terminate"));
        played.completes("accept", "accept", Played.LI);
        assertThat(refusal(new CaseCommand.Terminate("申请人死亡"), Played.ZHAO))
                .isEqualTo(new CaseRefusal.NotAllowedHere("terminate", "decide"));

        played.does(new CaseCommand.Terminate("申请人死亡"), Played.PLATFORM);

        assertThat(played.state().result()).contains("terminated");
        assertThat(played.openTasks()).isEmpty();
    }

    @Test
    void nobodyIsUrgedTwiceInADay() {
        played.does(new CaseCommand.Urge("accept-1", "急"), Played.WANG).on("2026-03-03 08:59");
        assertThat(refusal(new CaseCommand.Urge("accept-1", "急"), Played.LI))
                .isEqualTo(new CaseRefusal.UrgedBefore(Played.at("2026-03-02 09:00")));
        played.on("2026-03-03 09:00").does(new CaseCommand.Urge("accept-1", "急"), Played.WANG);
    }

    @Test
    void aCopyIsForReadingOnly() {
        played.does(new CaseCommand.Copy(List.of(ZHAO), "请知悉"), Played.LI)
                .does(new CaseCommand.Copy(List.of(ZHAO, QIAN), "请知悉"), Played.LI);

        assertThat(played.state().handling().copies()).containsExactly(ZHAO, QIAN);
        assertThat(refusal(Played.complete("accept-1", "accept"), Played.ZHAO))
                .isInstanceOf(CaseRefusal.NotYours.class);
        assertThat(refusal(new CaseCommand.Copy(List.of(QIAN), ""), Played.WANG))
                .isInstanceOf(CaseRefusal.NotYours.class);
    }

    @Test
    void anotherCalendarMovesOnlyTheClocksItTouches() {
        var before = clock("total").dueAt();
        assertThat(played.decide(new CaseCommand.Recount(), Played.PLATFORM)).isEqualTo(Outcome.done(List.of()));
        assertThat(refusal(new CaseCommand.Recount(), Played.LI)).isInstanceOf(CaseRefusal.NotYours.class);
        assertThat(clock("total").dueAt()).isEqualTo(before);
    }

    private static CaseCommand signers(String taskId, CaseEvent.When when, Assignee... who) {
        return new CaseCommand.AddSigners(taskId, when, List.of(who), "请会签");
    }

    private String tied(Assignee who) {
        return played.state().openTasks().stream()
                .filter(task -> task.tie().isPresent() && task.assignee().equals(Optional.of(who)))
                .map(Task::id)
                .findFirst()
                .orElseThrow();
    }

    private String decide() {
        return played.task("decide").id();
    }

    private RunningClock clock(String name) {
        return played.clock(name);
    }

    private CaseRefusal refusal(CaseCommand command, Actor actor) {
        return switch (played.decide(command, actor)) {
            case Outcome.Refused<List<CaseEvent>, CaseRefusal>(var refusal) -> refusal;
            case Outcome.Done<List<CaseEvent>, CaseRefusal>(var events) ->
                throw new AssertionError("Not refused but " + events);
        };
    }
}
