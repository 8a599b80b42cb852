package org.tongqu.engines.schema;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tongqu.kernel.Outcome;
import org.tongqu.kernel.data.Datum;

/**
 * What answers must look like. Immutable and safe to share between threads.
 *
 * <p>Two checks run: that of JSON Schema 2020-12, and that of every national identifier by the kernel, which can say
 * more than "does not match": the day that does not exist, the character that cannot stand there, the wrong check
 * character.
 */
public final class Schema {

    private final String json;
    private final JsonSchemaCheck check;
    private final Map<String, Property> properties;

    Schema(String json, JsonSchemaCheck check, Map<String, Property> properties) {
        this.json = json;
        this.check = check;
        this.properties = Collections.unmodifiableMap(new LinkedHashMap<>(properties));
    }

    /** Reads a schema file, or tells everything that is wrong with it. */
    public static Outcome<Schema, List<SchemaProblem>> read(byte[] utf8) {
        return SchemaReader.read(utf8);
    }

    /** Reads a schema under which matters are open; refused only when nothing at all can be made of it. */
    public static Outcome<Schema, List<SchemaProblem>> readKept(byte[] utf8) {
        return SchemaReader.readKept(utf8);
    }

    /** Everything that is wrong with the answers, each place once for each reason. */
    public List<FieldProblem> check(Datum answers) {
        List<FieldProblem> problems = new ArrayList<>(check.check(answers));
        for (var property : properties.values()) {
            property.identifier()
                    .ifPresent(identifier -> Places.of(answers, property.path())
                            .forEach(place ->
                                    IdentifierCheck.check(identifier, place).ifPresent(problems::add)));
        }
        return problems.stream().distinct().toList();
    }

    /** Every property by its path without item numbers, in the order of the file. */
    public Map<String, Property> properties() {
        return properties;
    }

    public Optional<Property> find(String path) {
        return Optional.ofNullable(properties.get(path));
    }

    /** The schema as it stands in its file. */
    public String json() {
        return json;
    }

    @Override
    public String toString() {
        return "Schema of " + properties.keySet();
    }
}
