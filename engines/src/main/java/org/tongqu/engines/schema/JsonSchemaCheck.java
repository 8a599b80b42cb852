package org.tongqu.engines.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaException;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import com.networknt.schema.dialect.Dialect;
import com.networknt.schema.dialect.Dialects;
import com.networknt.schema.keyword.NonValidationKeyword;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tongqu.kernel.Outcome;
import org.tongqu.kernel.data.Datum;
import org.tongqu.kernel.text.Label;

/**
 * JSON Schema 2020-12 by the networknt library, and its errors in our codes. Nothing is fetched: a reference leads to a
 * place in the same file, or the schema is refused before it comes here.
 */
final class JsonSchemaCheck {

    /** Keywords of our own, as {@code x-meaning}, say nothing about what is valid. */
    private static final Dialect DIALECT = Dialect.builder(Dialects.getDraft202012())
            .unknownKeywordFactory((keyword, context) -> new NonValidationKeyword(keyword))
            .build();

    private static final SchemaRegistry REGISTRY = SchemaRegistry.withDialect(
            DIALECT,
            builder -> builder.schemaLoader(loader -> loader.fetchRemoteResources(false))
                    .schemaCacheEnabled(false)
                    .schemaRegistryConfig(SchemaRegistryConfig.builder()
                            .formatAssertionsEnabled(true)
                            .build()));

    private static final Schema META_SCHEMA =
            REGISTRY.getSchema(SchemaLocation.of(SpecificationVersion.DRAFT_2020_12.getDialectId()));

    private final Schema schema;
    private final Map<String, Label> expected;

    private JsonSchemaCheck(Schema schema, Map<String, Label> expected) {
        this.schema = schema;
        this.expected = expected;
    }

    /**
     * @param expected the pack's own words for a pattern, by the path of the property
     * @return or what the library says against the schema
     */
    static Outcome<JsonSchemaCheck, String> of(String json, Map<String, Label> expected) {
        try {
            var wrong = META_SCHEMA.validate(json, InputFormat.JSON);
            if (!wrong.isEmpty()) {
                return Outcome.refused(wrong.getFirst().getInstanceLocation() + " "
                        + wrong.getFirst().getMessage());
            }
            var schema = REGISTRY.getSchema(json, InputFormat.JSON);
            schema.initializeValidators();
            return Outcome.done(new JsonSchemaCheck(schema, Map.copyOf(expected)));
        } catch (SchemaException broken) {
            return Outcome.refused(String.valueOf(broken.getMessage()));
        }
    }

    List<FieldProblem> check(Datum answers) {
        List<FieldProblem> problems = new ArrayList<>();
        for (var error : schema.validate(JsonNodes.of(answers))) {
            problem(error).ifPresent(problems::add);
        }
        return problems;
    }

    private Optional<FieldProblem> problem(Error error) {
        var path = path(error);
        return Optional.ofNullable(
                switch (error.getKeyword()) {
                    case "required" -> FieldProblem.of(Places.child(path, error.getProperty()), "missing");
                    case "additionalProperties", "unevaluatedProperties" ->
                        FieldProblem.of(Places.child(path, String.valueOf(error.getProperty())), "unknown-field");
                    case "type" -> FieldProblem.of(path, type(error.getSchemaNode()));
                    case "minLength" -> FieldProblem.of(path, "too-short", rule(error), length(error));
                    case "maxLength" -> FieldProblem.of(path, "too-long", rule(error), length(error));
                    case "pattern" -> pattern(path);
                    case "enum" -> FieldProblem.of(path, "not-a-choice");
                    case "const" -> constant(path, error.getSchemaNode());
                    case "minimum" -> FieldProblem.of(path, "too-small", rule(error));
                    case "maximum" -> FieldProblem.of(path, "too-large", rule(error));
                    case "exclusiveMinimum" -> FieldProblem.of(path, "not-above", rule(error));
                    case "exclusiveMaximum" -> FieldProblem.of(path, "not-below", rule(error));
                    case "multipleOf" -> FieldProblem.of(path, "too-fine", rule(error));
                    case "minItems" -> FieldProblem.of(path, "too-few", rule(error));
                    case "maxItems" -> FieldProblem.of(path, "too-many", rule(error));
                    case "uniqueItems" -> FieldProblem.of(path, "twice");
                    case "format" -> FieldProblem.of(path, format(rule(error)));
                    // the parts below say what is wrong; the keyword that joins them adds nothing
                    case "if", "allOf", "$ref" -> null;
                    case null, default -> FieldProblem.of(path, "not-allowed");
                });
    }

    private FieldProblem pattern(String path) {
        var words = expected.get(path.replaceAll("\\.[0-9]+", ""));
        return words == null ? FieldProblem.of(path, "pattern") : FieldProblem.said(path, "pattern", words);
    }

    private static FieldProblem constant(String path, JsonNode constant) {
        return constant.isBoolean() && constant.booleanValue()
                ? FieldProblem.of(path, "must-agree")
                : FieldProblem.of(path, "not-a-choice");
    }

    private static String path(Error error) {
        var location = error.getInstanceLocation();
        var path = "";
        for (int i = 0; i < location.getNameCount(); i++) {
            path = Places.child(path, String.valueOf(location.getElement(i)));
        }
        return path;
    }

    private static String rule(Error error) {
        var rule = error.getSchemaNode();
        return rule.isNumber() ? rule.decimalValue().toPlainString() : rule.asText();
    }

    private static int length(Error error) {
        var text = error.getInstanceNode().asText();
        return text.codePointCount(0, text.length());
    }

    private static String type(JsonNode type) {
        return switch (type.asText()) {
            case "number" -> "not-a-number";
            case "integer" -> "not-a-whole-number";
            case "boolean" -> "not-yes-or-no";
            case "string" -> "not-a-text";
            default -> "wrong-kind";
        };
    }

    private static String format(String format) {
        return switch (format) {
            case "date" -> "not-a-date";
            case "email", "idn-email" -> "not-an-email";
            default -> "pattern";
        };
    }
}
