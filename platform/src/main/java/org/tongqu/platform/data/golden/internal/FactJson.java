package org.tongqu.platform.data.golden.internal;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tongqu.engines.registers.Decided;
import org.tongqu.engines.registers.Statement.Fact;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** Facts as the store keeps them: an open value as a text, a sealed one as its likeness and itself. */
final class FactJson {

    private static final JsonFactory JSON = new JsonFactory();

    private FactJson() {}

    static String write(Map<String, Fact> facts) {
        return written(json -> {
            json.writeStartObject();
            facts.forEach((name, fact) -> write(json, name, fact));
            json.writeEndObject();
        });
    }

    private static void write(JsonGenerator json, String name, Fact fact) {
        json.writeName(name);
        if (fact.value().equals(fact.likeness())) {
            json.writeString(fact.value());
        } else {
            json.writeStartArray();
            json.writeString(fact.likeness());
            json.writeString(fact.value());
            json.writeEndArray();
        }
    }

    /** Fields with one origin. */
    record Origin(String source, String since, long delivery) {}

    static String origins(Map<Origin, List<String>> origins) {
        return written(json -> {
            json.writeStartArray();
            origins.forEach((origin, fields) -> {
                json.writeStartObject();
                json.writeStringProperty("source", origin.source());
                json.writeStringProperty("since", origin.since());
                json.writeNumberProperty("delivery", origin.delivery());
                json.writeArrayPropertyStart("fields");
                fields.forEach(json::writeString);
                json.writeEndArray();
                json.writeEndObject();
            });
            json.writeEndArray();
        });
    }

    static Map<String, Fact> chosen(Map<String, Decided> record) {
        Map<String, Fact> facts = new LinkedHashMap<>();
        record.forEach((name, decided) -> facts.put(name, decided.chosen().fact()));
        return facts;
    }

    private interface Writing {
        void to(JsonGenerator json);
    }

    private static String written(Writing writing) {
        try (var text = new StringWriter(256)) {
            try (var json = JSON.createGenerator(ObjectWriteContext.empty(), text)) {
                writing.to(json);
            }
            return text.toString();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    static Map<String, Fact> read(String text) {
        Map<String, Fact> facts = new LinkedHashMap<>();
        try (var json = JSON.createParser(ObjectReadContext.empty(), text)) {
            json.nextToken();
            while (json.nextToken() == JsonToken.PROPERTY_NAME) {
                var name = json.currentName();
                facts.put(name, fact(json));
            }
        }
        return facts;
    }

    private static Fact fact(JsonParser json) {
        if (json.nextToken() != JsonToken.START_ARRAY) {
            return Fact.open(json.getString());
        }
        json.nextToken();
        var likeness = json.getString();
        json.nextToken();
        var value = json.getString();
        json.nextToken();
        return new Fact(value, likeness);
    }
}
