package org.tongqu.platform.data.interfaces.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.tongqu.platform.data.catalog.Catalog;
import org.tongqu.platform.data.catalog.ResourceCode;
import org.tongqu.platform.data.interfaces.CallRefusal;
import org.tongqu.platform.data.interfaces.CallRefusal.Why;
import org.tongqu.platform.data.interfaces.Endpoints;
import org.tongqu.platform.data.interfaces.Keys;
import org.tongqu.platform.data.interfaces.OpenApi;
import org.tongqu.platform.trust.identity.SignedIn;

/** The OpenAPI document of a resource, for officers and for whoever shows a key. */
@Controller
class DocumentController {

    private final Catalog catalog;
    private final Endpoints endpoints;
    private final Keys keys;
    private final Problems problems;

    DocumentController(Catalog catalog, Endpoints endpoints, Keys keys, Problems problems) {
        this.catalog = catalog;
        this.endpoints = endpoints;
        this.keys = keys;
        this.problems = problems;
    }

    @GetMapping(CallController.CALLS + "/{resource}/openapi.json")
    void document(
            HttpServletRequest request,
            HttpServletResponse response,
            @AuthenticationPrincipal @Nullable Object who,
            @PathVariable String resource)
            throws IOException {
        if (!(who instanceof SignedIn.Officer) && !keys.isKnown(CallController.token(request))) {
            problems.write(response, CallRefusal.of(Why.KEY_MISSING));
            return;
        }
        var code = ResourceCode.ofKey(resource);
        var edition = code.flatMap(catalog::findPublished);
        var offered = code.map(endpoints::of).orElse(java.util.List.of());
        if (edition.isEmpty() || offered.isEmpty()) {
            problems.write(response, CallRefusal.of(Why.ENDPOINT_UNKNOWN));
            return;
        }
        var document = OpenApi.document(edition.get(), offered).canonical().getBytes(StandardCharsets.UTF_8);
        response.setContentType("application/json");
        response.setContentLength(document.length);
        response.getOutputStream().write(document);
    }
}
