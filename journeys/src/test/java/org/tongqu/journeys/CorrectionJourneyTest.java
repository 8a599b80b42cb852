package org.tongqu.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.tongqu.journeys._support.Desk;
import org.tongqu.journeys._support.Founding;
import org.tongqu.journeys._support.Person;

/**
 * JOURNEY: what is missing is asked for (补正), before acceptance and once more in examination; the applicant reads what to
 * mend and until when, mends just that, and the clock that stood still goes on to the licence.
 */
@ResourceLock("citizen 19900060017")
class CorrectionJourneyTest {

    private static final String CITIZEN = "19900060017";

    @Test
    void whatIsMissingIsMendedTwiceAndTheFirmIsRegistered() {
        String receipt;
        try (var citizen = Person.citizen(CITIZEN)) {
            receipt = Founding.of("云州市补全家具有限公司").handIn(citizen);
        }
        acceptorAsks(receipt);
        applicantMendsAnswerAndPaper(receipt);
        acceptorSeesTheAnswer(receipt);
        acceptorTakesItBack(receipt);
        deciderGivesMoreTime(receipt);
        reviewerAsks(receipt);
        applicantMendsOnce(receipt);
        Desk.decide("reviewer", receipt, "pass", "");
        Desk.decide("decider", receipt, "approve", "");
        try (var citizen = Person.citizen(CITIZEN)) {
            citizen.visit("/my/cases/" + receipt).looksAs("my-case-corrected");
            assertThat(citizen.text()).contains("准予登记");
        }
    }

    private static void acceptorAsks(String receipt) {
        try (var acceptor = Person.officer("acceptor")) {
            Desk.open(acceptor, receipt).press("签收").unfold("补正");
            Desk.opine(acceptor.answer("fields", "residence").answer("materials", "residence-proof"), "supplement", "");
            assertThat(acceptor.text()).contains("请写明理由");
            acceptor.looksAs("desk-reason-missing");
            Desk.opine(acceptor, "supplement", "住所门牌号与租赁合同不一致，请更正并重新上传住所证明。");
            assertThat(acceptor.text()).contains("意见已提交", "时限暂停");
            Desk.open(acceptor, receipt);
            assertThat(acceptor.text()).contains("正在等申请人");
            acceptor.looksAs("desk-waits-for-applicant");
        }
    }

    private static void applicantMendsAnswerAndPaper(String receipt) {
        try (var citizen = Person.citizen(CITIZEN)) {
            citizen.visit("/my").looksAs("my-to-mend");
            assertThat(citizen.text()).contains("住所门牌号与租赁合同不一致", "当天结束前提交补正", "不计入办理时限");
            citizen.visit("/my/cases/" + receipt).looksAs("my-case-to-mend");
            assertThat(citizen.text()).contains("住所门牌号与租赁合同不一致", "当天结束前提交补正");
            citizen.follow("现在去补正").looksAs("correct");
            assertThat(citizen.text()).contains("当天结束前提交补正");
            citizen.click("main a[href*='/residence']");
            citizen.answer("residence.detail", "青云路20号3层301室").pressMain();
            citizen.click("main a[href*='/materials']");
            citizen.looksAs("correct-materials");
            citizen.page().locator("main input[type=file]").first().setInputFiles(Founding.paper());
            citizen.pressMain();
            Founding.send(citizen);
            assertThat(citizen.text()).contains("补正已提交");
            citizen.looksAs("my-case-mended");
        }
    }

    private static void acceptorSeesTheAnswer(String receipt) {
        try (var acceptor = Person.officer("acceptor")) {
            Desk.open(acceptor, receipt);
            assertThat(acceptor.text()).contains("青云路20号3层301室", "提交补正", "时限继续");
            acceptor.press("签收").looksAs("desk-answered");
            Desk.opine(acceptor, "accept", "");
        }
    }

    /** A slip is taken back before anybody has gone on with it (撤回). */
    private static void acceptorTakesItBack(String receipt) {
        try (var acceptor = Person.officer("acceptor")) {
            Desk.open(acceptor, receipt).unfold("更多操作").looksAs("desk-more-actions");
            assertThat(acceptor.text()).contains("撤回", "催办").doesNotContain("延长时限");
            acceptor.follow("撤回").answer("why", "还有一份材料没有看。").looksAs("desk-act-recall");
            acceptor.press("撤回");
            assertThat(acceptor.text()).contains("已撤回，请重新办理", "还有一份材料没有看。");
            Desk.opine(acceptor, "accept", "");
            assertThat(acceptor.text()).contains("意见已提交");
        }
    }

    /** More time where the case is complex, by whoever may approve it (延长审批); the evidence of the lamp shows it. */
    private static void deciderGivesMoreTime(String receipt) {
        try (var decider = Person.officer("decider")) {
            Desk.open(decider, receipt).unfold("更多操作").follow("延长时限");
            decider.answer("more", "30").answer("why", "经营范围涉及多个部门，需要核实。").press("批准延长");
            assertThat(decider.text()).contains("延长得太多");
            decider.looksAs("desk-act-prolong");
            decider.answer("more", "3").press("批准延长");
            assertThat(decider.text()).contains("已批准延长", "经营范围涉及多个部门");
            decider.click(".clocks a[href$='/statutory']");
            assertThat(decider.text()).contains("期限所依据的工作日历", "不计入时限的时间", "批准延长");
            decider.looksAs("desk-evidence-prolonged");
        }
    }

    private static void reviewerAsks(String receipt) {
        try (var reviewer = Person.officer("reviewer")) {
            Desk.open(reviewer, receipt).press("签收").unfold("补正").answer("fields", "companyName");
            Desk.opine(reviewer, "amend", "字号与已登记企业近似，请更换。");
            assertThat(reviewer.text()).contains("意见已提交");
        }
    }

    private static void applicantMendsOnce(String receipt) {
        try (var citizen = Person.citizen(CITIZEN)) {
            citizen.visit("/my/cases/" + receipt + "/correct");
            citizen.click("main a[href*='/name']");
            citizen.answer("companyName", "云州市补天家具有限公司").pressMain();
            Founding.send(citizen);
            assertThat(citizen.text()).contains("补正已提交");
        }
    }
}
