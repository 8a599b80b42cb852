package org.tongqu.engines.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tongqu.engines.json.DatumJson;
import org.tongqu.engines.schema.Property.Sensitivity;
import org.tongqu.kernel.Outcome;
import org.tongqu.kernel.data.Datum;

/** FEATURE: answers are checked against a schema, identifiers digit by digit. */
class SchemaTest {

    private static final String PEOPLE = """
            {
              "type": "object",
              "required": ["name"],
              "additionalProperties": false,
              "properties": {
                "name": {"type": "string", "minLength": 2, "maxLength": 4, "x-source": "population.name"},
                "born": {"type": "string", "format": "date"},
                "mail": {"type": "string", "format": "email"},
                "years": {"type": "integer", "minimum": 0, "maximum": 5},
                "amount": {"type": "number", "exclusiveMinimum": 0, "multipleOf": 0.01},
                "agreed": {"type": "boolean", "const": true},
                "kind": {"type": "string", "enum": ["a", "b"]},
                "code": {"type": "string", "pattern": "^[a-z]+$", "x-expected": {"zh": "小写字母", "en": "small letters"}},
                "partners": {
                  "type": "array", "minItems": 1, "maxItems": 2, "uniqueItems": true, "x-sensitivity": "personal",
                  "items": {
                    "type": "object", "required": ["number"],
                    "properties": {"number": {"$ref": "#/$defs/number"}, "nick": {"type": "string"}}
                  }
                },
                "firm": {"type": "string", "x-identifier": "unified-social-credit-code"},
                "phone": {"type": "string", "x-identifier": "mobile-number"}
              },
              "if": {"properties": {"kind": {"const": "b"}}, "required": ["kind"]},
              "then": {"required": ["born"]},
              "$defs": {"number": {"type": "string", "x-identifier": "citizen-number", "x-sensitivity": "sensitive"}}
            }
            """;

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"name": "王小明"}                                     | []
            {}                                                     | [name missing []]
            {"name": "王"}                                         | [name too-short [2, 1]]
            {"name": "王王王王王"}                                 | [name too-long [4, 5]]
            {"name": 7}                                            | [name not-a-text []]
            {"name": "ok", "born": "2026-02-30"}                   | [born not-a-date []]
            {"name": "ok", "partners": [{"number": "999901199001010010"}, {"number": "999901199001010010"}]} | [partners twice []]
            {"name": "ok", "mail": "nobody"}                       | [mail not-an-email []]
            {"name": "ok", "years": "five"}                        | [years not-a-whole-number []]
            {"name": "ok", "years": 2.5}                           | [years not-a-whole-number []]
            {"name": "ok", "years": 6}                             | [years too-large [5]]
            {"name": "ok", "years": 5.0}                           | []
            {"name": "ok", "amount": 0}                            | [amount not-above [0]]
            {"name": "ok", "amount": 0.005}                        | [amount too-fine [0.01]]
            {"name": "ok", "amount": 10000000000000.01}            | []
            {"name": "ok", "agreed": false}                        | [agreed must-agree []]
            {"name": "ok", "kind": "c"}                            | [kind not-a-choice []]
            {"name": "ok", "kind": "b"}                            | [born missing []]
            {"name": "ok", "code": "A1"}                           | [code pattern []]
            {"name": "ok", "partners": []}                         | [partners too-few [1]]
            {"name": "ok", "more": 1}                              | [more unknown-field []]
            {"name": "ok", "partners": [{"nick": "x"}]}            | [partners.0.number missing []]
            """)
    void everyFaultHasItsPlaceAndItsCode(String answers, String expected) {
        var problems = check(answers).stream()
                .map(problem -> problem.path() + " " + problem.code() + " " + problem.args())
                .toList();

        assertThat(problems).hasToString(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            11010519491231002X | []
            110105194912310021 | [citizen-number-check []]
            999902200102290033 | [identifier-date [2001, 02, 29]]
            11010519491231002  | [identifier-length [18, 17]]
            1101051949123100AX | [identifier-character [17, A]]
            """)
    void aCitizenNumberIsCheckedDigitByDigit(String number, String expected) {
        var problems = check("{\"name\": \"ok\", \"partners\": [{\"number\": \"" + number + "\"}]}");

        assertThat(problems.stream().map(FieldProblem::path).distinct()).allMatch("partners.0.number"::equals);
        assertThat(problems.stream().map(p -> p.code() + " " + p.args()).toList())
                .hasToString(expected);
    }

    @Test
    void otherIdentifiersAreCheckedToo() {
        assertThat(check("{\"name\": \"ok\", \"firm\": \"91999901MA0A00014V\"}"))
                .extracting(FieldProblem::code)
                .containsExactly("identifier-character");
        assertThat(check("{\"name\": \"ok\", \"firm\": \"91999901MA0A00014T\"}"))
                .extracting(FieldProblem::code)
                .containsExactly("unified-social-credit-code-check");
        assertThat(check("{\"name\": \"ok\", \"phone\": \"12345678901\"}"))
                .extracting(FieldProblem::code)
                .containsExactly("not-mobile");
    }

    @Test
    void aPackSaysAPatternInItsOwnWords() {
        assertThat(check("{\"name\": \"ok\", \"code\": \"A\"}")
                        .getFirst()
                        .said()
                        .orElseThrow()
                        .zh())
                .isEqualTo("小写字母");
    }

    @Test
    void whatIsRequiredUnderAConditionAloneIsNotRequiredOfEverybody() {
        var schema = read("""
                {
                  "type": "object",
                  "if": {"properties": {"kind": {"const": "b"}}},
                  "then": {"required": ["born"], "properties": {"born": {"type": "string"}}},
                  "allOf": [{"required": ["name"], "properties": {"name": {"type": "string"}}}]
                }
                """).orElseThrow();

        assertThat(schema.find("born").orElseThrow().required()).isFalse();
        assertThat(schema.find("name").orElseThrow().required()).isTrue();
    }

    @Test
    void propertiesAreKnownThroughReferencesItemsAndInheritance() {
        var schema = read(PEOPLE).orElseThrow();

        assertThat(schema.find("partners.number").orElseThrow().identifier()).contains(Identifier.CITIZEN_NUMBER);
        assertThat(schema.find("partners.number").orElseThrow().sensitivity()).isEqualTo(Sensitivity.SENSITIVE);
        assertThat(schema.find("partners.nick").orElseThrow().sensitivity()).isEqualTo(Sensitivity.PERSONAL);
        assertThat(schema.find("name").orElseThrow().required()).isTrue();
        assertThat(schema.find("born").orElseThrow().required()).isFalse();
        assertThat(schema.find("name").orElseThrow().source()).contains("population.name");
        assertThat(schema.find("name").orElseThrow().line()).isEqualTo(6);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"type": "object", "properties": {"a": {"$ref": "https://example.org/x.json"}}} | 1 | schema-ref
            {"type": "object", "properties": {"a": {"$ref": "#/$defs/gone"}}}               | 1 | schema-ref
            {"$id": "urn:x", "type": "object"}                                              | 1 | schema-keyword
            {"type": "objekt"}                                                              | 1 | schema-invalid
            {"type": "object", "required": "name"}                                          | 1 | schema-invalid
            {"properties": {"a": {"type": "string", "x-identifier": "passport"}}}           | 1 | schema-value
            {"properties": {"a": {"type": "string", "x-sensitivity": "secret"}}}            | 1 | schema-value
            {"type": "object",                                                              | 1 | schema-not-json
            []                                                                              | 1 | schema-not-object
            """)
    void aSchemaThatCannotBeTrustedIsRefused(String json, int line, String code) {
        var problems = ((Outcome.Refused<Schema, List<SchemaProblem>>) read(json)).reason();

        assertThat(problems).first().satisfies(problem -> {
            assertThat(problem.code()).isEqualTo(code);
            assertThat(problem.line()).isEqualTo(line);
        });
    }

    @Test
    void aSchemaThatRefersToItselfEnds() {
        var problems = read("""
                {"$ref": "#/$defs/a", "$defs": {"a": {"properties": {"next": {"type": "object", "$ref": "#/$defs/a"}}}}}
                """);

        assertThat(problems).isInstanceOf(Outcome.Refused.class);
    }

    private static List<FieldProblem> check(String answers) {
        Datum datum = DatumJson.read(answers);
        return read(PEOPLE).orElseThrow().check(datum);
    }

    private static Outcome<Schema, List<SchemaProblem>> read(String json) {
        return Schema.read(json.getBytes(StandardCharsets.UTF_8));
    }
}
