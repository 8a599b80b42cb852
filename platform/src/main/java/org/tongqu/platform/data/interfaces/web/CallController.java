package org.tongqu.platform.data.interfaces.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.tongqu.engines.json.DatumJson;
import org.tongqu.kernel.Outcome;
import org.tongqu.kernel.data.Datum;
import org.tongqu.platform.data.interfaces.Asked;
import org.tongqu.platform.data.interfaces.CallHeaders;
import org.tongqu.platform.data.interfaces.CallProblems;
import org.tongqu.platform.data.interfaces.CallRefusal;
import org.tongqu.platform.data.interfaces.CallRefusal.Why;
import org.tongqu.platform.data.interfaces.Mediation;
import org.tongqu.platform.data.interfaces.Reply;

/** Where systems call: parameters in the address, or as a JSON object where no log of addresses sees them. */
@Controller
class CallController {

    static final String CALLS = "/api/interfaces";

    private static final int LARGEST_BODY = 64 * 1024;

    private final Mediation mediation;
    private final CallProblems problems;

    CallController(Mediation mediation, CallProblems problems) {
        this.mediation = mediation;
        this.problems = problems;
    }

    @GetMapping(CALLS + "/{resource}/{operation}")
    void get(
            HttpServletRequest request,
            HttpServletResponse response,
            @PathVariable String resource,
            @PathVariable String operation,
            @RequestParam MultiValueMap<String, String> query)
            throws IOException {
        var parameters = new HashMap<String, String>();
        query.forEach((name, values) -> parameters.put(name, values.size() == 1 ? values.getFirst() : "\n"));
        call(request, response, resource + "." + operation, Optional.of(parameters));
    }

    @PostMapping(CALLS + "/{resource}/{operation}")
    void post(
            HttpServletRequest request,
            HttpServletResponse response,
            @PathVariable String resource,
            @PathVariable String operation)
            throws IOException {
        call(request, response, resource + "." + operation, parameters(request.getInputStream()));
    }

    private void call(
            HttpServletRequest request,
            HttpServletResponse response,
            String endpoint,
            Optional<Map<String, String>> parameters)
            throws IOException {
        if (parameters.isEmpty()) {
            problems.of(CallRefusal.of(Why.BODY_WRONG)).write(response);
            return;
        }
        var asked = new Asked(
                CallHeaders.token(request),
                endpoint,
                CallHeaders.purpose(request),
                CallHeaders.matter(request),
                parameters.get());
        var refusal = mediation.call(asked, (head, length) -> begin(response, head, length));
        if (refusal.isPresent()) {
            problems.of(refusal.get()).write(response);
        }
    }

    private static OutputStream begin(HttpServletResponse response, Reply.Head head, OptionalLong length)
            throws IOException {
        response.setContentType("application/json");
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setHeader("Tongqu-Call", head.call());
        response.setHeader("Tongqu-Agreement", head.agreement());
        length.ifPresent(response::setContentLengthLong);
        return response.getOutputStream();
    }

    /** A flat object of texts and numbers; nothing when it is something else. */
    static Optional<Map<String, String>> parameters(InputStream body) throws IOException {
        var sent = body.readNBytes(LARGEST_BODY + 1);
        if (sent.length > LARGEST_BODY) {
            return Optional.empty();
        }
        if (sent.length == 0) {
            return Optional.of(Map.of());
        }
        if (!(DatumJson.tryRead(new String(sent, StandardCharsets.UTF_8))
                        instanceof Outcome.Done<Datum, DatumJson.NotJson>(var read))
                || !(read instanceof Datum.Fields(var fields))) {
            return Optional.empty();
        }
        var parameters = new HashMap<String, String>();
        for (var field : fields.entrySet()) {
            switch (field.getValue()) {
                case Datum.Text(var text) -> parameters.put(field.getKey(), text);
                case Datum.Number(var number) -> parameters.put(field.getKey(), number.toPlainString());
                case Datum.Truth(var truth) -> parameters.put(field.getKey(), String.valueOf(truth));
                default -> {
                    return Optional.empty();
                }
            }
        }
        return Optional.of(parameters);
    }
}
