package org.tongqu.platform.data.use.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.tongqu.engines.json.DatumJson;
import org.tongqu.kernel.Outcome;
import org.tongqu.kernel.data.Datum;
import org.tongqu.platform.data.interfaces.CallHeaders;
import org.tongqu.platform.data.use.Caller;
import org.tongqu.platform.data.use.Claim;
import org.tongqu.platform.data.use.RegisterReading;
import org.tongqu.platform.data.use.RegisterReading.Part;
import org.tongqu.platform.data.use.RegisterReading.Snapshot;
import org.tongqu.platform.data.use.Reply;
import org.tongqu.platform.data.use.UseRefusal;
import org.tongqu.platform.data.use.UseRefusal.Why;
import org.tongqu.platform.data.use.Verification;

/** Where systems verify what they were told, and take records. */
@Controller
class UseCallController {

    static final String CALLS = "/api/registers";

    /** In seconds: what stands between lets no call pass that is silent for much longer. */
    private static final Pattern WAIT = Pattern.compile("[0-9]|[1-5][0-9]|60");

    private static final int LARGEST_BODY = 256 * 1024;

    private final Verification verification;
    private final RegisterReading reading;
    private final UseProblems problems;

    UseCallController(Verification verification, RegisterReading reading, UseProblems problems) {
        this.verification = verification;
        this.reading = reading;
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
        answer(response, verification.verify(caller(request, register), claims.get()));
    }

    /** Identifiers stand in the body, where no log of addresses sees them. */
    @PostMapping(CALLS + "/{register}/records")
    void records(HttpServletRequest request, HttpServletResponse response, @PathVariable String register)
            throws IOException {
        var body = body(request);
        var identifiers = body.flatMap(sent -> texts(sent.at("identifiers")));
        var fields = body.flatMap(
                sent -> sent.at("fields").isNothing() ? Optional.of(List.<String>of()) : texts(sent.at("fields")));
        if (identifiers.isEmpty() || fields.isEmpty()) {
            problems.write(response, new UseRefusal.Here(Why.BODY_WRONG, "", Optional.empty()));
            return;
        }
        answer(
                response,
                reading.records(caller(request, register), identifiers.get(), new LinkedHashSet<>(fields.get())));
    }

    @GetMapping(CALLS + "/{register}/changes")
    void changes(
            HttpServletRequest request,
            HttpServletResponse response,
            @PathVariable String register,
            @RequestParam(defaultValue = "") String after,
            @RequestParam(defaultValue = "0") String wait)
            throws IOException {
        if (!WAIT.matcher(wait).matches()) {
            problems.write(response, new UseRefusal.Here(Why.WAIT_WRONG, "", Optional.empty()));
            return;
        }
        var caller = caller(request, register);
        var most = Duration.ofSeconds(Long.parseLong(wait));
        answer(response, most.isZero() ? reading.changes(caller, after) : reading.changes(caller, after, most));
    }

    /** Part by part: each is written down before it leaves, and what is taken back stops the next. */
    @GetMapping(CALLS + "/{register}/snapshot")
    void snapshot(
            HttpServletRequest request,
            HttpServletResponse response,
            @PathVariable String register,
            @RequestParam(defaultValue = "") String after)
            throws IOException {
        var caller = caller(request, register);
        var next = Optional.of(Snapshot.from(after));
        while (next.isPresent()) {
            switch (reading.part(caller, next.get())) {
                case Outcome.Refused<Part, UseRefusal>(var why) -> {
                    if (response.isCommitted()) {
                        throw new IOException("A snapshot was broken off: " + why.code());
                    }
                    problems.write(response, why);
                    return;
                }
                case Outcome.Done<Part, UseRefusal>(var part) -> {
                    head(response, part.reply(), "application/x-ndjson");
                    response.getOutputStream().write(part.reply().body());
                    response.flushBuffer();
                    next = part.next();
                }
            }
        }
    }

    private static void head(HttpServletResponse response, Reply reply, String type) {
        if (!response.isCommitted()) {
            response.setContentType(type);
            response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
            response.setHeader("Tongqu-Call", reply.call());
            response.setHeader("Tongqu-Agreement", reply.agreement());
        }
    }

    private void answer(HttpServletResponse response, Outcome<Reply, UseRefusal> outcome) throws IOException {
        switch (outcome) {
            case Outcome.Refused<Reply, UseRefusal>(var why) -> problems.write(response, why);
            case Outcome.Done<Reply, UseRefusal>(var reply) -> {
                head(response, reply, "application/json");
                response.setContentLength(reply.body().length);
                response.getOutputStream().write(reply.body());
            }
        }
    }

    static Caller caller(HttpServletRequest request, String register) {
        return new Caller(
                CallHeaders.token(request), CallHeaders.purpose(request), CallHeaders.matter(request), register);
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

    private static Optional<List<String>> texts(Datum list) {
        return list instanceof Datum.Items(var values) && values.stream().allMatch(Datum.Text.class::isInstance)
                ? Optional.of(values.stream()
                        .map(Datum.Text.class::cast)
                        .map(Datum.Text::value)
                        .toList())
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
