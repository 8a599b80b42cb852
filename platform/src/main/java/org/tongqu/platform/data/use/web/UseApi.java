package org.tongqu.platform.data.use.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tongqu.engines.registers.Attribute;
import org.tongqu.engines.registers.Register;
import org.tongqu.kernel.data.Datum;

/** How a register is used by systems, as OpenAPI 3.1 describes it. Which fields are open is said by each agreement. */
final class UseApi {

    private static final Datum TEXT = named("type", Datum.of("string"));
    private static final Datum POSITION = parameter("after", "query", "position that the answer before gave", "");

    private static final Datum WAIT =
            parameter("wait", "query", "seconds, at most 60, to wait for a change while there is none", "");

    private final Register register;

    private UseApi(Register register) {
        this.register = register;
    }

    static Datum document(Register register) {
        return new UseApi(register).document();
    }

    private Datum document() {
        var at = UseCallController.CALLS + "/" + register.code();
        Map<String, Datum> paths = new LinkedHashMap<>();
        paths.put(
                at + "/verification",
                named("post", operation("verification", List.of()).with("requestBody", claims())));
        paths.put(at + "/records", named("post", operation("records", List.of()).with("requestBody", wanted())));
        paths.put(at + "/changes", named("get", operation("changes", List.of(POSITION, WAIT))));
        paths.put(at + "/snapshot", named("get", operation("snapshot", List.of(POSITION))));
        return Datum.empty()
                .with("openapi", Datum.of("3.1.0"))
                .with(
                        "info",
                        Datum.empty()
                                .with("title", Datum.of(register.title().zh()))
                                .with("description", Datum.of(register.meaning().zh()))
                                .with("version", Datum.of("1")))
                .with("servers", Datum.of(List.of(named("url", Datum.of("/")))))
                .with("security", Datum.of(List.of(named("key", Datum.of(List.of())))))
                .with("paths", new Datum.Fields(paths))
                .with(
                        "components",
                        named(
                                "securitySchemes",
                                named("key", named("type", Datum.of("http")).with("scheme", Datum.of("bearer")))));
    }

    private static Datum named(String name, Datum value) {
        return new Datum.Fields(Map.of(name, value));
    }

    private static Datum operation(String id, List<Datum> more) {
        var parameters = new java.util.ArrayList<Datum>();
        parameters.add(parameter("Tongqu-Purpose", "header", "code of the purpose that was agreed", "required"));
        parameters.add(parameter("Tongqu-Case", "header", "number of the matter that needs it", ""));
        parameters.addAll(more);
        var ok = named("description", Datum.of("OK"))
                .with(
                        "content",
                        named(id.equals("snapshot") ? "application/x-ndjson" : "application/json", Datum.empty()));
        var refused = named("description", Datum.of("RFC 9457"))
                .with("content", named("application/problem+json", Datum.empty()));
        return named("operationId", Datum.of(id))
                .with("parameters", Datum.of(parameters))
                .with("responses", new Datum.Fields(Map.of("200", ok, "default", refused)));
    }

    private static Datum parameter(String name, String in, String description, String required) {
        return named("name", Datum.of(name))
                .with("in", Datum.of(in))
                .with("description", Datum.of(description))
                .with("required", new Datum.Truth(!required.isEmpty()))
                .with("schema", TEXT);
    }

    private Datum claims() {
        Map<String, Datum> claims = new LinkedHashMap<>();
        register.attributes().forEach(attribute -> claims.put(attribute.name(), schema(attribute)));
        var record = object(Map.of("identifier", identifier(), "claims", object(claims)));
        return body(object(Map.of("records", array(record))));
    }

    private Datum wanted() {
        var names = register.attributes().stream()
                .map(attribute -> Datum.of(attribute.name()))
                .toList();
        return body(object(
                Map.of("identifiers", array(identifier()), "fields", array(TEXT.with("enum", Datum.of(names))))));
    }

    private Datum identifier() {
        return TEXT.with("description", Datum.of(register.identifier().title().zh()));
    }

    private static Datum schema(Attribute attribute) {
        return TEXT.with("description", Datum.of(attribute.title().zh()));
    }

    private static Datum object(Map<String, Datum> properties) {
        return named("type", Datum.of("object")).with("properties", new Datum.Fields(properties));
    }

    private static Datum array(Datum items) {
        return named("type", Datum.of("array")).with("items", items);
    }

    private static Datum body(Datum schema) {
        return named("content", named("application/json", named("schema", schema)))
                .with("required", new Datum.Truth(true));
    }
}
