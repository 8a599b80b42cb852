package org.tongqu.platform.data.catalog.internal;

import java.io.IOException;
import java.util.Map;
import org.tongqu.platform.data.catalog.internal.Thing.Value;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Things as JSON-LD 1.1 in expanded form: an array of nodes, no context to fetch. */
final class JsonLdWriter implements ThingWriter {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final Appendable out;
    private boolean midway;

    JsonLdWriter(Appendable out) {
        this.out = out;
    }

    @Override
    public void begin() throws IOException {
        out.append('[');
    }

    @Override
    public void write(Thing thing) throws IOException {
        out.append(midway ? ",\n" : "\n").append(JSON.writeValueAsString(node(thing)));
        midway = true;
    }

    @Override
    public void end() throws IOException {
        out.append("\n]\n");
    }

    private static ObjectNode node(Thing thing) {
        var node = JSON.createObjectNode().put("@id", thing.address());
        node.putArray("@type").add(thing.type());
        for (var statement : thing.statements()) {
            var values = node.withArrayProperty(statement.property());
            value(statement.value()).forEach(values.addObject()::put);
        }
        return node;
    }

    private static Map<String, String> value(Value value) {
        return switch (value) {
            case Value.Ref(var other) -> Map.of("@id", other);
            case Value.Said(var text, var language) -> Map.of("@value", text, "@language", language);
            case Value.Literal(var text, var type) ->
                type.isEmpty() ? Map.of("@value", text) : Map.of("@value", text, "@type", type);
        };
    }
}
