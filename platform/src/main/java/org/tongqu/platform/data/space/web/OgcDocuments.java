package org.tongqu.platform.data.space.web;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.tongqu.design.Texts;
import org.tongqu.engines.registers.Attribute.ValueKind;
import org.tongqu.engines.space.Shapes;
import org.tongqu.engines.space.filter.FilterReader;
import org.tongqu.platform.data.space.Extent;
import org.tongqu.platform.data.space.Feature;
import org.tongqu.platform.data.space.Layer;
import org.tongqu.platform.data.space.Question;
import org.tongqu.platform.data.space.Sight;
import org.tongqu.platform.operate.web.Said;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.util.RawValue;

/** The documents of OGC API - Features Part 1 and of the queryables of Part 3, as JSON. */
final class OgcDocuments {

    static final String ROOT = "/ogc";
    static final String COLLECTIONS = ROOT + "/collections";
    static final String GEO_JSON = "application/geo+json";
    static final String OPEN_API = "application/vnd.oai.openapi+json;version=3.0";
    static final String CRS84 = "http://www.opengis.net/def/crs/OGC/1.3/CRS84";
    private static final String JSON_TYPE = "application/json";
    private static final String HTML_TYPE = "text/html";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** What is kept of the standards, and nothing that is not. */
    static final List<String> CONFORMANCE = Stream.of(
                    List.of("core", "geojson", "html", "oas30").stream().map("ogcapi-features-1/1.0/conf/"::concat),
                    List.of("queryables", "queryables-query-parameters", "filter", "features-filter").stream()
                            .map("ogcapi-features-3/1.0/conf/"::concat),
                    List.of(
                                    "cql2-text",
                                    "cql2-json",
                                    "basic-cql2",
                                    "advanced-comparison-operators",
                                    "case-insensitive-comparison",
                                    "accent-insensitive-comparison",
                                    "basic-spatial-functions",
                                    "basic-spatial-functions-plus",
                                    "spatial-functions",
                                    "temporal-functions",
                                    "property-property",
                                    "arithmetic")
                            .stream()
                            .map("cql2/1.0/conf/"::concat))
            .flatMap(parts -> parts.map("http://www.opengis.net/spec/"::concat))
            .toList();

    private static final String QUERYABLES = "http://www.opengis.net/def/rel/ogc/1.0/queryables";

    private final Texts texts;
    private final String base;

    /** @param base the address of the program, before {@code /ogc} */
    OgcDocuments(Texts texts, String base) {
        this.texts = texts;
        this.base = base;
    }

    static byte[] json(ObjectNode document) {
        return JSON.writeValueAsBytes(document);
    }

    static String items(Layer layer) {
        return COLLECTIONS + "/" + layer.id() + "/items";
    }

    private ObjectNode link(String rel, String type, String path) {
        return of("href", base + path, "rel", rel, "type", type);
    }

    /** @param parts name, value, name, value … */
    static ObjectNode of(Object... parts) {
        var made = JSON.createObjectNode();
        for (int i = 0; i < parts.length; i += 2) {
            made.set(String.valueOf(parts[i]), node(parts[i + 1]));
        }
        return made;
    }

    static JsonNode node(Object value) {
        if (value instanceof List<?> list) {
            var array = JSON.createArrayNode();
            list.forEach(one -> array.add(node(Objects.requireNonNull(one))));
            return array;
        }
        return value instanceof JsonNode node ? node : JSON.valueToTree(value);
    }

    /** The document itself, and the page that says the same. */
    private List<Object> both(String path, String type) {
        var join = path.contains("?") ? "&" : "?";
        return new ArrayList<>(List.of(
                link("self", type, path + join + "f=json"), link("alternate", HTML_TYPE, path + join + "f=html")));
    }

    ObjectNode landing() {
        var links = both(ROOT, JSON_TYPE);
        links.add(link("service-desc", OPEN_API, ROOT + "/api"));
        links.add(link("service-doc", HTML_TYPE, ROOT + "?f=html"));
        links.add(link("conformance", JSON_TYPE, ROOT + "/conformance"));
        links.add(link("data", JSON_TYPE, COLLECTIONS));
        return of("title", texts.say("space.ogc.title"), "description", texts.say("space.ogc.lead"), "links", links);
    }

