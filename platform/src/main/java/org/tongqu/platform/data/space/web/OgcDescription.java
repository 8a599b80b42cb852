package org.tongqu.platform.data.space.web;

import static org.tongqu.platform.data.space.web.OgcDocuments.of;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.tongqu.design.Texts;
import org.tongqu.engines.registers.Attribute;
import org.tongqu.engines.registers.Attribute.ValueKind;
import org.tongqu.engines.space.filter.FilterLanguage;
import org.tongqu.platform.data.space.Layer;
import org.tongqu.platform.data.space.Sight;
import org.tongqu.platform.operate.web.Said;
import tools.jackson.databind.node.ObjectNode;

/** How features are asked for, as OpenAPI 3.0 describes it. */
final class OgcDescription {

    private final Texts texts;
    private final Sight sees;

    OgcDescription(Texts texts, Sight sees) {
        this.texts = texts;
        this.sees = sees;
    }

    ObjectNode document(List<Layer> layers) {
        var paths = of();
        paths.set(OgcDocuments.ROOT, get("landing", "application/json", List.of()));
        paths.set(OgcDocuments.ROOT + "/conformance", get("conformance", "application/json", List.of()));
        paths.set(OgcDocuments.COLLECTIONS, get("collections", "application/json", List.of()));
        for (var layer : layers) {
            var path = OgcDocuments.COLLECTIONS + "/" + layer.id();
            paths.set(path, get("collection." + layer.id(), "application/json", List.of()));
            paths.set(path + "/items", get("items." + layer.id(), OgcDocuments.GEO_JSON, parameters(layer)));
            paths.set(
                    path + "/items/{featureId}",
                    get(
                            "item." + layer.id(),
                            OgcDocuments.GEO_JSON,
                            List.of(of(
                                    "name",
                                    "featureId",
                                    "in",
                                    "path",
                                    "required",
                                    true,
                                    "schema",
                                    of("type", "string")))));
        }
        return of(
                "openapi",
                "3.0.3",
                "info",
                of("title", texts.say("space.ogc.title"), "description", texts.say("space.ogc.lead"), "version", "1"),
                "servers",
                List.of(of("url", "/")),
                "paths",
                paths);
    }

    private static ObjectNode get(String id, String type, List<Object> parameters) {
        List<Object> all = new ArrayList<>(parameters);
        all.add(query("f", of("type", "string", "enum", List.of("json", "html"))));
        return of(
                "get",
                of(
                        "operationId",
                        id,
                        "parameters",
                        all,
                        "responses",
                        of(
                                "200",
                                of("description", "OK", "content", of(type, of(), "text/html", of())),
                                "default",
                                of("description", "RFC 9457", "content", of("application/problem+json", of())))));
    }

    private List<Object> parameters(Layer layer) {
        List<Object> parameters = new ArrayList<>();
        var number = of("type", "number");
        var box = query("bbox", of("type", "array", "minItems", 4, "maxItems", 6, "items", number));
        box.put("style", "form");
        box.put("explode", false);
        parameters.add(box);
        parameters.add(query("filter", of("type", "string")));
        parameters.add(query(
                "filter-lang",
                of(
                        "type",
                        "string",
                        "enum",
                        Arrays.stream(FilterLanguage.values())
                                .map(FilterLanguage::code)
                                .toList(),
                        "default",
                        FilterLanguage.TEXT.code())));
        parameters.add(query("filter-crs", of("type", "string", "enum", List.of(OgcDocuments.CRS84))));
        parameters.add(query("datetime", of("type", "string")));
        parameters.add(query(
                "limit",
                of(
                        "type",
                        "integer",
                        "minimum",
                        1,
                        "maximum",
                        ItemsParameters.MOST,
                        "default",
                        ItemsParameters.LIMIT)));
        parameters.add(query(ItemsParameters.AFTER, of("type", "string")));
        layer.attributes(sees).forEach(attribute -> parameters.add(query(attribute.name(), schema(texts, attribute))));
        return parameters;
    }

    static ObjectNode schema(Texts texts, Attribute attribute) {
        var schema = of("type", attribute.kind() == ValueKind.NUMBER ? "number" : "string");
        if (attribute.kind() == ValueKind.DATE) {
            schema.put("format", "date");
        }
        schema.put("title", Said.in(texts, attribute.title()));
        if (!attribute.codes().isEmpty()) {
            schema.set("enum", OgcDocuments.node(List.copyOf(attribute.codes().keySet())));
        }
        return schema;
    }

    private static ObjectNode query(String name, ObjectNode schema) {
        return of("name", name, "in", "query", "required", false, "schema", schema);
    }
}
