package org.tongqu.engines.schema;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.tongqu.engines.json.DatumJson;
import org.tongqu.engines.schema.Property.Sensitivity;
import org.tongqu.engines.schema.Property.Type;
import org.tongqu.engines.yaml.YamlReader;
import org.tongqu.engines.yaml.YamlValue;
import org.tongqu.engines.yaml.YamlValue.Entry;
import org.tongqu.engines.yaml.YamlValue.Mapping;
import org.tongqu.engines.yaml.YamlValue.Scalar;
import org.tongqu.engines.yaml.YamlValue.Sequence;
import org.tongqu.kernel.Outcome;
import org.tongqu.kernel.text.Label;

/**
 * Walks a schema file for its properties and for what we do not allow in it. JSON is read as the YAML it also is, so
 * that every property knows its line.
 */
final class SchemaReader {

    private static final int DEEPEST = 12;
    private static final String LOCAL = "#/$defs/";
    private static final Set<String> NOT_ALLOWED =
            Set.of("$id", "$anchor", "$dynamicRef", "$dynamicAnchor", "$vocabulary");
    private static final Set<String> BRANCHES = Set.of("then", "else");

    private final List<SchemaProblem> problems = new ArrayList<>();
    private final Map<String, Property> properties = new LinkedHashMap<>();
    private final Mapping root;
    private final boolean kept;

    private SchemaReader(Mapping root, boolean kept) {
        this.root = root;
        this.kept = kept;
    }

    static Outcome<Schema, List<SchemaProblem>> read(byte[] utf8) {
        return read(utf8, false);
    }

    /** What was allowed when the file was kept stays allowed. */
    static Outcome<Schema, List<SchemaProblem>> readKept(byte[] utf8) {
        return read(utf8, true);
    }

    private static Outcome<Schema, List<SchemaProblem>> read(byte[] utf8, boolean kept) {
        var json = new String(utf8, StandardCharsets.UTF_8);
        if (DatumJson.tryRead(json) instanceof Outcome.Refused<?, DatumJson.NotJson>(var broken)) {
            return Outcome.refused(List.of(SchemaProblem.of(broken.line(), "schema-not-json", broken.text())));
        }
        return YamlReader.read(utf8)
                .fold(
                        value -> value instanceof Mapping root
                                ? new SchemaReader(root, kept).read(json)
                                : Outcome.refused(List.of(SchemaProblem.of(1, "schema-not-object"))),
                        problem -> Outcome.refused(
                                List.of(new SchemaProblem(problem.line(), problem.code(), problem.args()))));
    }

    private Outcome<Schema, List<SchemaProblem>> read(String json) {
        refuseKeywords(root);
        if (kept || problems.isEmpty()) {
            schema("", root, true, 0);
        }
        if (!kept && !problems.isEmpty()) {
            return Outcome.refused(problems);
        }
        Map<String, Label> expected = new HashMap<>();
        properties.forEach((path, property) -> property.expected().ifPresent(words -> expected.put(path, words)));
        return JsonSchemaCheck.of(json, expected)
                .map(check -> new Schema(json, check, properties))
                .mapRefusal(words -> List.of(SchemaProblem.of(1, "schema-invalid", words)));
    }

    /** Keywords that reach outside the file or hide where a property comes from. */
    private void refuseKeywords(YamlValue value) {
        switch (value) {
            case Mapping mapping ->
                mapping.entries().forEach((name, entry) -> {
                    if (NOT_ALLOWED.contains(name)) {
                        problems.add(SchemaProblem.of(entry.line(), "schema-keyword", name));
                    }
                    if (name.equals("$ref")
                            && entry.value() instanceof Scalar ref
                            && target(ref.text()).isEmpty()) {
                        problems.add(SchemaProblem.of(entry.line(), "schema-ref", ref.text()));
                    }
                    refuseKeywords(entry.value());
                });
            case Sequence sequence -> sequence.values().forEach(this::refuseKeywords);
            case Scalar scalar -> {}
        }
    }

    private Optional<Mapping> target(String ref) {
        return ref.startsWith(LOCAL)
                ? mapping(root, "$defs").flatMap(defs -> mapping(defs, ref.substring(LOCAL.length())))
                : Optional.empty();
    }

