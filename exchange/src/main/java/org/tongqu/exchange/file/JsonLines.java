package org.tongqu.exchange.file;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;

/** A JSON object for each row. A column is missing when no row of the file names it. */
final class JsonLines implements FileReading {

    private static final JsonFactory JSON = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxStringLength(16 << 20)
                    .maxNestingDepth(50)
                    .build())
            .build();

    private final Path file;
    private final JsonParser parser;
    private final List<String> wanted;
    private final Map<String, Integer> places = new HashMap<>();
    private final BitSet seen = new BitSet();
    private long rows;

    private JsonLines(Path file, JsonParser parser, List<String> wanted) {
        this.file = file;
        this.parser = parser;
        this.wanted = wanted;
        IntStream.range(0, wanted.size()).forEach(i -> places.put(wanted.get(i), i));
    }

    static JsonLines open(Path file, List<String> wanted) throws IOException, Unfit {
        return new JsonLines(file, JSON.createParser(ObjectReadContext.empty(), Encodings.open(file)), wanted);
    }

    @Override
    public boolean next(@Nullable String[] cells) throws IOException, Unfit {
        try {
            var token = parser.nextToken();
            if (token == null) {
                ended();
                return false;
            }
            if (token != JsonToken.START_OBJECT) {
                throw broken();
            }
            Arrays.fill(cells, null);
            while (parser.nextToken() != JsonToken.END_OBJECT) {
                var place = places.get(parser.currentName());
                parser.nextToken();
                if (place == null) {
                    parser.skipChildren();
                } else {
                    seen.set(place);
                    cells[place] = value();
                }
            }
            rows++;
            return true;
        } catch (JacksonException notJson) {
            throw broken();
        }
    }

    private @Nullable String value() {
        return switch (parser.currentToken()) {
            case VALUE_NULL -> null;
            case START_OBJECT, START_ARRAY -> structure();
            default -> parser.getString();
        };
    }

    private String structure() {
        var text = new StringWriter();
        try (var out = JSON.createGenerator(ObjectWriteContext.empty(), text)) {
            out.copyCurrentStructure(parser);
        }
        return text.toString();
    }

    private Unfit broken() {
        var place = parser.currentLocation();
        return new Unfit(BatchFault.of("row-broken", file.getFileName(), place == null ? rows + 1 : place.getLineNr()));
    }

    private void ended() throws Unfit {
        if (rows > 0 && seen.cardinality() < wanted.size()) {
            var missing = IntStream.range(0, wanted.size())
                    .filter(i -> !seen.get(i))
                    .mapToObj(wanted::get)
                    .collect(Collectors.joining(", "));
            throw new Unfit(BatchFault.of("no-columns", file.getFileName(), missing));
        }
    }

    @Override
    public void close() {
        parser.close();
    }
}
