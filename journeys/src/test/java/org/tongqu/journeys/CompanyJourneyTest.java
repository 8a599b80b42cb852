package org.tongqu.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.tongqu.journeys._support.Founding;
import org.tongqu.journeys._support.Person;

/**
 * JOURNEY: a citizen founds a company, three officers decide, anybody checks the licence. Every
 * page on the way is looked at on a phone and on a wide screen, by day and by night, by eye and by axe.
 */
@ResourceLock("citizen 19900060008")
class CompanyJourneyTest {

    private static final String FIRM = "云州市岚舟软件开发有限公司";
    private static final Founding FOUNDING = Founding.of(FIRM);

    @Test
    void aFirmIsRegisteredFromThePortalToThePublishedResult() {
        String receipt;
        try (var citizen = Person.citizen("19900060008")) {
            receipt = apply(citizen);
        }
        officer("acceptor", receipt, "accept", "desk-accept");
        officer("reviewer", receipt, "pass", "desk-review");
        officer("decider", receipt, "approve", "desk-decide");
        supervise(receipt);
        try (var citizen = Person.citizen("19900060008")) {
            receiveLicence(citizen, receipt);
        }
    }

    @Test
    void whoIsNotSignedInSeesThePublicPagesAndIsAskedToSignInForTheRest() {
        try (var anybody = Person.anybody()) {
            anybody.visit("/").looksAs("portal-home");
            anybody.visit("/services").looksAs("services");
            anybody.visit(Founding.SERVICE).looksAs("guide");
            anybody.visit("/results").looksAs("results");
            publicity(anybody);
            anybody.visit("/licences/check").looksAs("licence-check-form");
            anybody.visit("/progress").looksAs("progress");
            anybody.visit("/help").looksAs("help");
            anybody.visit("/about").looksAs("about");
            anybody.visit("/sign-in").looksAs("sign-in");
            anybody.visit("/register").looksAs("register");
            anybody.visit("/desk/sign-in").looksAs("desk-sign-in");
            anybody.visit("/nowhere").looksAs("not-found");
            anybody.visit("/my");
            assertThat(anybody.path()).startsWith("/sign-in");
            anybody.visit("/language?lang=en&back=/");
            assertThat(anybody.page().locator("html").getAttribute("lang")).startsWith("en");
            anybody.looksAs("portal-home-en");
        }
    }

    private static String apply(Person citizen) {
        citizen.visit(Founding.SERVICE);
        citizen.click("main a.btn-main, main button.btn-main");
        if (!citizen.path().startsWith("/drafts/")) {
            citizen.click("main form button.btn-main");
        }
        var seen = new TreeSet<String>();
        for (int pages = 0; pages < 60 && !citizen.path().endsWith("/check"); pages++) {
            var page = citizen.path().replaceFirst("^/drafts/[^/]+/", "").replaceAll("\\?.*", "");
            if (seen.add(page)) {
                lookAtSome(citizen, page);
            }
            fill(citizen);
            citizen.pressMain();
        }
        citizen.looksAs("check-answers");
        Founding.send(citizen);
        citizen.looksAs("receipt");
        var receipt = Founding.receipt(citizen);
        citizen.visit("/my").looksAs("my");
        citizen.visit("/my/cases/" + receipt).looksAs("my-case");
        return receipt;
    }

    private static void lookAtSome(Person citizen, String page) {
        if (List.of("name", "scope", "residence", "shareholders", "shareholders/0", "materials", "legal-representative")
                .contains(page)) {
            citizen.looksAs("apply-" + page.replace('/', '-'));
        }
    }

    private static void fill(Person citizen) {
        var page = citizen.page();
        if (page.locator("#f-rows").count() > 0 && page.locator("#f-rows li").count() == 0) {
            citizen.click("form p a.btn");
        }
        FOUNDING.fill(citizen);
    }

    private static void officer(String name, String receipt, String outcome, String picture) {
        try (var officer = Person.officer(name)) {
            officer.visit("/desk/inbox?state=to_claim&q=" + receipt).looksAs(picture + "-inbox");
            officer.click("tbody a");
            officer.looksAs(picture + "-beside");
            officer.click("article.case .case-ways a");
            officer.press("签收").looksAs(picture);
            officer.answer("outcome", outcome);
            officer.press("提交意见");
            assertThat(officer.text()).contains("意见已提交");
        }
    }

    private static void supervise(String receipt) {
        try (var supervisor = Person.officer("supervisor")) {
            supervisor.visit("/desk/inbox?state=open&q=" + receipt).looksAs("inbox-empty");
            supervisor.visit("/desk/packs").looksAs("packs");
            supervisor.visit("/account/sessions").looksAs("sessions");
        }
    }

    private static void receiveLicence(Person citizen, String receipt) {
        citizen.visit("/my/cases/" + receipt).looksAs("my-case-issued");
        citizen.click("main a[href*='/licences/']");
        citizen.looksAs("licence");
        var check = citizen.page().locator("a[href*='/check/']").first().getAttribute("href");
        try (var anybody = Person.anybody()) {
            anybody.visit(check.replaceFirst("^https?://[^/]+", "")).looksAs("licence-check");
            assertThat(anybody.text()).contains(FIRM);
            anybody.visit("/results?q=" + FIRM);
            assertThat(anybody.text()).contains(FIRM);
        }
    }

    /** Both shelves, and one of each. */
    private static void publicity(Person anybody) {
        for (var shelf : List.of("licences", "penalties")) {
            anybody.visit(shelf.equals("licences") ? "/publicity" : "/publicity/" + shelf)
                    .looksAs("publicity-" + shelf);
            anybody.click("tbody a[href*='/publicity/" + shelf + "/']").looksAs("published-" + shelf);
        }
        assertThat(anybody.text()).contains("违法事实", "公示截止期");
    }
}
