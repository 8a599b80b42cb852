package org.tongqu.platform.data.interfaces;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tongqu.kernel.data.Datum;
import org.tongqu.platform.data.catalog.Edition;
import org.tongqu.platform.data.catalog.Item;
import org.tongqu.platform.data.interfaces.Endpoint.Need;
import org.tongqu.platform.data.interfaces.Endpoint.Parameter;

/**
 * What can be called of a resource, as OpenAPI 3.1 describes it. The records are drawn from the catalogue: that is what
 * each answer is checked against.
 */
public final class OpenApi {

    private static final String CALLS = "/api/interfaces/";
    private static final String PROBLEM = "#/components/schemas/problem";

    private final Edition edition;
    private final List<Endpoint> endpoints;

    private OpenApi(Edition edition, List<Endpoint> endpoints) {
        this.edition = edition;
        this.endpoints = endpoints;
    }

    public static Datum document(Edition edition, List<Endpoint> endpoints) {
        return new OpenApi(edition, endpoints).document();
    }

    private Datum document() {
        Map<String, Datum> paths = new LinkedHashMap<>();
        for (var endpoint : endpoints) {
            paths.put(
                    CALLS + endpoint.resource().key() + "/" + endpoint.operation(),
                    Datum.empty().with("get", get(endpoint)).with("post", post(endpoint)));
        }
        return Datum.empty()
                .with("openapi", Datum.of("3.1.0"))
                .with(
                        "info",
                        Datum.empty()
                                .with("title", Datum.of(edition.description().name()))
                                .with(
                                        "description",
                                        Datum.of(edition.description().summary()))
                                .with("version", Datum.of(String.valueOf(edition.number()))))
                .with("servers", Datum.of(List.of(Datum.empty().with("url", Datum.of("/")))))
                .with("security", Datum.of(List.of(Datum.empty().with("key", Datum.of(List.of())))))
                .with("paths", new Datum.Fields(paths))
                .with("components", components());
    }

    private static Datum get(Endpoint endpoint) {
        var parameters = new ArrayList<Datum>();
        endpoint.parameters()
                .forEach(one -> parameters.add(
                        described(one.name(), "query", one.title(), one.need()).with("schema", schema(one))));
        parameters.addAll(headers());
        return operation(endpoint, "get").with("parameters", Datum.of(parameters));
    }

    private static Datum post(Endpoint endpoint) {
        Map<String, Datum> properties = new LinkedHashMap<>();
        endpoint.parameters()
                .forEach(one -> properties.put(one.name(), schema(one).with("description", Datum.of(one.title()))));
        var required = endpoint.parameters().stream()
                .filter(one -> one.need() == Need.REQUIRED)
                .map(one -> Datum.of(one.name()))
                .toList();
        var schema = Datum.empty()
                .with("type", Datum.of("object"))
                .with("properties", new Datum.Fields(properties))
                .with("required", Datum.of(required))
                .with("additionalProperties", new Datum.Truth(false));
        return operation(endpoint, "post")
                .with("parameters", Datum.of(headers()))
                .with("requestBody", content("application/json", schema).with("required", new Datum.Truth(true)));
    }

    private static Datum operation(Endpoint endpoint, String method) {
        var ok = content("application/json", reference("#/components/schemas/answer"))
                .with("description", Datum.of("OK"));
        var refused = content("application/problem+json", reference(PROBLEM)).with("description", Datum.of("RFC 9457"));
        return Datum.empty()
                .with("operationId", Datum.of(method + "-" + endpoint.operation()))
                .with("summary", Datum.of(endpoint.title()))
                .with("responses", new Datum.Fields(Map.of("200", ok, "default", refused)));
    }

    private static List<Datum> headers() {
        var text = Datum.empty().with("type", Datum.of("string"));
        return List.of(
                described("Tongqu-Purpose", "header", "code of the purpose that was agreed", Need.REQUIRED)
                        .with("schema", text),
                described("Tongqu-Case", "header", "number of the matter that needs it", Need.OPTIONAL)
                        .with("schema", text.with("maxLength", Datum.of(40))));
    }

    private static Datum described(String name, String in, String description, Need need) {
        return Datum.empty()
                .with("name", Datum.of(name))
                .with("in", Datum.of(in))
                .with("description", Datum.of(description))
                .with("required", new Datum.Truth(need == Need.REQUIRED));
    }

    private static Datum content(String type, Datum schema) {
        return Datum.empty().with("content", named(type, Datum.empty().with("schema", schema)));
    }

    private static Datum reference(String to) {
        return named("$ref", Datum.of(to));
    }

    /** One field whose name is no path. */
    private static Datum named(String name, Datum value) {
        return new Datum.Fields(Map.of(name, value));
    }

    private static Datum schema(Parameter parameter) {
        return switch (parameter.kind()) {
            case TEXT -> Datum.empty().with("type", Datum.of("string")).with("maxLength", Datum.of(parameter.length()));
            case INTEGER -> Datum.empty().with("type", Datum.of("integer"));
            case DATE -> Datum.empty().with("type", Datum.of("string")).with("format", Datum.of("date"));
        };
    }

    private Datum components() {
        Map<String, Datum> items = new LinkedHashMap<>();
        edition.items().forEach(item -> items.put(item.field(), schema(item)));
        var record = Datum.empty().with("type", Datum.of("object")).with("properties", new Datum.Fields(items));
        var answer = Datum.empty()
                .with("type", Datum.of("object"))
                .with(
                        "properties",
                        Datum.empty()
                                .with(
                                        "records",
                                        Datum.empty()
                                                .with("type", Datum.of("array"))
                                                .with("items", reference("#/components/schemas/record")))
                                .with("count", Datum.empty().with("type", Datum.of("integer")))
                                .with("limited", Datum.empty().with("type", Datum.of("boolean"))));
        return Datum.empty()
                .with(
                        "securitySchemes",
                        Datum.empty()
                                .with(
                                        "key",
                                        Datum.empty()
                                                .with("type", Datum.of("http"))
                                                .with("scheme", Datum.of("bearer"))))
                .with(
                        "schemas",
                        Datum.empty()
                                .with("record", record)
                                .with("answer", answer)
                                .with("problem", problem()));
    }

    private static Datum problem() {
        Map<String, Datum> parts = new LinkedHashMap<>();
        for (var name : List.of("type", "title", "detail", "title_en", "detail_en")) {
            parts.put(name, Datum.empty().with("type", Datum.of("string")));
        }
        parts.put("status", Datum.empty().with("type", Datum.of("integer")));
        return Datum.empty().with("type", Datum.of("object")).with("properties", new Datum.Fields(parts));
    }

    private static Datum schema(Item item) {
        var schema = Datum.empty().with("description", Datum.of(item.name()));
        var typed = switch (item.type()) {
            case GENERAL -> schema;
            case TEXT -> schema.with("type", orNull("string"));
            case MEMO -> schema.with("type", orNull("string"));
            case NUMBER, MONEY, DOUBLE, FLOAT -> schema.with("type", orNull("number"));
            case INTEGER -> schema.with("type", orNull("integer"));
            case TRUTH -> schema.with("type", orNull("boolean"));
            case DATE -> schema.with("type", orNull("string")).with("format", Datum.of("date"));
            case MOMENT -> schema.with("type", orNull("string")).with("format", Datum.of("date-time"));
        };
        return item.type() == Item.DataType.TEXT && item.length() > 0
                ? typed.with("maxLength", Datum.of(item.length()))
                : typed;
    }

    private static Datum orNull(String type) {
        return Datum.of(List.of(Datum.of(type), Datum.of("null")));
    }
}
