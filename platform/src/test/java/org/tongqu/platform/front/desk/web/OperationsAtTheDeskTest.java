package org.tongqu.platform.front.desk.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tongqu.engines.cases.Assignee;
import org.tongqu.engines.cases.CaseCommand;
import org.tongqu.engines.cases.process.Node;
import org.tongqu.engines.cases.process.RuleTable;
import org.tongqu.kernel.Outcome;
import org.tongqu.platform._support.StartedPlatform;
import org.tongqu.platform._support.Visitor;
import org.tongqu.platform.matter._support.Town;
import org.tongqu.platform.matter.casework.ActRefusal;
import org.tongqu.platform.matter.casework.CaseStory;
import org.tongqu.platform.matter.casework.Casework;
import org.tongqu.platform.matter.casework.Operation;
import org.tongqu.platform.matter.casework.Operation.Kind;
import org.tongqu.platform.trust.identity.DemoEnrolment;
import org.tongqu.platform.trust.identity.SignedIn;

/** FEATURE: an officer finds on a case exactly what they may do with it besides deciding, and does it with a plain form. */
class OperationsAtTheDeskTest {

    private static final String PASSWORD = "Qingshan-lvshui-2026";

    private final Town town = Town.fresh();
    private final Casework casework = town.bean(Casework.class);
    private final SignedIn.Officer acceptor = officer(0);
    private final SignedIn.Officer reviewer = officer(1);
    private final SignedIn.Officer decider = officer(2);
    private final SignedIn.Citizen citizen = town.citizen();
    private final Map<String, Visitor> desks = new HashMap<>();
    private String caseId = "";

    private SignedIn.Officer officer(int role) {
        return town.officer(town.pack().roles().get(role).code());
    }

    @BeforeEach
    void aCaseThatWasAccepted() {
        caseId = town.submitted(citizen).caseId();
        var first = story(acceptor).tasks().getFirst().outcomes().getFirst().code();
        town.complete(acceptor, caseId, first, "?").orElseThrow();
    }

    @Test
    void everyOfficerIsOfferedWhatTheyMayAndNothingElse() {
        assertThat(kinds(acceptor)).isEqualTo(Set.of(Kind.RECALL, Kind.URGE));
        assertThat(kinds(reviewer)).isEqualTo(Set.of(Kind.RETURN, Kind.DELEGATE, Kind.SIGN, Kind.COPY, Kind.SUSPEND));
        assertThat(kinds(decider)).isEqualTo(Set.of(Kind.URGE, Kind.PROLONG));
        assertThat(casework.findStory(citizen, caseId).orElseThrow().operations())
                .isEmpty();
    }

    @Test
    void eachHasAPageThatSaysWhatItDoes() {
        for (var officer : List.of(acceptor, reviewer, decider)) {
            var desk = desk(officer);
            var page = desk.opens("/desk/cases/" + caseId);
            assertThat(page.body()).contains("更多操作").doesNotContain("您可以查看，不能办理");
            for (var operation : story(officer).operations()) {
                assertThat(page.body()).contains(address(operation));
                var form = desk.opens(address(operation));
                assertThat(form.status()).as(address(operation)).isEqualTo(200);
                assertThat(form.body()).contains("name=\"why\"", "返回办件").doesNotContain("⟦");
            }
        }
    }

    @Test
    void whichRowOfADecisionTableDecidedAndWhyStandsOnThePage() {
        var table = town.pack().process().nodes().values().stream()
                .flatMap(node -> node instanceof Node.RuleTask rule ? Stream.of(rule.table()) : Stream.empty())
                .findFirst()
                .orElseThrow();

        var line = story(acceptor).lines().stream()
                .filter(one -> one.key().equals("story.rule-decided"))
                .findFirst()
                .orElseThrow();

        assertThat(line.args().getFirst().zh()).isEqualTo(table.name());
        assertThat(table.rules())
                .extracting(RuleTable.Rule::note)
                .contains(line.why().orElseThrow());
        assertThat(desk(acceptor).opens("/desk/cases/" + caseId).body())
                .contains(table.name(), line.why().orElseThrow())
                .doesNotContain("⟦");
    }

