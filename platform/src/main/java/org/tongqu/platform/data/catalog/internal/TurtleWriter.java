package org.tongqu.platform.data.catalog.internal;

import java.io.IOException;
import java.util.Map;
import org.tongqu.platform.data.catalog.internal.Thing.Value;

/** Things as Turtle (W3C, RDF 1.1): full addresses, one statement a line, so that two exports can be compared by line. */
final class TurtleWriter implements ThingWriter {

    private static final Map<Character, String> ESCAPED =
            Map.of('"', "\\\"", '\\', "\\\\", '\n', "\\n", '\r', "\\r", '\t', "\\t");

    private final Appendable out;

    TurtleWriter(Appendable out) {
        this.out = out;
    }

    @Override
    public void begin() {}

    @Override
    public void write(Thing thing) throws IOException {
        out.append(address(thing.address())).append(" a ").append(address(thing.type()));
        for (var statement : thing.statements()) {
            out.append(" ;\n    ")
                    .append(address(statement.property()))
                    .append(' ')
                    .append(value(statement.value()));
        }
        out.append(" .\n\n");
    }

    @Override
    public void end() {}

    private static String value(Value value) {
        return switch (value) {
            case Value.Ref(var other) -> address(other);
            case Value.Said(var text, var language) -> quoted(text) + "@" + language;
            case Value.Literal(var text, var type) ->
                type.isEmpty() ? quoted(text) : quoted(text) + "^^" + address(type);
        };
    }

    private static String address(String address) {
        return "<" + address + ">";
    }

    private static String quoted(String text) {
        var written = new StringBuilder("\"");
        for (int i = 0; i < text.length(); i++) {
            var letter = text.charAt(i);
            written.append(ESCAPED.getOrDefault(letter, String.valueOf(letter)));
        }
        return written.append('"').toString();
    }
}
