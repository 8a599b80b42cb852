package org.tongqu.platform.data.interfaces;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
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
import org.tongqu.platform.data.interfaces.Endpoint.Kind;
import org.tongqu.platform.data.interfaces.Endpoint.Limits;
import org.tongqu.platform.data.interfaces.Endpoint.Method;
import org.tongqu.platform.data.interfaces.Endpoint.Need;
import org.tongqu.platform.data.interfaces.Endpoint.Parameter;
import org.tongqu.platform.data.interfaces.Endpoint.Target;
import org.tongqu.platform.trust.identity.SignedIn;

/** Two departments: one with an interface about its resource, one that may use it. */
final class Ways {

    static final String LAW = "《社会救助暂行办法》第五十八条";
    static final String OPERATION = "query";

    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    final Department provider = Department.fresh();
    final Department consumer = Department.fresh();
    final ResourceCode resource;

    Ways() {
        resource = provider.published(Department.sharing(
                Department.draft("不动产登记"),
                new Description.Sharing(SharingType.CONDITIONAL, LAW, "逐人核验", Set.of(Way.INTERFACE))));
    }

    static Declaration declaration(ResourceCode resource, URI at) {
        return declaration(resource, at, Optional.empty());
    }

    /** @param via the system whose node asks */
    static Declaration declaration(ResourceCode resource, URI at, Optional<String> via) {
        return new Declaration(
                resource,
                OPERATION,
                "按证件号码查询",
                new Target(Method.GET, at + "/people/{cert_no}", List.of("data", "rows"), Optional.of("X-Secret"), via),
                List.of(
                        new Parameter("cert_no", "证件号码", Need.REQUIRED, Kind.TEXT, 40),
                        new Parameter("since", "起始日期", Need.OPTIONAL, Kind.DATE, 10)),
                new Limits(Duration.ofSeconds(5), 600),
                Optional.of("open-sesame"));
    }

    Endpoint declared(URI at) {
        return declared(declaration(resource, at));
    }

    Endpoint declared(Declaration declaration) {
        return provider.bean(Endpoints.class)
                .declare(provider.officer(), declaration)
                .orElseThrow();
    }

    static Declaration limited(Declaration said, Limits limits) {
        return new Declaration(
                said.resource(),
                said.operation(),
                said.title(),
                said.target(),
                said.parameters(),
                limits,
                said.credential());
    }

    Agreement agreed(Map<String, Masking> items, OptionalLong rows) {
        var negotiation = provider.bean(Negotiation.class);
        var terms = new Agreement.Terms(
                Purpose.APPROVAL, "低保核对", LAW, Cycle.DAILY, OptionalLong.empty(), today(), today().plusYears(1));
        var id = negotiation
                .request(consumer.officer(), new Request(resource, terms, List.copyOf(items.keySet())))
                .orElseThrow()
                .id();
        negotiation
                .act(provider.officer(), id, AgreementAct.AGREE, Answer.giving(items, rows))
                .orElseThrow();
        return negotiation
                .act(provider.authority(), id, AgreementAct.CONFIRM, Answer.saying(""))
                .orElseThrow();
    }

    Agreement agreed() {
        return agreed(Map.of("cert_no", Masking.PLAIN, "name", Masking.PLAIN), OptionalLong.empty());
    }

    LocalDate today() {
        return LocalDate.ofInstant(provider.bean(Clock.class).instant(), WorkingCalendar.ZONE);
    }

    Keys.Given key(Agreement agreement) {
        return provider.bean(Keys.class)
                .give(consumer.officer(), new Keys.Wanted(agreement.id(), "低保核对系统", today().plusMonths(3)))
                .orElseThrow();
    }

    static SignedIn.Officer stranger() {
        return Department.fresh().chief();
    }

    String path() {
        return "/api/interfaces/" + resource.key() + "/" + OPERATION;
    }

    HttpRequest.Builder request(String path, String token) {
        return HttpRequest.newBuilder(StartedPlatform.shared().address().resolve(path))
                .header("Authorization", "Bearer " + token)
                .header("Tongqu-Purpose", "approval");
    }

    HttpResponse<String> asks(String token) throws Exception {
        return sends(request(path() + "?cert_no=C1", token).GET());
    }

    HttpResponse<String> posts(String token, String body) throws Exception {
        return sends(request(path(), token)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body)));
    }

    static HttpResponse<String> sends(HttpRequest.Builder request) throws Exception {
        return CLIENT.send(request.build(), BodyHandlers.ofString());
    }
}
