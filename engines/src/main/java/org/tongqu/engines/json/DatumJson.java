package org.tongqu.engines.json;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import org.tongqu.kernel.Outcome;
import org.tongqu.kernel.data.Datum;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;

/** Reads JSON into the data tree. Numbers keep every digit; a field named twice is refused. */
public final class DatumJson {

    private static final JsonFactory JSON = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private DatumJson() {}

    /**
     * Why a text is not JSON.
     *
     * @param line counted from 1
     * @param column counted from 1
     */
    public record NotJson(String text, int line, int column) {}

    /** Reads what came from outside. */
    public static Outcome<Datum, NotJson> tryRead(String json) {
        try (var parser = JSON.createParser(ObjectReadContext.empty(), json)) {
            parser.nextToken();
            var datum = datum(parser);
            if (parser.nextToken() != null) {
                return Outcome.refused(notJson("Something stands after the end", parser));
            }
            return Outcome.done(datum);
        } catch (JacksonException broken) {
            var place = broken.getLocation();
            return Outcome.refused(new NotJson(
                    broken.getOriginalMessage(),
                    place == null ? 1 : place.getLineNr(),
                    place == null ? 1 : place.getColumnNr()));
        }
    }

    /** Reads what we wrote ourselves: broken JSON here is a fault, not a refusal. */
    public static Datum read(String json) {
        return tryRead(json).orElseThrow();
    }

    private static NotJson notJson(String text, JsonParser parser) {
        var place = parser.currentLocation();
        return new NotJson(text, place.getLineNr(), place.getColumnNr());
    }

    private static Datum datum(JsonParser parser) {
        return switch (parser.currentToken()) {
            case START_OBJECT -> fields(parser);
            case START_ARRAY -> items(parser);
            case VALUE_STRING -> Datum.of(parser.getString());
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> Datum.of(parser.getDecimalValue());
            case VALUE_TRUE -> new Datum.Truth(true);
            case VALUE_FALSE -> new Datum.Truth(false);
            case VALUE_NULL -> Datum.nothing();
            case null, default -> throw new JsonEnded(parser);
        };
    }

    private static Datum fields(JsonParser parser) {
        Map<String, Datum> fields = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            var name = parser.currentName();
            parser.nextToken();
            fields.put(name, datum(parser));
        }
        return new Datum.Fields(fields);
    }

    private static Datum items(JsonParser parser) {
        var items = new ArrayList<Datum>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            items.add(datum(parser));
        }
        return new Datum.Items(items);
    }

    private static final class JsonEnded extends JacksonException {

        private static final long serialVersionUID = 1L;

        JsonEnded(JsonParser parser) {
            super("The text ends too early", parser.currentLocation(), null);
        }
    }
}
