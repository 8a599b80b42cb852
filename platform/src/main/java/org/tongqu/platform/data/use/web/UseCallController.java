package org.tongqu.platform.data.use.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.tongqu.engines.json.DatumJson;
import org.tongqu.kernel.Outcome;
import org.tongqu.kernel.data.Datum;
import org.tongqu.platform.data.use.Caller;
import org.tongqu.platform.data.use.Claim;
import org.tongqu.platform.data.use.RegisterUse;
import org.tongqu.platform.data.use.Reply;
import org.tongqu.platform.data.use.UseRefusal;
import org.tongqu.platform.data.use.UseRefusal.Why;

/** Where systems verify what they were told, and take records. */
@Controller
class UseCallController {

    static final String CALLS = "/api/registers";

    private static final String BEARER = "Bearer ";
    private static final int LARGEST_BODY = 256 * 1024;

    private final RegisterUse use;
    private final UseProblems problems;

    UseCallController(RegisterUse use, UseProblems problems) {
        this.use = use;
        this.problems = problems;
    }

    @PostMapping(CALLS + "/{register}/verification")
    void verify(HttpServletRequest request, HttpServletResponse response, @PathVariable String register)
            throws IOException {
        var claims = body(request).flatMap(UseCallController::claims);
        if (claims.isEmpty()) {
            problems.write(response, new UseRefusal.Here(Why.BODY_WRONG, "", Optional.empty()));
            return;
        }
        answer(response, use.verify(caller(request, register), claims.get()));
    }

    private void answer(HttpServletResponse response, Outcome<Reply, UseRefusal> outcome) throws IOException {
        switch (outcome) {
            case Outcome.Refused<Reply, UseRefusal>(var why) -> problems.write(response, why);
            case Outcome.Done<Reply, UseRefusal>(var reply) -> {
                response.setContentType("application/json");
                response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
                response.setHeader("Tongqu-Call", reply.call());
                response.setHeader("Tongqu-Agreement", reply.agreement());
                response.setContentLength(reply.body().length);
                response.getOutputStream().write(reply.body());
            }
        }
    }

    static Caller caller(HttpServletRequest request, String register) {
        return new Caller(token(request), header(request, "Tongqu-Purpose"), header(request, "Tongqu-Case"), register);
    }

    static String token(HttpServletRequest request) {
        var shown = header(request, HttpHeaders.AUTHORIZATION);
        return shown.regionMatches(true, 0, BEARER, 0, BEARER.length())
                ? shown.substring(BEARER.length()).strip()
                : "";
    }

    private static String header(HttpServletRequest request, String name) {
        var value = request.getHeader(name);
        return value == null ? "" : value.strip();
    }

    /** An object; nothing when it is something else or too long. */
    private static Optional<Datum> body(HttpServletRequest request) throws IOException {
        var sent = request.getInputStream().readNBytes(LARGEST_BODY + 1);
        if (sent.length > LARGEST_BODY) {
            return Optional.empty();
        }
        return DatumJson.tryRead(new String(sent, StandardCharsets.UTF_8))
                        instanceof Outcome.Done<Datum, DatumJson.NotJson>(var read)
                ? Optional.of(read).filter(Datum.Fields.class::isInstance)
                : Optional.empty();
    }

    private static Optional<List<Claim>> claims(Datum body) {
        if (!(body.at("records") instanceof Datum.Items(var records))) {
            return Optional.empty();
        }
        List<Claim> claims = new ArrayList<>();
        for (var record : records) {
            var fields = fields(record.at("claims"));
            if (fields.isEmpty() || !(record.at("identifier") instanceof Datum.Text(var identifier))) {
                return Optional.empty();
            }
            claims.add(new Claim(identifier, fields.get()));
        }
        return Optional.of(claims);
    }

    private static Optional<Map<String, String>> fields(Datum claims) {
        if (!(claims instanceof Datum.Fields(var values))) {
            return Optional.empty();
        }
        Map<String, String> fields = new LinkedHashMap<>();
        for (var one : values.entrySet()) {
            switch (one.getValue()) {
                case Datum.Text(var text) -> fields.put(one.getKey(), text);
                case Datum.Number(var number) -> fields.put(one.getKey(), number.toPlainString());
                default -> {
                    return Optional.empty();
                }
            }
        }
        return Optional.of(fields);
    }
}
