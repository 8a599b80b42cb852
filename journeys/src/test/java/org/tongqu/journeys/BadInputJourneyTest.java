package org.tongqu.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.tongqu.journeys._support.Founding;
import org.tongqu.journeys._support.Person;

/** JOURNEY: what people get wrong, on purpose or not: they are told what and what to do, and nothing typed is lost. */
@ResourceLock("citizen 19900060008")
class BadInputJourneyTest {

    private static final String CITIZEN = "19900060008";
    private static final int OVERSIZED = 21 * 1024 * 1024;

    @Test
    void numbersThatCannotBeAreNamedBesideTheirQuestion() {
        try (var citizen = Person.citizen(CITIZEN)) {
            var manager = draft(citizen) + "/manager";
            citizen.visit(manager).answer("manager.name", "周远帆");
            citizen.answer("manager.citizenNumber", "999901199001010011").pressMain();
            assertThat(citizen.text()).contains("校验位");
            assertThat(citizen.page().locator("[name='manager.name']").inputValue())
                    .isEqualTo("周远帆");
            citizen.looksAs("wrong-check-digit");
            citizen.answer("manager.citizenNumber", "999901199002300015").pressMain();
            assertThat(citizen.text()).contains("日期");
        }
    }

    @Test
    void filesThatAreTooLargeOrNotWhatTheySayAreNotTaken() throws Exception {
        try (var citizen = Person.citizen(CITIZEN)) {
            citizen.visit(draft(citizen) + "/materials");
            var upload = citizen.page().locator("main input[type=file]").first();
            upload.setInputFiles(Founding.file("disguised.pdf", "MZ this is a program"));
            citizen.pressMain();
            assertThat(citizen.text()).contains("disguised.pdf", "内容和扩展名不符");
            citizen.looksAs("disguised-file");
            upload.setInputFiles(tooLarge());
            citizen.pressMain();
            assertThat(citizen.text()).contains("too-large.pdf", "太大");
            citizen.looksAs("oversized-file");
        }
    }

    @Test
    void pressingTwiceLeadsToOneReceipt() {
        var firm = "云州市一次软件有限公司";
        try (var citizen = Person.citizen(CITIZEN)) {
            int before = mattersOf(citizen, firm);
            Founding.of(firm).fillIn(citizen);
            Founding.declare(citizen);
            citizen.page().locator("main form button.btn-main").last().dblclick();
            citizen.page().waitForURL("**/receipt");
            var receipt = Founding.receipt(citizen);
            assertThat(mattersOf(citizen, firm)).isEqualTo(before + 1);
            assertThat(citizen.text()).contains(receipt);
        }
    }

    @Test
    void whatWasTypedWhenTheSessionEndedIsGivenBack() {
        try (var citizen = Person.citizen(CITIZEN);
                var elsewhere = Person.citizen(CITIZEN)) {
            var draft = draft(citizen);
            citizen.visit(draft + "/name").answer("companyName", "云州市重来软件有限公司");
            endOtherSessions(elsewhere);
            citizen.pressMain();
            assertThat(citizen.path()).startsWith("/sign-in");
            citizen.looksAs("session-ended");
            citizen.signInHere(CITIZEN);
            citizen.looksAs("what-was-typed").pressMain();
            citizen.visit(draft + "/name");
            assertThat(citizen.page().locator("[name=companyName]").inputValue())
                    .isEqualTo("云州市重来软件有限公司");
        }
    }

    @Test
    void aHiddenFieldThatWasTamperedWithChangesNothing() {
        try (var citizen = Person.citizen(CITIZEN)) {
            citizen.visit(draft(citizen) + "/type");
            citizen.page().evaluate("""
                    () => {
                      const extra = document.createElement('input');
                      extra.type = 'hidden'; extra.name = 'registeredCapital'; extra.value = '1';
                      document.querySelector('main form').append(extra);
                    }""");
            citizen.answer("companyType", "one-person").pressMain();
            assertThat(citizen.text()).contains("registeredCapital");
            citizen.looksAs("tampered");
            citizen.page().evaluate("() => document.querySelector('main form [name=_csrf]').value = 'made-up'");
            citizen.pressMain();
            assertThat(citizen.text()).doesNotContain("made-up");
            citizen.looksAs("forged");
        }
    }

    @Test
    void addressesThatMeanNothingAreExplained() {
        try (var anybody = Person.anybody()) {
            anybody.visit("/progress").answer("receipt", "999901-2026-000001-0");
            anybody.pressMain().looksAs("progress-wrong");
            assertThat(anybody.text()).contains("查询码");
            anybody.visit("/check/NOT-A-CODE").looksAs("licence-check-unknown");
            assertThat(anybody.text()).contains("核验");
        }
        try (var officer = Person.officer("acceptor")) {
            officer.visit("/desk/cases/no-such-case").looksAs("desk-not-found");
            assertThat(officer.text()).contains("没有找到");
        }
    }

    private static int mattersOf(Person citizen, String firm) {
        return citizen.visit("/my").page().getByText(firm).count();
    }

    private static String draft(Person citizen) {
        Founding.begin(citizen);
        return citizen.path().replaceFirst("^(/drafts/[^/]+).*", "$1");
    }

    private static void endOtherSessions(Person elsewhere) {
        elsewhere.visit("/account/sessions");
        while (elsewhere.page().locator("main form[action$='/end'] button").count() > 0) {
            elsewhere.click("main form[action$='/end'] button");
        }
    }

    private static Path tooLarge() throws Exception {
        var content = new byte[OVERSIZED];
        Arrays.fill(content, (byte) ' ');
        var head = Files.readAllBytes(Founding.paper());
        System.arraycopy(head, 0, content, 0, head.length);
        return Files.write(Path.of("target", "too-large.pdf"), content);
    }
}
