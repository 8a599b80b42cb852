package org.tongqu.platform.data.interfaces.web;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.springframework.stereotype.Component;
import org.tongqu.platform.data.exchange.NodeVisits;
import org.tongqu.platform.data.interfaces.Asked;
import org.tongqu.platform.data.interfaces.CallProblems;
import org.tongqu.platform.data.interfaces.CallRefusal;
import org.tongqu.platform.data.interfaces.CallRefusal.Why;
import org.tongqu.platform.data.interfaces.Mediation;
import org.tongqu.platform.data.interfaces.Reply;

/** Calls that a department's node carries for its systems: held to the same rules as those that come by the open door. */
@Component
class CallsOfNodes implements NodeVisits {

    private static final String BEARER = "Bearer ";
    private static final int PIECE = 64 * 1024;

    private final Mediation mediation;
    private final CallProblems problems;

    CallsOfNodes(Mediation mediation, CallProblems problems) {
        this.mediation = mediation;
        this.problems = problems;
    }

    @Override
    public String name() {
        return "interfaces";
    }

    @Override
    public void answer(String organisation, String rest, HttpExchange exchange) throws IOException {
        var names = rest.split("/");
        var headers = exchange.getRequestHeaders();
        var parameters = "GET".equals(header(headers, "Tongqu-Asked"))
                ? Optional.of(query(exchange))
                : CallController.parameters(exchange.getRequestBody());
        Optional<CallRefusal> refusal = names.length != 2
                ? Optional.of(CallRefusal.of(Why.ENDPOINT_UNKNOWN))
                : parameters.isEmpty()
                        ? Optional.of(CallRefusal.of(Why.BODY_WRONG))
                        : call(exchange, asked(names[0] + "." + names[1], headers, parameters.get()));
        if (refusal.isPresent()) {
            var problem = problems.of(refusal.get());
            problem.headers()
                    .forEach((name, value) -> exchange.getResponseHeaders().set(name, value));
            var body = problem.body();
            exchange.sendResponseHeaders(problem.status(), body.length);
            exchange.getResponseBody().write(body);
        }
    }

    private static Asked asked(String endpoint, Headers headers, Map<String, String> parameters) {
        var shown = header(headers, "Authorization");
        var token = shown.regionMatches(true, 0, BEARER, 0, BEARER.length())
                ? shown.substring(BEARER.length()).strip()
                : "";
        return new Asked(
                token, endpoint, header(headers, "Tongqu-Purpose"), header(headers, "Tongqu-Case"), parameters);
    }

    private Optional<CallRefusal> call(HttpExchange exchange, Asked asked) throws IOException {
        return mediation.call(asked, (head, length) -> begin(exchange, head, length));
    }

    private static OutputStream begin(HttpExchange exchange, Reply.Head head, OptionalLong length) throws IOException {
        var headers = exchange.getResponseHeaders();
        headers.set("Content-Type", "application/json");
        headers.set("Cache-Control", "no-store");
        headers.set("Tongqu-Call", head.call());
        headers.set("Tongqu-Agreement", head.agreement());
        exchange.sendResponseHeaders(200, length.orElse(0));
        return new BufferedOutputStream(exchange.getResponseBody(), PIECE);
    }

    private static String header(Headers headers, String name) {
        var value = headers.getFirst(name);
        return value == null ? "" : value.strip();
    }

    /** A name that stands twice has a value that nothing takes. */
    private static Map<String, String> query(HttpExchange exchange) {
        var parameters = new HashMap<String, String>();
        var query = Optional.ofNullable(exchange.getRequestURI().getRawQuery()).orElse("");
        for (var part : query.split("&")) {
            var sides = part.split("=", 2);
            if (!part.isEmpty()) {
                parameters.merge(decoded(sides[0]), sides.length == 2 ? decoded(sides[1]) : "", (one, other) -> "\n");
            }
        }
        return parameters;
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException broken) {
            return "\n";
        }
    }
}
