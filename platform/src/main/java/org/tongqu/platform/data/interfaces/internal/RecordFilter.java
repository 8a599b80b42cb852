package org.tongqu.platform.data.interfaces.internal;

import java.io.InputStream;
import java.io.OutputStream;
import java.time.Month;
import java.time.chrono.IsoChronology;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.tongqu.platform.data.agreements.Masking;
import org.tongqu.platform.data.interfaces.internal.Shape.Field;
import org.tongqu.platform.data.interfaces.internal.Shape.Need;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.json.JsonFactory;

/**
 * Lets the records of a provider's answer through one by one: checked, without what was not granted, covered. Whatever
 * stands around the records stays here, so that the consumer is answered alike whoever the provider is:
 * {@code {"records":[…],"count":2,"limited":false}}.
 */
final class RecordFilter {

    private static final int LONGEST_VALUE = 1 << 20;
    private static final int DEEPEST = 40;

    private static final JsonFactory JSON = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxStringLength(LONGEST_VALUE)
                    .maxNestingDepth(DEEPEST)
                    .build())
            .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
            .disable(StreamWriteFeature.AUTO_CLOSE_CONTENT)
            .build();

    private final Shape shape;
    private final List<String> recordsAt;
    private final OptionalLong most;
    private final BitSet seen;
    private long count;
    private boolean isLimited;

    /** @param most how many records may leave */
    RecordFilter(Shape shape, List<String> recordsAt, OptionalLong most) {
        this.shape = shape;
        this.recordsAt = recordsAt;
        this.most = most;
        this.seen = new BitSet(shape.fields().size());
    }

    /** An answer without content has no records. */
    static long none(OutputStream out) {
        return new RecordFilter(new Shape(Map.of(), 0), List.of(), OptionalLong.empty())
                .pass(new java.io.ByteArrayInputStream(new byte[] {'[', ']'}), out);
    }

    /**
     * Reads one stream to its end and writes the other, which stays open.
     *
     * @return how many records left
     * @throws WrongAnswer where it is not what it should be; what was written until then must not be believed
     */
    long pass(InputStream in, OutputStream out) {
        try (var parser = JSON.createParser(ObjectReadContext.empty(), in);
                var writer = JSON.createGenerator(ObjectWriteContext.empty(), out)) {
            writer.writeStartObject();
            writer.writeArrayPropertyStart("records");
            parser.nextToken();
            descend(parser, 0, writer);
            if (!isLimited && parser.nextToken() != null) {
                throw new WrongAnswer("not-json", "", count);
            }
            writer.writeEndArray();
            writer.writeNumberProperty("count", count);
            writer.writeBooleanProperty("limited", isLimited);
            writer.writeEndObject();
            writer.flush();
            return count;
        }
    }

    /** Finds the records; behind them the rest of the answer is read as well, so that a half one is noticed. */
    private void descend(JsonParser parser, int depth, JsonGenerator writer) {
        if (depth == recordsAt.size()) {
            records(parser, writer);
            return;
        }
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            throw new WrongAnswer("no-records", recordsAt.get(depth), 0);
        }
        var isFound = false;
        while (!isLimited && next(parser) != JsonToken.END_OBJECT) {
            var name = parser.currentName();
            next(parser);
            if (!isFound && recordsAt.get(depth).equals(name)) {
                isFound = true;
                descend(parser, depth + 1, writer);
            } else {
                parser.skipChildren();
            }
        }
        if (!isFound) {
            throw new WrongAnswer("no-records", recordsAt.get(depth), 0);
        }
    }

    private JsonToken next(JsonParser parser) {
        var token = parser.nextToken();
        if (token == null) {
            throw new WrongAnswer("ended-early", "", count);
        }
        return token;
    }

    private void records(JsonParser parser, JsonGenerator writer) {
        switch (parser.currentToken()) {
            case START_OBJECT -> record(parser, writer);
            case VALUE_NULL -> {}
            case START_ARRAY -> {
                while (!isLimited && next(parser) != JsonToken.END_ARRAY) {
                    if (most.isPresent() && count >= most.getAsLong()) {
                        isLimited = true;
                    } else {
                        record(parser, writer);
                    }
                }
            }
            case null, default -> throw new WrongAnswer("no-records", "", 0);
        }
    }

    private void record(JsonParser parser, JsonGenerator writer) {
        count++;
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            throw new WrongAnswer("type", "", count);
        }
        seen.clear();
        var required = 0;
        writer.writeStartObject();
        while (next(parser) != JsonToken.END_OBJECT) {
            var name = parser.currentName();
            var field = shape.fields().get(name);
            next(parser);
            if (field == null) {
                parser.skipChildren();
                continue;
            }
            if (seen.get(field.number())) {
                throw new WrongAnswer("twice", name, count);
            }
            seen.set(field.number());
            required += field.need() == Need.REQUIRED ? 1 : 0;
            writer.writeName(name);
            value(parser, name, field, writer);
        }
        if (required < shape.required()) {
            throw new WrongAnswer("missing", missing(), count);
        }
        writer.writeEndObject();
    }

    private String missing() {
        return shape.fields().entrySet().stream()
                .filter(entry -> entry.getValue().need() == Need.REQUIRED
                        && !seen.get(entry.getValue().number()))
                .map(Map.Entry::getKey)
                .sorted()
                .findFirst()
                .orElse("");
    }

    private void value(JsonParser parser, String name, Field field, JsonGenerator writer) {
        var token = parser.currentToken();
        if (token == JsonToken.VALUE_NULL) {
            if (field.need() == Need.REQUIRED) {
                throw new WrongAnswer("missing", name, count);
            }
            writer.writeNull();
            return;
        }
        if (!fits(parser, token, field)) {
            throw new WrongAnswer("type", name, count);
        }
        if (field.length() > 0 && parser.getStringLength() > field.length()) {
            throw new WrongAnswer("too-long", name, count);
        }
        if (field.masking() != Masking.PLAIN) {
            if (token.isStructStart()) {
                throw new WrongAnswer("type", name, count);
            }
            writer.writeString(field.cover().apply(parser.getString()));
        } else if (token == JsonToken.VALUE_STRING) {
            writer.writeString(parser.getStringCharacters(), parser.getStringOffset(), parser.getStringLength());
        } else if (token.isNumeric()) {
            writer.writeNumber(parser.getString());
        } else {
            writer.copyCurrentStructureExact(parser);
        }
    }

    private static boolean fits(JsonParser parser, JsonToken token, Field field) {
        return switch (field.type()) {
            case GENERAL -> true;
            case TEXT, MEMO -> token == JsonToken.VALUE_STRING;
            case NUMBER, MONEY, DOUBLE, FLOAT -> token.isNumeric();
            case INTEGER -> token == JsonToken.VALUE_NUMBER_INT;
            case TRUTH -> token.isBoolean();
            case DATE -> token == JsonToken.VALUE_STRING && isDate(parser.getString());
            case MOMENT -> token == JsonToken.VALUE_STRING && isMoment(parser.getString());
        };
    }

    /** As {@code LocalDate.parse} takes it, which makes a dozen objects for every date of every record. */
    private static boolean isDate(String text) {
        if (text.length() != 10 || text.charAt(4) != '-' || text.charAt(7) != '-') {
            return false;
        }
        var year = digits(text, 0, 4);
        var month = digits(text, 5, 7);
        var day = digits(text, 8, 10);
        return year >= 0
                && month >= 1
                && month <= 12
                && day >= 1
                && day <= Month.of(month).length(IsoChronology.INSTANCE.isLeapYear(year));
    }

    /** -1 when something else stands there. */
    private static int digits(String text, int start, int end) {
        var number = 0;
        for (int i = start; i < end; i++) {
            var digit = text.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            number = number * 10 + digit;
        }
        return number;
    }

    private static boolean isMoment(String text) {
        try {
            return DateTimeFormatter.ISO_OFFSET_DATE_TIME.parse(text) != null;
        } catch (DateTimeParseException notAMoment) {
            return false;
        }
    }
}
