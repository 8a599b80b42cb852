package org.tongqu.engines.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.math.BigDecimal;
import org.tongqu.kernel.data.Datum;

/** Carries a data tree into the tree of the schema library. */
final class JsonNodes {

    private static final JsonNodeFactory NODES = JsonNodeFactory.withExactBigDecimals(true);

    private JsonNodes() {}

    static JsonNode of(Datum datum) {
        return switch (datum) {
            case Datum.Nothing nothing -> NODES.nullNode();
            case Datum.Text(var value) -> NODES.textNode(value);
            case Datum.Number(var value) -> number(value);
            case Datum.Truth(var value) -> NODES.booleanNode(value);
            case Datum.Items(var values) -> {
                var array = NODES.arrayNode(values.size());
                values.forEach(value -> array.add(of(value)));
                yield array;
            }
            case Datum.Fields(var values) -> {
                var object = NODES.objectNode();
                values.forEach((name, value) -> object.set(name, of(value)));
                yield object;
            }
        };
    }

    /** A whole number must be an integer node, or the library would not take it for an integer. */
    private static JsonNode number(BigDecimal value) {
        var isWhole = value.scale() <= 0 && value.precision() - value.scale() <= 40;
        return isWhole ? NODES.numberNode(value.toBigIntegerExact()) : NODES.numberNode(value);
    }
}
