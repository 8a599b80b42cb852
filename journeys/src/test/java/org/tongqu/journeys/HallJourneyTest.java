package org.tongqu.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.tongqu.journeys._support.Founding;
import org.tongqu.journeys._support.Person;

/** JOURNEY: a place is booked, a number drawn, called and served; the hall's manager sees how the day goes. */
@ResourceLock("citizen 19900060026")
class HallJourneyTest {

    private static final String HALL = "999901";
    private static final String COMMUNITY = "999901001001";
    private static final String NAME = "杜丽";
    private static final String CITIZEN = "19900060026";

    @Test
    void aPlaceIsBookedMovedAndGivenBack() {
        try (var citizen = Person.citizen(CITIZEN)) {
            citizen.visit("/halls").looksAs("halls");
            assertThat(citizen.text()).contains("政务服务中心", "便民服务站");
            citizen.visit(Founding.SERVICE)
                    .follow("预约到大厅办理")
                    .answer("hall", HALL)
                    .pressMain();
            assertThat(citizen.page().locator("input[type=radio][name=line]").count())
                    .as("the guide says what one comes for")
                    .isZero();
            assertThat(citizen.isAsked("day")).isTrue();
            citizen.visit("/my/appointments/new").looksAs("appointment-hall");
            citizen.answer("hall", HALL).pressMain().looksAs("appointment-line");
            citizen.answer("line", "A").pressMain();
            first(citizen, "day").looksAs("appointment-day");
            citizen.pressMain();
            first(citizen, "starts").pressMain().looksAs("appointment-check");
            citizen.pressMain();
            assertThat(citizen.text()).contains("预约码", "请按时到场");
            citizen.looksAs("appointment");
            var address = citizen.path().replaceFirst("[?].*", "");
            citizen.visit(address + "/move").looksAs("appointment-move");
            last(citizen, "day").pressMain();
            last(citizen, "starts").pressMain();
            assertThat(citizen.path()).startsWith(address + "?done=moved");
            citizen.visit(address + "/cancel").looksAs("appointment-cancel");
            citizen.press("取消预约");
            assertThat(citizen.text()).contains("已取消");
            citizen.visit("/my/appointments").looksAs("appointments");
            assertThat(citizen.visit("/my/notices").text()).contains("预约已改期", "预约已取消");
        }
    }

    @Test
    void aNumberIsDrawnCalledAndServed() {
        try (var clerk = Person.officer("window-clerk");
                var visitor = Person.anybody();
                var manager = Person.officer("hall-manager")) {
            getUp(clerk).looksAs("hall-seats");
            clerk.click("form[action$='/" + HALL + "/1'] button");
            visitor.visit("/halls/" + HALL).looksAs("hall");
            visitor.visit("/halls/" + HALL + "/kiosk").looksAs("kiosk");
            visitor.click("button[name=line][value=E]");
            assertThat(visitor.text()).contains("在您前面");
            visitor.looksAs("ticket");
            clerk.visit("/desk/hall").press("叫下一位");
            assertThat(clerk.text()).contains("已叫号");
            clerk.looksAs("hall-called");
            visitor.visit("/halls/" + HALL + "/screen").looksAs("hall-screen");
            assertThat(visitor.looksWideAs("hall-screen")).isTrue();
            clerk.press("开始办理").looksAs("hall-serving");
            clerk.press("办理完毕");
            assertThat(clerk.text()).contains("窗口前没有人");
            manager.visit("/desk/hall/day").looksAs("hall-day");
            assertThat(manager.text()).contains("平均等候", "各窗口");
            clerk.press("关闭窗口");
            declared(manager);
        }
    }

    /** The manager looks at all that is declared of the hall and puts one number of places anew. */
    private static void declared(Person manager) {
        manager.visit("/desk/halls").looksAs("declared-halls");
        manager.visit("/desk/halls/new").looksAs("declare-hall");
        var at = "/desk/halls/" + HALL;
        manager.visit(at + "/facts").looksAs("declare-facts");
        manager.visit(at + "/standing").looksAs("declare-standing");
        manager.visit(at + "/closing").looksAs("declare-closing");
        manager.visit(at + "/lines/A").looksAs("declare-line");
        manager.visit(at + "/places/A/weekend").looksAs("declare-places");
        manager.answer("places.09:00", "7").press("保存");
        assertThat(manager.text()).contains("已保存", "最近由");
        manager.looksAs("declared-hall");
    }

    @Test
    void anApplicationIsTakenDownAtACommunityAndThePapersGoUpWithReceipts() {
        try (var clerk = Person.officer("community-clerk");
                var street = Person.officer("street-clerk");
                var citizen = Person.citizen(CITIZEN)) {
            getUp(clerk);
            clerk.click("form[action$='/" + COMMUNITY + "/1'] button");
            try (var visitor = Person.anybody()) {
                visitor.visit("/halls/" + COMMUNITY + "/kiosk");
                visitor.click("button[name=line][value=E]");
                assertThat(visitor.text()).contains("在您前面");
            }
            clerk.visit("/desk/hall").press("叫下一位").press("开始办理");
            clerk.answer("number", CITIZEN).answer("name", NAME).press("开始填写申请");
            assertThat(clerk.path()).startsWith("/drafts/");
            Founding.of("云州市窗口代办软件有限公司").goOn(clerk);
            Founding.send(clerk);
            var receipt = Founding.receipt(clerk);
            clerk.visit("/my");
            assertThat(clerk.path()).isEqualTo("/desk/hall");
            clerk.press("办理完毕").press("关闭窗口");
            assertThat(citizen.visit("/my/cases/" + receipt).unfold("查看提交的内容").text())
                    .contains("窗口代为提交申请", "纸质材料交接", "窗口扫描件");
            citizen.looksAs("case-from-a-window");
            street.visit("/desk/hall/handovers").looksAs("handovers");
            street.click("form[action*='/" + receipt + "/'] button");
            assertThat(street.text()).contains("材料交接单", "在途");
            street.looksAs("handover");
        }
    }

    /** Before the windows to choose from, wherever the clerk sat before. */
    private static Person getUp(Person clerk) {
        clerk.visit("/desk/hall");
        if (clerk.isAsked("act")) {
            clerk.click("button[value=leave]");
        }
        return clerk;
    }

    private static Person first(Person person, String name) {
        person.page().locator("[name=" + name + "]").first().check();
        return person;
    }

    private static Person last(Person person, String name) {
        person.page().locator("input[type=radio][name=" + name + "]").last().check();
        return person;
    }
}