    /** The properties an object schema speaks of, wherever it speaks of them. */
    private void schema(String path, Mapping schema, boolean certain, int depth) {
        if (depth > DEEPEST) {
            problems.add(SchemaProblem.of(schema.line(), "schema-too-deep"));
            return;
        }
        var required = texts(schema, "required");
        mapping(schema, "properties")
                .ifPresent(named -> named.entries()
                        .forEach((name, entry) ->
                                property(Places.child(path, name), entry, certain && required.contains(name), depth)));
        ref(schema).ifPresent(target -> schema(path, target, certain, depth + 1));
        mapping(schema, "items").ifPresent(items -> schema(path, items, certain, depth + 1));
        for (var branch : BRANCHES) {
            mapping(schema, branch).ifPresent(inner -> schema(path, inner, false, depth + 1));
        }
        if (schema.entries().get("allOf") instanceof Entry(Sequence all, int line)) {
            all.values().forEach(part -> {
                if (part instanceof Mapping inner) {
                    schema(path, inner, certain, depth + 1);
                }
            });
        }
    }

    private void property(String path, Entry entry, boolean required, int depth) {
        if (!(entry.value() instanceof Mapping schema)) {
            return;
        }
        var type = type(schema);
        if (type.isPresent() && !properties.containsKey(path)) {
            properties.put(
                    path,
                    new Property(
                            path,
                            type.get(),
                            required,
                            label(schema, "x-meaning"),
                            text(schema, "x-source"),
                            sensitivity(path, schema),
                            identifier(schema),
                            label(schema, "x-expected"),
                            entry.line()));
        }
        schema(path, schema, required, depth + 1);
    }

    private Optional<Type> type(Mapping schema) {
        return text(schema, "type").flatMap(name -> switch (name) {
            case "string" -> Optional.of(Type.TEXT);
            case "number", "integer" -> Optional.of(Type.NUMBER);
            case "boolean" -> Optional.of(Type.TRUTH);
            case "object" -> Optional.of(Type.FIELDS);
            case "array" -> Optional.of(Type.ITEMS);
            default -> Optional.empty();
        });
    }

    private Sensitivity sensitivity(String path, Mapping schema) {
        var above = path.contains(".") ? properties.get(path.substring(0, path.lastIndexOf('.'))) : null;
        var inherited = above == null ? Sensitivity.INTERNAL : above.sensitivity();
        return entry(schema, "x-sensitivity")
                .flatMap(entry -> known(entry, "x-sensitivity", Sensitivity.values()))
                .orElse(inherited);
    }

    private Optional<Sensitivity> known(Entry entry, String keyword, Sensitivity[] values) {
        if (entry.value() instanceof Scalar scalar) {
            for (var value : values) {
                if (value.name().toLowerCase(Locale.ROOT).equals(scalar.text())) {
                    return Optional.of(value);
                }
            }
        }
        problems.add(SchemaProblem.of(entry.line(), "schema-value", keyword));
        return Optional.empty();
    }

    private Optional<Identifier> identifier(Mapping schema) {
        return entry(schema, "x-identifier").flatMap(entry -> {
            var found = entry.value() instanceof Scalar scalar
                    ? Identifier.find(scalar.text())
                    : Optional.<Identifier>empty();
            if (found.isEmpty()) {
                problems.add(SchemaProblem.of(entry.line(), "schema-value", "x-identifier"));
            }
            return found;
        });
    }

    private Optional<Label> label(Mapping schema, String keyword) {
        return entry(schema, keyword).flatMap(entry -> {
            if (entry.value() instanceof Mapping words
                    && words.entries().get("zh") instanceof Entry(Scalar zh, int zhLine)
                    && words.entries().get("en") instanceof Entry(Scalar en, int enLine)
                    && !zh.text().isBlank()) {
                return Optional.of(new Label(zh.text(), en.text()));
            }
            problems.add(SchemaProblem.of(entry.line(), "schema-value", keyword));
            return Optional.empty();
        });
    }

    /** An entry of the schema itself or of the definition it refers to; its own comes first. */
    private Optional<Entry> entry(Mapping schema, String name) {
        return Optional.ofNullable(schema.entries().get(name))
                .or(() -> ref(schema)
                        .flatMap(target -> Optional.ofNullable(target.entries().get(name))));
    }

    private Optional<String> text(Mapping schema, String name) {
        return entry(schema, name)
                .flatMap(entry ->
                        entry.value() instanceof Scalar scalar ? Optional.of(scalar.text()) : Optional.empty());
    }

    private Optional<Mapping> ref(Mapping schema) {
        return schema.entries().get("$ref") instanceof Entry(Scalar ref, int line)
                ? target(ref.text())
                : Optional.empty();
    }

    private static Optional<Mapping> mapping(Mapping schema, String name) {
        return schema.entries().get(name) instanceof Entry(Mapping inner, int line)
                ? Optional.of(inner)
                : Optional.empty();
    }

    private static Set<String> texts(Mapping schema, String name) {
        return schema.entries().get(name) instanceof Entry(Sequence values, int line)
                ? Set.copyOf(values.values().stream()
                        .filter(Scalar.class::isInstance)
                        .map(value -> ((Scalar) value).text())
                        .distinct()
                        .toList())
                : Set.of();
    }
}
