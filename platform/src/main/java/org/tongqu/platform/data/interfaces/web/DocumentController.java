package org.tongqu.platform.data.interfaces.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.tongqu.design.PageFrame;
import org.tongqu.design.nav.Breadcrumbs;
import org.tongqu.design.nav.Breadcrumbs.Crumb;
import org.tongqu.platform.data.catalog.Catalog;
import org.tongqu.platform.data.catalog.Edition;
import org.tongqu.platform.data.catalog.ResourceCode;
import org.tongqu.platform.data.catalog.SharingPlace;
import org.tongqu.platform.data.interfaces.CallHeaders;
import org.tongqu.platform.data.interfaces.CallProblems;
import org.tongqu.platform.data.interfaces.CallRefusal;
import org.tongqu.platform.data.interfaces.CallRefusal.Why;
import org.tongqu.platform.data.interfaces.Endpoint;
import org.tongqu.platform.data.interfaces.Endpoints;
import org.tongqu.platform.data.interfaces.Keys;
import org.tongqu.platform.data.interfaces.OpenApi;
import org.tongqu.platform.operate.web.Html;
import org.tongqu.platform.trust.identity.SignedIn;

/** How a resource is called: a page for officers, and an OpenAPI document for them and for whoever shows a key. */
@Controller
class DocumentController {

    private final Catalog catalog;
    private final Endpoints endpoints;
    private final Keys keys;
    private final CallProblems problems;
    private final DocumentTelling telling;

    DocumentController(
            Catalog catalog, Endpoints endpoints, Keys keys, CallProblems problems, DocumentTelling telling) {
        this.catalog = catalog;
        this.endpoints = endpoints;
        this.keys = keys;
        this.problems = problems;
        this.telling = telling;
    }

    @GetMapping(CallController.CALLS + "/{resource}/openapi.json")
    void document(
            HttpServletRequest request,
            HttpServletResponse response,
            @AuthenticationPrincipal @Nullable Object who,
            @PathVariable String resource)
            throws IOException {
        if (!isShown(who) && !keys.isKnown(CallHeaders.token(request))) {
            problems.of(CallRefusal.of(Why.KEY_MISSING)).write(response);
            return;
        }
        var offered = offered(resource);
        if (offered.isEmpty()) {
            problems.of(CallRefusal.of(Why.ENDPOINT_UNKNOWN)).write(response);
            return;
        }
        var document = OpenApi.document(offered.get().edition(), offered.get().endpoints())
                .canonical()
                .getBytes(StandardCharsets.UTF_8);
        response.setContentType("application/json");
        response.setContentLength(document.length);
        response.getOutputStream().write(document);
    }

    @GetMapping(Words.LIST + "/of/{resource}")
    Html page(PageFrame frame, @AuthenticationPrincipal SignedIn.Officer officer, @PathVariable String resource) {
        if (!isShown(officer)) {
            throw Words.forbidden();
        }
        var offered = offered(resource).orElseThrow(Words::notFound);
        var texts = frame.texts();
        var edition = offered.edition();
        var crumbs = Breadcrumbs.of(
                new Crumb(texts.say("interfaces.heading"), Words.LIST),
                new Crumb(edition.description().name(), ""));
        return Html.page(
                "data/interfaces/DocumentPage",
                new DocumentPage(
                        frame.titled(texts.say(
                                        "interfaces.document.of",
                                        edition.description().name()))
                                .at("interfaces", crumbs),
                        telling.heading(texts, edition),
                        offered.endpoints().stream()
                                .map(endpoint -> telling.operation(texts, endpoint))
                                .toList(),
                        DocumentTelling.records(texts, edition),
                        DocumentTelling.refusals(texts)));
    }

    /** A resource of which something can be called. */
    private record Offered(Edition edition, List<Endpoint> endpoints) {}

    private Optional<Offered> offered(String key) {
        return ResourceCode.ofKey(key)
                .flatMap(catalog::findPublished)
                .map(edition -> new Offered(edition, endpoints.of(edition.code())))
                .filter(offered -> !offered.endpoints().isEmpty());
    }

    private static boolean isShown(@Nullable Object who) {
        return who instanceof SignedIn.Officer officer && SharingPlace.isConcerned(officer);
    }
}
