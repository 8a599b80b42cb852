package org.tongqu.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.SelectOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.tongqu.journeys._support.Desk;
import org.tongqu.journeys._support.Founding;
import org.tongqu.journeys._support.Person;

/** JOURNEY: the ways a matter ends without a licence, as the applicant and the office see them. */
@ResourceLock("citizen 19900060026")
class EndingsJourneyTest {

    private static final String CITIZEN = "19900060026";

    @Test
    void twoOfficersOnOneCaseHearOfEachOtherAndWhatIsNotAcceptedSaysWhy() {
        var receipt = handedIn("云州市止步商贸有限公司");
        try (var acceptor = Person.officer("acceptor");
                var chief = Person.officer("desk-chief")) {
            Desk.open(acceptor, receipt);
            Desk.open(chief, receipt);
            acceptor.press("签收");
            chief.press("签收");
            assertThat(chief.text()).contains(acceptor.ownName() + " 正在办理");
            chief.looksAs("desk-taken-by-another");
            var lateWindow = Desk.open(acceptor.secondWindow(), receipt);

            acceptor.unfold("转给同事办理").pressIn("转给同事办理", "转办");
            assertThat(acceptor.text()).contains("请选择同事");
            transfer(acceptor, receipt, chief.ownName());
            Desk.open(chief, receipt);
            assertThat(chief.text()).contains("转办", "外出培训");
            Desk.opine(chief, "refuse", "申请事项不属于本机关职权范围，请向云州市市场监督管理局提出。");
            assertThat(chief.text()).contains("意见已提交");

            Desk.opine(lateWindow, "accept", "");
            assertThat(lateWindow.text()).contains(chief.ownName(), "不予受理", "没有保存");
            lateWindow.looksAs("desk-decided-before");
        }
        try (var citizen = Person.citizen(CITIZEN)) {
            citizen.visit("/my/cases/" + receipt).looksAs("my-case-refused");
            assertThat(citizen.text()).contains("不予受理", "申请事项不属于本机关职权范围");
            assertThat(citizen.text()).doesNotContain("撤回申请");
        }
    }

    @Test
    void whatIsRejectedComesWithItsReasonAndWhereToObject() {
        var receipt = handedIn("云州市同门商贸有限公司");
        Desk.decide("acceptor", receipt, "accept", "");
        claimAndGiveBack(receipt);
        Desk.decide("reviewer", receipt, "propose-rejection", "住所不能用于经营。");
        Desk.decide("decider", receipt, "reject", "住所不符合登记条件。");
        try (var citizen = Person.citizen(CITIZEN)) {
            citizen.visit("/my/cases/" + receipt).looksAs("my-case-rejected");
            assertThat(citizen.text()).contains("不予登记", "住所不符合登记条件", "复议");
            rated(citizen, receipt);
        }
    }

    /** Whoever was disappointed says so; who handled it does not learn who that was, and the chief answers. */
    private static void rated(Person citizen, String receipt) {
        citizen.follow("评价这次服务").pressMain();
        assertThat(citizen.text()).contains("请选择满意程度");
        citizen.looksAs("rate");
        citizen.answer("point", "result").answer("grade", "very-dissatisfied");
        citizen.answer("words", "退回三次才说清楚住所不行。").pressMain();
        assertThat(citizen.text()).contains("您的评价已经收到", "机关正在核实");
        try (var decider = Person.officer("decider");
                var chief = Person.officer("desk-chief")) {
            decider.visit("/desk/ratings?view=waiting").looksAs("desk-ratings");
            decider.click("tbody a");
            assertThat(decider.text()).contains("退回三次才说清楚住所不行。", "不在这里显示").doesNotContain(receipt);
            chief.visit(decider.path()).looksAs("desk-rating");
            assertThat(chief.text()).contains(receipt);
            chief.answer("words", "打过电话，说明了住所要求。").press("记下回访");
            chief.answer("verdict", "partly").answer("words", "查了三次补正通知。").press("记下核实结果");
            chief.answer("words", "今后第一次就写明住所要求。").press("答复申请人");
            assertThat(chief.text()).contains("等申请人评价");
        }
        citizen.visit("/my/cases/" + receipt + "/rate").looksAs("rate-answered");
        citizen.press("满意");
        assertThat(citizen.text()).contains("已办结", "今后第一次就写明住所要求。");
        citizen.visit("/ratings").looksAs("ratings");
        citizen.visit("/rate").looksAs("rate-by-code");
    }

    @Test
    void whatIsWithdrawnStopsForEverybody() {
        var receipt = handedIn("云州市回头商贸有限公司");
        try (var citizen = Person.citizen(CITIZEN)) {
            citizen.visit("/my/cases/" + receipt).follow("撤回申请").press("撤回申请");
            assertThat(citizen.text()).contains("请写明撤回原因");
            citizen.looksAs("withdraw");
            citizen.answer("why", "股东另有安排。").press("撤回申请");
            assertThat(citizen.text()).contains("申请已撤回");
            citizen.looksAs("my-case-withdrawn");
        }
        try (var acceptor = Person.officer("acceptor")) {
            Desk.open(acceptor, receipt);
            assertThat(acceptor.text()).contains("申请人撤回", "股东另有安排");
            assertThat(acceptor.isAsked("outcome")).isFalse();
            acceptor.looksAs("desk-withdrawn");
        }
    }

    private static String handedIn(String firm) {
        try (var citizen = Person.citizen(CITIZEN)) {
            return Founding.of(firm).handIn(citizen);
        }
    }

    private static void claimAndGiveBack(String receipt) {
        try (var reviewer = Person.officer("reviewer")) {
            Desk.open(reviewer, receipt).press("签收").press("退回待签收");
            assertThat(reviewer.text()).contains("已退回待签收");
        }
    }

    private static void transfer(Person officer, String receipt, String colleague) {
        Desk.open(officer, receipt).unfold("转给同事办理");
        officer.page().locator("select[name=to]").selectOption(new SelectOption().setLabel(colleague));
        officer.answer("why", "外出培训，请代为办理。").pressIn("转给同事办理", "转办");
        assertThat(officer.text()).contains("已转给 " + colleague);
        officer.looksAs("desk-transferred");
    }
}