    ObjectNode conformance() {
        return of("conformsTo", CONFORMANCE, "links", both(ROOT + "/conformance", JSON_TYPE));
    }

    ObjectNode collections(List<Layer> layers, Map<String, Extent> extents) {
        return of(
                "links",
                both(COLLECTIONS, JSON_TYPE),
                "collections",
                layers.stream()
                        .map(layer -> collection(layer, Optional.ofNullable(extents.get(layer.id()))))
                        .toList());
    }

    ObjectNode collection(Layer layer, Optional<Extent> extent) {
        var path = COLLECTIONS + "/" + layer.id();
        var links = both(path, JSON_TYPE);
        links.add(link("items", GEO_JSON, items(layer)));
        links.add(link("items", HTML_TYPE, items(layer) + "?f=html"));
        links.add(link(QUERYABLES, "application/schema+json", path + "/queryables"));
        var document = of(
                "id", layer.id(),
                "title", Said.in(texts, layer.title()),
                "description", Said.in(texts, layer.meaning()),
                "itemType", "feature",
                "crs", List.of(CRS84));
        extent.map(Extent::around)
                .ifPresent(box -> document.set(
                        "extent",
                        of(
                                "spatial",
                                of(
                                        "bbox",
                                        List.of(List.of(box.getMinX(), box.getMinY(), box.getMaxX(), box.getMaxY())),
                                        "crs",
                                        CRS84))));
        document.set("links", node(links));
        return document;
    }

    /** By what the things of a layer may be asked for: a schema, as Part 3 wants it. */
    ObjectNode queryables(Layer layer, Sight sees) {
        var properties = of(FilterReader.GEOMETRY, of("x-ogc-role", "primary-geometry", "format", "geometry-any"));
        layer.attributes(sees)
                .forEach(attribute -> properties.set(attribute.name(), OgcDescription.schema(texts, attribute)));
        return of(
                "$schema",
                "https://json-schema.org/draft/2020-12/schema",
                "$id",
                base + COLLECTIONS + "/" + layer.id() + "/queryables",
                "type",
                "object",
                "title",
                Said.in(texts, layer.title()),
                "properties",
                properties,
                "additionalProperties",
                false);
    }

    /** @param onward the address of the next page, without the address of the program */
    ObjectNode features(
            Layer layer, Sight sees, Question.Answer answer, String self, Optional<String> onward, Instant now) {
        var links = new ArrayList<Object>();
        links.add(link("self", GEO_JSON, self));
        links.add(link("alternate", HTML_TYPE, items(layer) + "?f=html"));
        links.add(link("collection", JSON_TYPE, COLLECTIONS + "/" + layer.id()));
        onward.ifPresent(path -> links.add(link("next", GEO_JSON, path)));
        return of(
                "type",
                "FeatureCollection",
                "timeStamp",
                now.truncatedTo(ChronoUnit.SECONDS).toString(),
                "numberReturned",
                answer.features().size(),
                "links",
                links,
                "features",
                answer.features().stream()
                        .map(feature -> bare(layer, sees, feature))
                        .toList());
    }

    ObjectNode feature(Layer layer, Sight sees, Feature feature) {
        var links = both(items(layer) + "/" + feature.id(), GEO_JSON);
        links.add(link("collection", JSON_TYPE, COLLECTIONS + "/" + layer.id()));
        var document = bare(layer, sees, feature);
        document.set("links", node(links));
        return document;
    }

    private static ObjectNode bare(Layer layer, Sight sees, Feature feature) {
        var properties = of();
        layer.attributes(sees).forEach(attribute -> {
            var value = feature.properties().get(attribute.name());
            if (value != null) {
                properties.set(
                        attribute.name(), node(attribute.kind() == ValueKind.NUMBER ? new BigDecimal(value) : value));
            }
        });
        return of(
                "type",
                "Feature",
                "id",
                feature.id(),
                "geometry",
                JSON.getNodeFactory().rawValueNode(new RawValue(Shapes.geoJson(feature.shape()))),
                "properties",
                properties);
    }
}