    @Test
    void whatWasJustDecidedIsTakenBackAndTheClocksItStartedNeverRan() {
        var desk = desk(acceptor);
        var recall = operation(acceptor, Kind.RECALL);
        assertThat(clocks()).contains("statutory");

        var silent = desk.sends(address(recall), Map.of());
        var done = desk.sends(address(recall), Map.of("why", "点错了"));

        assertThat(silent.status()).isEqualTo(409);
        assertThat(silent.body()).contains("请写明理由");
        assertThat(done.body()).contains("已撤回，请重新办理", "点错了");
        assertThat(clocks()).doesNotContain("statutory");
        assertThat(story(acceptor).tasks())
                .singleElement()
                .satisfies(task -> assertThat(task.assigneeName()).contains(acceptor.name()));
    }

    @Test
    void onceAColleagueHasTakenItOnItIsTooLateAndSaysWhatToDo() {
        var desk = desk(acceptor);
        var recall = operation(acceptor, Kind.RECALL);
        var task = story(reviewer).tasks().getFirst();
        casework.act(reviewer, caseId, new CaseCommand.Claim(task.taskId())).orElseThrow();

        var late = desk.opens(address(recall));
        var tried = desk.sends(address(recall), Map.of("why", "点错了"));

        assertThat(kinds(acceptor)).doesNotContain(Kind.RECALL);
        assertThat(late.status()).isEqualTo(409);
        assertThat(late.body()).contains("现在不能这样办");
        assertThat(tried.status()).isEqualTo(409);
        assertThat(tried.body()).contains("后续已经有人办理", "请后续办理人退回");
    }

    @Test
    void whoMayApprovesMoreTimeOnceAndTheEvidenceShowsIt() {
        var desk = desk(decider);
        var prolong = operation(decider, Kind.PROLONG);

        var none = desk.sends(address(prolong), Map.of("why", "情形复杂", "more", "abc"));
        var tooMuch = desk.sends(address(prolong), Map.of("why", "情形复杂", "more", "30"));
        var done = desk.sends(address(prolong), Map.of("why", "情形复杂", "more", "3"));
        var again = desk.sends(address(prolong), Map.of("why", "还是复杂", "more", "3"));

        assertThat(none.status()).isEqualTo(422);
        assertThat(none.body()).contains("请填写一个大于零的整数");
        assertThat(tooMuch.body()).contains("延长得太多", "情形复杂");
        assertThat(done.body()).contains("已批准延长", "批准延长：", "情形复杂");
        assertThat(again.status()).isNotEqualTo(200);
        assertThat(kinds(decider)).doesNotContain(Kind.PROLONG);
        assertThat(desk.opens("/desk/supervision/clocks/" + caseId + "/" + prolong.subject())
                        .body())
                .contains("延长", decider.name(), "批准延长")
                .doesNotContain("⟦");
    }

    @Test
    void aColleaguePreparesAndHandsBackAndAStrangerIsNotAsked() {
        var helper = town.officer("helper", Set.of(town.pack().roles().get(0).code()));
        var stranger = Town.fresh()
                .officer("stranger", Set.of(town.pack().roles().get(1).code()));
        var desk = desk(reviewer);
        var delegate = operation(reviewer, Kind.DELEGATE);

        var nobody = desk.sends(address(delegate), Map.of("to", stranger.staff(), "why", "请核对"));
        var around =
                new CaseCommand.Delegate(delegate.subject(), new Assignee(stranger.staff(), stranger.name()), "请核对");
        var done = desk.sends(address(delegate), Map.of("to", helper.staff(), "why", "请核对"));

        assertThat(nobody.status()).isEqualTo(422);
        assertThat(casework.act(reviewer, caseId, around))
                .isEqualTo(Outcome.refused(new ActRefusal.CannotTake(stranger.name())));
        assertThat(done.body()).contains("已委派", helper.name());
        assertThat(kinds(helper)).contains(Kind.GIVE_BACK).doesNotContain(Kind.DELEGATE, Kind.RETURN);
        var back = operation(helper, Kind.GIVE_BACK);
        assertThat(desk(helper).sends(address(back), Map.of("why", "已核对，无误")).body())
                .contains("已交还", "已核对，无误");
        assertThat(kinds(reviewer)).contains(Kind.DELEGATE);
    }

