package org.tongqu.platform.data.use;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import org.tongqu.engines.registers.Delivered;
import org.tongqu.kernel.time.WorkingCalendar;
import org.tongqu.platform._support.StartedPlatform;
import org.tongqu.platform.data.agreements.Agreement;
import org.tongqu.platform.data.agreements.AgreementAct;
import org.tongqu.platform.data.agreements.Answer;
import org.tongqu.platform.data.agreements.Masking;
import org.tongqu.platform.data.agreements.Negotiation;
import org.tongqu.platform.data.agreements.Purpose;
import org.tongqu.platform.data.agreements.Request;
import org.tongqu.platform.data.catalog.Department;
import org.tongqu.platform.data.catalog.Description;
import org.tongqu.platform.data.catalog.Description.Cycle;
import org.tongqu.platform.data.catalog.Description.SharingType;
import org.tongqu.platform.data.catalog.Description.Way;
import org.tongqu.platform.data.catalog.ResourceCode;
import org.tongqu.platform.data.golden.GoldenRegisters;
import org.tongqu.platform.data.interfaces.Keys;
import org.tongqu.platform.trust.journal.Entry;

/** Two departments: one whose resource is read from a register, one that may use it. */
final class Sharing {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final String LAW = "《社会救助暂行办法》第五十八条";

    final Department provider = Department.fresh();
    final Department consumer = Department.fresh();
    final String register;
    final ResourceCode resource;

    Sharing(String register, Map<String, String> items) {
        this.register = register;
        this.resource = provider.published(Department.sharing(
                Department.draft("登记库资源"),
                new Description.Sharing(SharingType.CONDITIONAL, LAW, "逐人核验", Set.of(Way.INTERFACE))));
        provider.bean(Offers.class)
                .offer(provider.officer(), new Offer(resource, register, items))
                .orElseThrow();
    }

    /** Persons by their number, name and state of life. */
    static Sharing ofPersons() {
        return new Sharing("population", Map.of("citizenNumber", "cert_no", "name", "name", "marriage", "state"));
    }

    void said(String source, String identifier, Map<String, String> fields) {
        var registers = provider.bean(GoldenRegisters.class);
        registers.deliver(
                registers.find(register).orElseThrow(),
                source,
                Entry.Doer.SYSTEM,
                List.of(new Delivered("use-" + identifier, identifier, LocalDate.of(2025, 5, 1), fields))
                        .iterator());
    }

    Agreement agreed(Map<String, Masking> items) {
        var negotiation = provider.bean(Negotiation.class);
        var terms = new Agreement.Terms(
                Purpose.APPROVAL, "低保核对", LAW, Cycle.DAILY, OptionalLong.empty(), today(), today().plusYears(1));
        var id = negotiation
                .request(consumer.officer(), new Request(resource, terms, List.copyOf(items.keySet())))
                .orElseThrow()
                .id();
        negotiation
                .act(provider.officer(), id, AgreementAct.AGREE, Answer.giving(items, OptionalLong.empty()))
                .orElseThrow();
        return negotiation
                .act(provider.authority(), id, AgreementAct.CONFIRM, Answer.saying(""))
                .orElseThrow();
    }

    LocalDate today() {
        return LocalDate.ofInstant(provider.bean(Clock.class).instant(), WorkingCalendar.ZONE);
    }

    Keys.Given key(Agreement agreement) {
        return provider.bean(Keys.class)
                .give(consumer.officer(), new Keys.Wanted(agreement.id(), "低保核对系统", today().plusMonths(3)))
                .orElseThrow();
    }

    HttpRequest.Builder request(String path, String token) {
        return HttpRequest.newBuilder(StartedPlatform.shared().address().resolve("/api/registers/" + register + path))
                .header("Authorization", "Bearer " + token)
                .header("Tongqu-Purpose", "approval");
    }

    HttpResponse<String> posts(String path, String token, String body) throws Exception {
        return sends(request(path, token).POST(BodyPublishers.ofString(body)));
    }

    HttpResponse<String> verifies(String token, String identifier, String claims) throws Exception {
        return posts(
                "/verification",
                token,
                "{\"records\":[{\"identifier\":\"" + identifier + "\",\"claims\":{" + claims + "}}]}");
    }

    static HttpResponse<String> sends(HttpRequest.Builder request) throws Exception {
        return CLIENT.send(request.build(), BodyHandlers.ofString());
    }
}
