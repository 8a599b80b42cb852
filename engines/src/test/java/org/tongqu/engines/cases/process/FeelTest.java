package org.tongqu.engines.cases.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.camunda.feel.api.EvaluationResult;
import org.camunda.feel.api.FeelEngineApi;
import org.camunda.feel.api.FeelEngineBuilder;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tongqu.kernel.data.Datum;

/** FEATURE: an expression means to us what it means at the library's own front door. */
class FeelTest {

    private static final FeelEngineApi FRONT_DOOR = FeelEngineBuilder.forJava().build();

    private static final Datum.Fields KNOWN = new Datum.Fields(Map.of(
            "answers",
            new Datum.Fields(Map.of(
                    "name", Datum.of("云州远景贸易有限公司"),
                    "capital", Datum.of(new BigDecimal("500")),
                    "scope", Datum.of(List.of(Datum.of("food-sales"), Datum.of("catering"))),
                    "nested", new Datum.Fields(Map.of("deep", new Datum.Truth(true))))),
            "limit",
            Datum.of(new BigDecimal("12.50"))));

    private static final List<Datum> VALUES = List.of(
            Datum.nothing(),
            Datum.of("usual"),
            Datum.of(""),
            Datum.of(new BigDecimal("500")),
            Datum.of(new BigDecimal("-0.5")),
            new Datum.Truth(true),
            Datum.of(List.of(Datum.of("usual"), Datum.of("catering"))),
            new Datum.Fields(Map.of("deep", Datum.of("usual"))));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "answers.name",
                "answers.capital * 2 + limit",
                "answers.scope",
                "answers.nested.deep",
                "answers.missing.deeper",
                "nobody",
                "if answers.capital > 100 then \"big\" else \"small\"",
                "count(answers.scope[item = \"catering\"])",
                "1 / 0",
                "\"text\" + 1",
                "assert(answers.missing, answers.missing != null)",
                "[assert(nobody, nobody != null)]",
                "if assert(nobody, nobody != null) = null then 1 else 2",
                "count([assert(nobody, nobody != null), 3])",
                "{a: limit, b: [1, 2]}",
                "date(\"2026-11-22\")",
                "true",
                "null"
            })
    void aValueIsTheSame(String expression) {
        var answer =
                FRONT_DOOR.evaluate(FRONT_DOOR.parseExpression(expression).parsedExpression(), Feel.Facts.of(KNOWN));

        assertThat(Feel.value(expression).valueIn(Feel.Facts.of(KNOWN)))
                .as(expression)
                .isEqualTo(Feel.datum(resultOf(answer)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"usual\"",
                "\"usual\", \"simple\"",
                "not(\"usual\")",
                "<= 500",
                "[0..500]",
                "limit",
                "< answers.capital",
                "true",
                "null",
                "? = null",
                "matches(?, \".*(us|ual).*\")",
                "list contains(answers.scope, ?)",
                "some entry in ? satisfies list contains([\"catering\", \"building\"], entry)",
                "?.deep = \"usual\"",
                "nobody(?)",
                "assert(?, ? != null) = \"usual\""
            })
    void aTestHoldsOfTheSameValues(String expression) {
        var parsed = FRONT_DOOR.parseUnaryTests(expression).parsedExpression();
        var theirs = new ArrayList<Boolean>();
        var ours = new ArrayList<Boolean>();
        for (var value : VALUES) {
            var answer = FRONT_DOOR.evaluateWithInput(parsed, Feel.java(value), Feel.Facts.of(KNOWN));
            theirs.add(Boolean.TRUE.equals(resultOf(answer)));
            ours.add(Feel.test(expression).holds(value, Feel.Facts.of(KNOWN)));
        }

        assertThat(ours).as(expression).isEqualTo(theirs);
    }

    private static @Nullable Object resultOf(EvaluationResult answer) {
        return answer.isSuccess() ? answer.result() : null;
    }
}
