package org.tongqu.platform.data.harvest.internal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tongqu.kernel.data.Datum;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;

/** JSON of strangers as data trees. Numbers become the text that stands there: none is large enough to do harm. */
final class Json {

    private static final int DEEPEST = 60;
    private static final int LONGEST = 20 << 20;

    static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxStringLength(LONGEST)
                    .maxNestingDepth(DEEPEST)
                    .build())
            .build();

    private Json() {}

    /** The value at which the parser stands; afterwards it stands at its end. */
    static Datum read(JsonParser parser) {
        return switch (parser.currentToken()) {
            case START_OBJECT -> fields(parser);
            case START_ARRAY -> items(parser);
            case VALUE_STRING, VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> Datum.of(parser.getString());
            case VALUE_TRUE -> new Datum.Truth(true);
            case VALUE_FALSE -> new Datum.Truth(false);
            case null, default -> Datum.nothing();
        };
    }

    private static Datum fields(JsonParser parser) {
        Map<String, Datum> fields = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            var name = parser.currentName();
            parser.nextToken();
            fields.put(name, read(parser));
        }
        return new Datum.Fields(fields);
    }

    private static Datum items(JsonParser parser) {
        List<Datum> items = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            items.add(read(parser));
        }
        return Datum.of(items);
    }
}
