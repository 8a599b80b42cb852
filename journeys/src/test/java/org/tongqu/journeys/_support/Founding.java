package org.tongqu.journeys._support;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * What somebody who founds a company answers and hands in. Persons and numbers are fictional; each founding has a firm's
 * name of its own.
 */
public final class Founding {

    public static final String SERVICE = "/services/market-regulation/company-registration";

    /** Registration and what five other bodies do for a new company, in one form. */
    public static final String SERVICE_TOGETHER = "/services/market-regulation/starting-a-company";

    /** Four stages of permits for a building. */
    public static final String SERVICE_STAGED = "/services/natural-resources/social-investment-project";

    private static final Pattern RECEIPT = Pattern.compile("\\d{6}-\\d{4}-\\d{6,12}-[0-9A-Z]");

    /** Some questions are only asked after others are answered. */
    private static final int MOST_ROUNDS = 4;

    private final String service;
    private final Map<String, List<String>> answers;

    private Founding(String service, Map<String, List<String>> answers) {
        this.service = service;
        this.answers = answers;
    }

    public static Founding of(String firm) {
        return new Founding(SERVICE, answers(firm));
    }

    /** With seals, people employed and a bank account, so that all six bodies have something to do. */
    public static Founding together(String firm) {
        var answers = answers(firm);
        answers.put("wantsSeals", List.of("true"));
        answers.put("sealKinds", List.of("official", "finance"));
        answers.put("taxpayerKind", List.of("small-scale"));
        answers.put("employees", List.of("6"));
        answers.put("fundRate", List.of("8"));
        answers.put("wantsBank", List.of("true"));
        answers.put("bankDay", List.of("2026-12-01"));
        return new Founding(SERVICE_TOGETHER, answers);
    }

    /** A factory that needs the permits of few bodies, stage by stage. */
    public static Founding project(String name) {
        var answers = new LinkedHashMap<String, List<String>>();
        answers.put("projectName", List.of(name));
        answers.put("projectUse", List.of("industrial"));
        answers.put("investment", List.of("6000"));
        answers.put("firm.creditCode", List.of("91999901MA29N3803Y"));
        answers.put("firm.name", List.of("云州市启明智能制造有限公司"));
        answers.put("firm.legalRepresentative", List.of("林若溪"));
        answers.put("contact.name", List.of("周远帆"));
        answers.put("contact.phone", List.of("13800000002"));
        answers.put("site.division", List.of("999901001"));
        answers.put("site.detail", List.of("高新大道88号地块"));
        answers.put("siteArea", List.of("4000"));
        answers.put("floorArea", List.of("6000"));
        answers.put("energyUse", List.of("200"));
        answers.put("nearRiver", List.of("false"));
        answers.put("heritageArea", List.of("false"));
        answers.put("commitments", List.of("truth", "plan", "build"));
        return new Founding(SERVICE_STAGED, answers);
    }

    /** Fills in the whole form on one page and sends it; the receipt's number. */
    public String handIn(Person citizen) {
        fillIn(citizen);
        send(citizen);
        return receipt(citizen);
    }

    /** A new draft with everything answered, open at the last look before it is sent. */
    public Founding fillIn(Person citizen) {
        begin(citizen, service);
        return goOn(citizen);
    }

    /** As {@link #fillIn} for the draft that is open. */
    public Founding goOn(Person citizen) {
        var draft = citizen.path().replaceFirst("^(/drafts/[^/]+).*", "$1");
        for (int round = 0; round < MOST_ROUNDS && !citizen.isAsked("declared"); round++) {
            citizen.visit(draft + "/all");
            fill(citizen);
            citizen.pressMain();
        }
        return this;
    }

    /** A new draft, open at its first question. */
    public static void begin(Person citizen) {
        begin(citizen, SERVICE);
    }

    private static void begin(Person citizen, String service) {
        citizen.visit(service.replaceFirst("^/services", "/apply")).pressMain();
        assertThat(citizen.path()).startsWith("/drafts/");
    }

    /** Answers whatever this page asks. */
    public void fill(Person citizen) {
        var page = citizen.page();
        for (var file : page.locator("main input[type=file]").all()) {
            file.setInputFiles(paper());
        }
        for (var answer : answers.entrySet()) {
            if (citizen.isAsked(answer.getKey())) {
                citizen.answer(answer.getKey(), answer.getValue().toArray(String[]::new));
            }
        }
    }

    /** Declares that all is true, and presses the button. */
    public static void send(Person citizen) {
        declare(citizen);
        citizen.pressMain();
    }

    public static void declare(Person citizen) {
        citizen.answer("declared", "yes");
    }

    /** The number on the page. */
    public static String receipt(Person citizen) {
        var found = RECEIPT.matcher(citizen.text());
        assertThat(found.find())
                .as("a receipt number on the page:%n%s", citizen.text())
                .isTrue();
        return found.group();
    }

    /** The smallest paper that is really one. */
    public static Path paper() {
        return file("paper.pdf", """
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
                """);
    }

    /** A file with this content, whatever its name pretends. */
    public static Path file(String name, String content) {
        try {
            return Files.writeString(Path.of("target", name), content, StandardCharsets.ISO_8859_1);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static Map<String, List<String>> answers(String firm) {
        var answers = new LinkedHashMap<String, List<String>>();
        answers.put("companyName", List.of(firm));
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