    @Test
    void aSuspendedCaseOffersOnlyToGoOn() {
        var desk = desk(reviewer);
        var suspend = operation(reviewer, Kind.SUSPEND);

        assertThat(desk.sends(address(suspend), Map.of("why", "法院冻结")).status()).isEqualTo(409);
        var done = desk.sends(address(suspend), Map.of("why", "法院冻结", "basis", "民事诉讼法"));

        assertThat(done.body()).contains("已挂起", "法院冻结");
        assertThat(kinds(reviewer)).isEqualTo(Set.of(Kind.RESUME, Kind.COPY));
        var resume = operation(reviewer, Kind.RESUME);
        assertThat(desk.sends(address(resume), Map.of("why", "解除冻结")).body()).contains("已恢复");
        assertThat(desk.opens("/desk/supervision/clocks/" + caseId + "/statutory")
                        .body())
                .contains("不计入时限的时间", "挂起", "民事诉讼法");
    }

    @Test
    void aFormWithoutItsHiddenValueAndSomebodyFromElsewhereDoNothing() {
        var desk = desk(acceptor);
        var recall = operation(acceptor, Kind.RECALL);
        var version = story(acceptor).lines().size();

        assertThat(desk.sends(address(recall), Map.of("why", "点错了", "_csrf", "made-up"))
                        .status())
                .isEqualTo(403);
        var elsewhere = Town.fresh().officer(town.pack().roles().getFirst().code());
        assertThat(desk(elsewhere).opens(address(recall)).status()).isEqualTo(404);
        assertThat(desk(elsewhere).sends(address(recall), Map.of("why", "点错了")).status())
                .isEqualTo(404);
        assertThat(story(acceptor).lines()).hasSize(version);
    }

    private CaseStory story(SignedIn.Officer officer) {
        return casework.findStory(officer, caseId).orElseThrow();
    }

    private Set<Kind> kinds(SignedIn.Officer officer) {
        return story(officer).operations().stream().map(Operation::kind).collect(Collectors.toSet());
    }

    private Operation operation(SignedIn.Officer officer, Kind kind) {
        return story(officer).operations().stream()
                .filter(operation -> operation.kind() == kind)
                .findFirst()
                .orElseThrow();
    }

    private String address(Operation operation) {
        return "/desk/cases/" + caseId + "/acts/" + operation.kind().word() + "/" + operation.subject();
    }

    /** The clocks as supervision has them. */
    private List<String> clocks() {
        return town.bean(JdbcClient.class)
                .sql("SELECT clock FROM supervision.clock WHERE case_id = CAST(? AS uuid)")
                .param(caseId)
                .query((row, number) -> row.getString("clock"))
                .list();
    }

    private Visitor desk(SignedIn.Officer officer) {
        return desks.computeIfAbsent(officer.staff(), staff -> {
            var account = town.bean(DemoEnrolment.class).addOfficer(staff, officer.name(), staff, PASSWORD);
            town.bean(JdbcClient.class)
                    .sql("UPDATE identity.account SET demo = false WHERE id = ?")
                    .param(account)
                    .update();
            var visitor = StartedPlatform.shared().visitor();
            visitor.opens("/desk/sign-in");
            visitor.sends("/desk/sign-in", Map.of("name", staff, "password", PASSWORD));
            return visitor;
        });
    }
}
