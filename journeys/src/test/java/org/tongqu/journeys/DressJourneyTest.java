package org.tongqu.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.tongqu.journeys._support.Founding;
import org.tongqu.journeys._support.Person;

/** JOURNEY: the same platform in English, on a wall, without scripts, for somebody new; and the pages off the main roads. */
@ResourceLock("citizen 19900060017")
class DressJourneyTest {

    private static final String CITIZEN = "19900060017";
    private static final String PASSWORD = "Qinghe-harbour-7";
    private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};

    @Test
    void whoReadsEnglishIsSpokenToInEnglish() {
        try (var citizen = Person.citizen(CITIZEN)) {
            citizen.visit("/language?lang=en&back=/my").looksAs("my-en");
            assertThat(citizen.text()).contains("My matters");
            citizen.visit(Founding.SERVICE).looksAs("guide-en");
            Founding.begin(citizen);
            citizen.looksAs("apply-en");
        }
        try (var officer = Person.officer("acceptor")) {
            officer.visit("/language?lang=en&back=/desk/inbox?state=open");
            assertThat(officer.page().locator("html").getAttribute("lang")).startsWith("en");
            officer.looksAs("inbox-en");
            officer.click("tbody a");
            officer.looksAs("inbox-beside-en");
        }
        try (var supervisor = Person.officer("supervisor")) {
            supervisor.visit("/language?lang=en&back=/desk/supervision").looksAs("supervision-en");
        }
    }

    @Test
    void aWideScreenIsFilledWithSense() {
        try (var anybody = Person.anybody();
                var officer = Person.officer("acceptor")) {
            assertThat(anybody.visit("/").looksWideAs("portal-home")).isTrue();
            officer.visit("/desk/inbox?state=open").click("tbody a");
            assertThat(officer.looksWideAs("inbox-beside")).isTrue();
            assertThat(officer.visit("/desk/supervision").looksWideAs("supervision"))
                    .isTrue();
        }
    }

    @Test
    void anApplicationIsHandedInWithoutScripts() {
        try (var citizen = Person.withoutScripts().signIn("/sign-in", CITIZEN)) {
            var receipt = Founding.of("云州市无脚本软件有限公司").handIn(citizen);
            assertThat(citizen.visit("/my/cases/" + receipt).text()).contains("您提交了申请");
        }
    }

    @Test
    void whoIsNewMakesAnAccountAndFindsNothingYet() {
        var mobile = "139" + ThreadLocalRandom.current().nextInt(10_000_000, 99_999_999);
        try (var citizen = Person.anybody()) {
            citizen.visit("/register").answer("name", "沈初来").answer("number", citizenNumber());
            citizen.answer("mobile", "123").answer("password", PASSWORD).answer("again", PASSWORD);
            citizen.pressMain().looksAs("register-wrong");
            citizen.answer("mobile", mobile).answer("password", PASSWORD).answer("again", PASSWORD);
            citizen.pressMain();
            assertThat(citizen.text()).contains("注册成功");
            citizen.answer("name", mobile).answer("password", PASSWORD).pressMain();
            citizen.visit("/my").looksAs("my-empty");
            assertThat(citizen.text()).contains("还没有提交过申请", "还没有电子证照");
        }
    }

    @Test
    void thePagesOffTheMainRoadsAreLookedAtToo() {
        try (var citizen = Person.citizen(CITIZEN)) {
            citizen.visit(Founding.SERVICE + "/form").looksAs("blank-form");
            citizen.visit("/openness").looksAs("openness");
            citizen.visit("/powers").looksAs("powers");
            citizen.visit(Founding.SERVICE.replace("/services", "/powers")).looksAs("power");
            citizen.click("main a[href^='/items/']");
            citizen.looksAs("item");
            citizen.visit("/life/establishment").looksAs("life-event");
            citizen.visit("/life/marriage").looksAs("life-event-at-windows");
            citizen.visit("/items").looksAs("items").click("tbody a").looksAs("item-at-a-window");
            citizen.visit("/items/basic").looksAs("basic-items");
            citizen.visit("/accessibility").looksAs("accessibility");
            citizen.visit("/gallery").looksAs("gallery");
            citizen.visit("/gallery/desk").looksAs("gallery-desk");
            citizen.visit("/results").click("main a[href^='/results/']").looksAs("result");
            citizen.visit("/apply/market-regulation/company-registration").looksAs("apply");
            Founding.begin(citizen);
            var draft = citizen.path().replaceFirst("^(/drafts/[^/]+).*", "$1");
            citizen.visit(draft + "/all").looksAs("apply-all");
            citizen.visit(draft + "/delete").looksAs("draft-delete");
            citizen.click("main form button.btn-grave");
            assertThat(citizen.path()).startsWith("/my");
            citizen.visit("/account/password").looksAs("password");
        }
        try (var supervisor = Person.officer("supervisor")) {
            supervisor.visit("/desk/supervision/clocks").looksAs("clocks");
            supervisor.visit("/account/password").looksAs("desk-password");
        }
    }

    /** A number nobody had yet, with its right check digit (GB 11643). */
    private static String citizenNumber() {
        var body = "99990119880512" + ThreadLocalRandom.current().nextInt(100, 999);
        int sum = 0;
        for (int i = 0; i < WEIGHTS.length; i++) {
            sum += WEIGHTS[i] * (body.charAt(i) - '0');
        }
        return body + "10X98765432".charAt(sum % 11);
    }

    @Test
    void theBookOfItemsIsKeptOnTheDesk() {
        try (var chief = Person.officer("desk-chief")) {
            chief.visit("/desk/items").looksAs("desk-items").click("tbody a").looksAs("desk-item");
            assertThat(chief.text()).contains("首次导入");
            chief.visit("/desk/items/take").looksAs("desk-items-take");
        }
        try (var keeper = Person.officer("process-approver")) {
            keeper.visit("/desk/items/basic?whose=nobody").looksAs("desk-basic-items");
            keeper.click("tbody a").looksAs("desk-basic-item");
            assertThat(keeper.text()).contains("没有部门认领");
            keeper.visit("/desk/items/basic/take").looksAs("desk-basic-items-take");
        }
    }
}
