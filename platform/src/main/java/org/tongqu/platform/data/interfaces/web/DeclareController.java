package org.tongqu.platform.data.interfaces.web;

import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.tongqu.design.PageFrame;
import org.tongqu.design.nav.Breadcrumbs;
import org.tongqu.design.nav.Breadcrumbs.Crumb;
import org.tongqu.design.view.NoticeBanner;
import org.tongqu.kernel.Outcome;
import org.tongqu.platform.data.catalog.Coded;
import org.tongqu.platform.data.catalog.ResourceCode;
import org.tongqu.platform.data.interfaces.Declaration;
import org.tongqu.platform.data.interfaces.Endpoint;
import org.tongqu.platform.data.interfaces.EndpointRefusal;
import org.tongqu.platform.data.interfaces.EndpointRefusal.Fault;
import org.tongqu.platform.data.interfaces.Endpoints;
import org.tongqu.platform.data.interfaces.ParameterLines;
import org.tongqu.platform.operate.web.Html;
import org.tongqu.platform.operate.web.Redirect;
import org.tongqu.platform.trust.identity.SignedIn;

/** Declaring an interface, or declaring it anew. */
@Controller
class DeclareController {

    private final Endpoints endpoints;

    DeclareController(Endpoints endpoints) {
        this.endpoints = endpoints;
    }

    @GetMapping(Words.NEW)
    Html begin(
            PageFrame frame,
            @AuthenticationPrincipal SignedIn.Officer officer,
            @RequestParam(defaultValue = "") String resource) {
        if (!InterfacePlaces.isKeeper(officer)) {
            throw Words.forbidden();
        }
        return asking(
                frame,
                Map.of(
                        "resource",
                        resource,
                        "operation",
                        "query",
                        "method",
                        "POST",
                        "time",
                        "5000",
                        "per-minute",
                        "600"),
                Map.of());
    }

    @PostMapping(Words.NEW)
    Object declare(
            PageFrame frame,
            @AuthenticationPrincipal SignedIn.Officer officer,
            @RequestParam Map<String, String> sent) {
        var faults = new HashMap<String, Fault>();
        var declaration = declaration(sent, faults);
        if (declaration.isEmpty()) {
            return wrong(frame, sent, faults);
        }
        return switch (endpoints.declare(officer, declaration.get())) {
            case Outcome.Done<Endpoint, EndpointRefusal>(var kept) ->
                Redirect.to(Words.address(kept.id()) + "?done=declare");
            case Outcome.Refused<Endpoint, EndpointRefusal>(EndpointRefusal.Wrong(var fields)) ->
                wrong(frame, sent, fields);
            case Outcome.Refused<Endpoint, EndpointRefusal>(EndpointRefusal.MayNot no) ->
                refused(frame, sent, "may-not");
            case Outcome.Refused<Endpoint, EndpointRefusal>(EndpointRefusal.NotByInterface no) ->
                refused(frame, sent, "not-by-interface");
            case Outcome.Refused<Endpoint, EndpointRefusal> other -> refused(frame, sent, "unknown-resource");
        };
    }

    private static Html wrong(PageFrame frame, Map<String, String> sent, Map<String, Fault> faults) {
        return asking(frame, sent, faults).with(HttpStatus.UNPROCESSABLE_CONTENT);
    }

    private static Html refused(PageFrame frame, Map<String, String> sent, String why) {
        var banner = NoticeBanner.error(frame.texts().say("interfaces.refused." + why));
        return asking(frame.noticing(List.of(banner)), sent, Map.of()).with(HttpStatus.UNPROCESSABLE_CONTENT);
    }

    private static Html asking(PageFrame frame, Map<String, String> sent, Map<String, Fault> faults) {
        var texts = frame.texts();
        var heading = texts.say("interfaces.declare");
        var crumbs = Breadcrumbs.of(new Crumb(texts.say("interfaces.heading"), Words.LIST), new Crumb(heading, ""));
        return Html.page(
                "data/interfaces/DeclarePage",
                new DeclarePage(
                        frame.titled(heading).at("interfaces", crumbs),
                        new InterfaceForms(frame, sent, faults).declare()));
    }

    /** What was sent, when it can be read at all. */
    private static Optional<Declaration> declaration(Map<String, String> sent, Map<String, Fault> faults) {
        var resource = ResourceCode.find(said(sent, "resource"));
        var method = Coded.find(Endpoint.Method.class, said(sent, "method").toLowerCase(Locale.ROOT));
        var parameters = ParameterLines.read(sent.getOrDefault("parameters", ""));
        if (resource.isEmpty()) {
            faults.put("resource", Fault.NOT_A_NAME);
        }
        if (method.isEmpty()) {
            faults.put("method", Fault.MISSING);
        }
        if (parameters.isEmpty()) {
            faults.put("parameters", Fault.NOT_A_NAME);
        }
        if (!faults.isEmpty()) {
            return Optional.empty();
        }
        var header = said(sent, "header");
        var credential = said(sent, "credential");
        return Optional.of(new Declaration(
                resource.orElseThrow(),
                said(sent, "operation"),
                said(sent, "title"),
                new Endpoint.Target(
                        method.orElseThrow(),
                        said(sent, "address"),
                        Arrays.stream(said(sent, "records").split("\\."))
                                .filter(name -> !name.isEmpty())
                                .toList(),
                        header.isEmpty() ? Optional.empty() : Optional.of(header),
                        Optional.of(said(sent, "via")).filter(via -> !via.isEmpty())),
                parameters.orElseThrow(),
                new Endpoint.Limits(Duration.ofMillis(number(sent, "time")), (int) number(sent, "per-minute")),
                credential.isEmpty() ? Optional.empty() : Optional.of(credential)));
    }

    private static String said(Map<String, String> sent, String name) {
        return sent.getOrDefault(name, "").strip();
    }

    /** What is no number is out of every range. */
    private static long number(Map<String, String> sent, String name) {
        var text = said(sent, name);
        return text.matches("[0-9]{1,9}") ? Long.parseLong(text) : 0;
    }
}
