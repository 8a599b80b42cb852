package org.tongqu.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.tongqu.journeys._support.Person;

/**
 * JOURNEY: a citizen founds a company, three officers decide, a supervisor watches, anybody checks the licence. Every
 * page on the way is looked at on a phone and on a wide screen, by day and by night, by eye and by axe.
 */
class CompanyJourneyTest {

    private static final String SERVICE = "/services/market-regulation/company-registration";
    private static final Pattern RECEIPT = Pattern.compile("\\d{6}-\\d{4}-\\d{6,12}-[0-9A-Z]");

    private static final Map<String, List<String>> ANSWERS = answers();

    @Test
    void aFirmIsRegisteredFromThePortalToThePublishedResult() throws Exception {
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
            anybody.visit(SERVICE).looksAs("guide");
            anybody.visit("/results").looksAs("results");
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

    private static String apply(Person citizen) throws Exception {
        citizen.visit(SERVICE);
        citizen.page().locator("main a.btn-main, main button.btn-main").first().click();
        if (!citizen.path().startsWith("/drafts/")) {
            citizen.page().locator("main form button.btn-main").first().click();
        }
        var seen = new TreeSet<String>();
        for (int pages = 0; pages < 60 && !citizen.path().endsWith("/check"); pages++) {
            var page = citizen.path().replaceFirst("^/drafts/[^/]+/", "").replaceAll("\\?.*", "");
            if (seen.add(page)) {
                lookAtSome(citizen, page);
            }
            fill(citizen);
            citizen.page().locator("main form button.btn-main").last().click();
        }
        citizen.looksAs("check-answers");
        citizen.page().locator("main form input[type=checkbox]").all().forEach(box -> box.check());
        citizen.page().locator("main form button.btn-main").last().click();
        citizen.looksAs("receipt");
        var found = RECEIPT.matcher(citizen.text());
        assertThat(found.find())
                .as("a receipt number on the page:%n%s", citizen.text())
                .isTrue();
        citizen.visit("/my").looksAs("my");
        citizen.visit("/my/cases/" + found.group()).looksAs("my-case");
        return found.group();
    }

    private static void lookAtSome(Person citizen, String page) {
        if (List.of("name", "scope", "residence", "shareholders", "shareholders/0", "materials", "legal-representative")
                .contains(page)) {
            citizen.looksAs("apply-" + page.replace('/', '-'));
        }
    }

    private static void fill(Person citizen) throws Exception {
        var page = citizen.page();
        if (page.locator("#f-rows").count() > 0 && page.locator("#f-rows li").count() == 0) {
            page.locator("form p a.btn").first().click();
        }
        for (var file : page.locator("main input[type=file]").all()) {
            file.setInputFiles(paper());
        }
        for (var answer : ANSWERS.entrySet()) {
            if (citizen.isAsked(answer.getKey())) {
                citizen.answer(answer.getKey(), answer.getValue().toArray(String[]::new));
            }
        }
    }

    private static void officer(String name, String receipt, String outcome, String picture) {
        try (var officer = Person.officer(name)) {
            officer.visit("/desk/inbox?state=to_claim&q=" + receipt).looksAs(picture + "-inbox");
            officer.page().locator("tbody a").first().click();
            officer.looksAs(picture + "-beside");
            officer.page().locator("article.case .case-ways a").first().click();
            officer.press("签收").looksAs(picture);
            officer.answer("outcome", outcome);
            officer.press("提交意见");
            assertThat(officer.text()).contains("意见已提交");
        }
    }

    private static void supervise(String receipt) {
        try (var supervisor = Person.officer("supervisor")) {
            supervisor.visit("/desk/supervision").looksAs("supervision");
            supervisor.page().locator("tbody a").first().click();
            supervisor.looksAs("supervision-clocks");
            supervisor.page().locator("tbody a").first().click();
            supervisor.looksAs("supervision-evidence");
            supervisor.visit("/desk/inbox?state=open&q=" + receipt).looksAs("inbox-empty");
            supervisor.visit("/desk/packs").looksAs("packs");
            supervisor.visit("/account/sessions").looksAs("sessions");
        }
    }

    private static void receiveLicence(Person citizen, String receipt) {
        citizen.visit("/my/cases/" + receipt).looksAs("my-case-issued");
        citizen.page().locator("main a[href*='/licences/']").first().click();
        citizen.looksAs("licence");
        var check = citizen.page().locator("a[href*='/check/']").first().getAttribute("href");
        try (var anybody = Person.anybody()) {
            anybody.visit(check.replaceFirst("^https?://[^/]+", "")).looksAs("licence-check");
            assertThat(anybody.text()).contains("云州市岚舟软件开发有限公司");
            anybody.visit("/results?q=云州市岚舟软件开发有限公司");
            assertThat(anybody.text()).contains("云州市岚舟软件开发有限公司");
        }
    }

    /** The smallest paper that is really one. */
    private static Path paper() throws Exception {
        var file = Path.of("target", "paper.pdf");
        Files.writeString(file, """
                %PDF-1.4
                1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
                2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
                3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>endobj
                xref
                0 4
                0000000000 65535 f\s
                0000000009 00000 n\s
                0000000054 00000 n\s
                0000000105 00000 n\s
                trailer<</Size 4/Root 1 0 R>>
                startxref
                170
                %%EOF
                """, StandardCharsets.ISO_8859_1);
        return file;
    }

    /** Persons and numbers are fictional. */
    private static Map<String, List<String>> answers() {
        var answers = new LinkedHashMap<String, List<String>>();
        answers.put("companyName", List.of("云州市岚舟软件开发有限公司"));
        answers.put("nameCommitment", List.of("true"));
        answers.put("companyType", List.of("one-person"));
        answers.put("industryClass", List.of("I6513"));
        answers.put("businessScope", List.of("software-development", "system-integration", "it-consulting"));
        answers.put("registeredCapital", List.of("100"));
        answers.put("paidInYears", List.of("5"));
        answers.put("residence.division", List.of("999901001"));
        answers.put("residence.detail", List.of("青云路18号3层301室"));
        answers.put("residenceUse", List.of("rented"));
        answers.put("kind", List.of("person"));
        answers.put("shareholders.0.kind", List.of("person"));
        for (var place : List.of("", "shareholders.0.", "directors.0.")) {
            answers.put(place + "name", List.of("林若溪"));
            answers.put(place + "citizenNumber", List.of("999901199001010029"));
        }
        for (var place : List.of("", "shareholders.0.")) {
            answers.put(place + "amount", List.of("100"));
            answers.put(place + "method", List.of("money"));
        }
        answers.put("manager.name", List.of("周远帆"));
        answers.put("manager.citizenNumber", List.of("999901199001010010"));
        answers.put("legalRepresentative.name", List.of("林若溪"));
        answers.put("legalRepresentative.citizenNumber", List.of("999901199001010029"));
        answers.put("legalRepresentative.post", List.of("director"));
        answers.put("legalRepresentative.phone", List.of("13800000001"));
        answers.put("supervisorKind", List.of("none"));
        answers.put("contact.name", List.of("周远帆"));
        answers.put("contact.phone", List.of("13800000002"));
        answers.put("filedByAgent", List.of("false"));
        answers.put("licenceDelivery", List.of("electronic"));
        answers.put("commitments", List.of("truth", "eligibility", "residence"));
        return answers;
    }
}
