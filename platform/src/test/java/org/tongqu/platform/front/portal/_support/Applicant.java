package org.tongqu.platform.front.portal._support;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.tongqu.kernel.identity.CitizenNumber;
import org.tongqu.kernel.identity.Mod112;
import org.tongqu.kernel.text.MobileNumber;
import org.tongqu.kernel.text.PersonName;
import org.tongqu.platform._support.StartedPlatform;
import org.tongqu.platform._support.Visitor;
import org.tongqu.platform._support.Visitor.Answer;
import org.tongqu.platform.matter.intake._support.Files;
import org.tongqu.platform.trust.identity.Accounts;
import org.tongqu.platform.trust.identity.Registration;
import org.tongqu.platform.trust.identity.SignInCommand.Browser;

/** A citizen with an account and a browser who wants to register a company. */
public final class Applicant {

    public static final String SERVICE = "market-regulation/company-registration";
    private static final String PASSWORD = "青山绿水-2026-wan";
    private static final Pattern DRAFT = Pattern.compile("/drafts/([0-9a-f-]{36})");
    private static final Pattern TOKEN = Pattern.compile("name=\"token\" value=\"([^\"]*)\"");
    private static final AtomicInteger PEOPLE = new AtomicInteger();

    private final Visitor browser;
    private final CitizenNumber number;

    private Applicant(Visitor browser, CitizenNumber number) {
        this.browser = browser;
        this.number = number;
    }

    /** Registers somebody new and signs them in. */
    public static Applicant of(StartedPlatform platform) {
        PortalCity.build(platform);
        int who = PEOPLE.incrementAndGet();
        var body = "99990119850612%03d".formatted(who);
        var number = new CitizenNumber(body + Mod112.check(body));
        platform.bean(Accounts.class)
                .register(
                        new Registration(
                                new PersonName("陈晓"), number, new MobileNumber("1990008%04d".formatted(who)), PASSWORD),
                        new Browser("127.0.0." + (who % 250 + 2), "test"))
                .orElseThrow();
        var applicant = new Applicant(platform.visitor(), number);
        applicant.signIn();
        return applicant;
    }

    public void signIn() {
        browser.opens("/sign-in");
        browser.sends("/sign-in", Map.of("name", number.value(), "password", PASSWORD, "back", "/my"));
    }

    public Visitor browser() {
        return browser;
    }

    /** Begins an application and gives the address of its draft. */
    public String begins() {
        return begins(SERVICE);
    }

    public String begins(String service) {
        browser.opens("/apply/" + service);
        var first = browser.sends("/apply/" + service, Map.of());
        var found = DRAFT.matcher(first.at().getPath());
        if (!found.find()) {
            throw new AssertionError("No draft began: " + first.status() + " at " + first.at());
        }
        return "/drafts/" + found.group(1);
    }

    /** Everything the form asks, under full names. */
    public Map<String, String> answers() {
        var answers = new LinkedHashMap<String, String>();
        answers.put("companyName", "云州市青禾文化传播有限公司");
        answers.put("nameCommitment", "true");
        answers.put("companyType", "one-person");
        answers.put("industryClass", "C1411");
        answers.put("businessScope", "general-goods");
        answers.put("registeredCapital", "100");
        answers.put("paidInYears", "5");
        answers.put("residence.division", PortalCity.STREET);
        answers.put("residence.detail", "东门大街 18 号 3 层 301 室");
        answers.put("residenceUse", "rented");
        answers.put("shareholders.0.kind", "person");
        answers.put("shareholders.0.name", "陈晓");
        answers.put("shareholders.0.citizenNumber", number.value());
        answers.put("shareholders.0.amount", "100");
        answers.put("shareholders.0.method", "money");
        answers.put("directors.0.name", "陈晓");
        answers.put("directors.0.citizenNumber", number.value());
        answers.put("manager.name", "陈晓");
        answers.put("manager.citizenNumber", number.value());
        answers.put("legalRepresentative.name", "陈晓");
        answers.put("legalRepresentative.citizenNumber", number.value());
        answers.put("legalRepresentative.post", "manager");
        answers.put("legalRepresentative.phone", "13900001111");
        answers.put("supervisorKind", "none");
        answers.put("contact.name", "陈晓");
        answers.put("contact.phone", "13900001111");
        answers.put("filedByAgent", "false");
        answers.put("licenceDelivery", "electronic");
        return answers;
    }

    /** Fills everything in on one page and hands in every paper. */
    public Answer fills(String draft) {
        return fills(draft, List.of("articles", "residence-proof", "shareholder-identity", "appointments"));
    }

    /** The same with these papers only. */
    public Answer fills(String draft, List<String> papers) {
        browser.opens(draft + "/all");
        return sendsParts(
                draft + "/all",
                answers(),
                papers.stream().collect(Collectors.toMap(Function.identity(), paper -> Files.pdf())));
    }

    /** Hands the draft in as it is. */
    public Answer submits(String draft) {
        return submits(draft, token(draft));
    }

    public Answer submits(String draft, String token) {
        return browser.sends(draft + "/submit", Map.of("token", token, "declared", "yes"));
    }

    public String token(String draft) {
        var page = browser.opens(draft + "/check");
        var found = TOKEN.matcher(page.body());
        if (!found.find()) {
            throw new AssertionError("The check cannot be sent: " + page.body());
        }
        return found.group(1);
    }

    /** Sends a form with files; every file is a PDF by its name. */
    public Answer sendsParts(String path, Map<String, String> fields, Map<String, byte[]> files) {
        var boundary = "----tongqu-test";
        var body = new ByteArrayOutputStream();
        var whole = new LinkedHashMap<>(fields);
        whole.put("_csrf", browser.csrf());
        for (var choice : new String[] {"truth", "eligibility", "residence"}) {
            part(body, boundary, "commitments", choice.getBytes(StandardCharsets.UTF_8), "");
        }
        whole.forEach((name, value) -> part(body, boundary, name, value.getBytes(StandardCharsets.UTF_8), ""));
        files.forEach((name, bytes) -> part(body, boundary, name, bytes, "; filename=\"" + name + ".pdf\""));
        write(body, ("--" + boundary + "--\r\n").getBytes(StandardCharsets.UTF_8));
        return browser.answer(HttpRequest.newBuilder(browser.address().resolve(path))
                .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                .POST(BodyPublishers.ofByteArray(body.toByteArray()))
                .build());
    }

    private static void part(ByteArrayOutputStream body, String boundary, String name, byte[] content, String file) {
        var head = "--" + boundary + "\r\nContent-Disposition: form-data; name=\"" + name + "\"" + file + "\r\n\r\n";
        write(body, head.getBytes(StandardCharsets.UTF_8));
        write(body, content);
        write(body, "\r\n".getBytes(StandardCharsets.UTF_8));
    }

    private static void write(ByteArrayOutputStream body, byte[] bytes) {
        try {
            body.write(bytes);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
