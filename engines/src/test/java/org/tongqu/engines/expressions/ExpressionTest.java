package org.tongqu.engines.expressions;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tongqu.engines.expressions.ExpressionProblem.Kind;
import org.tongqu.engines.json.DatumJson;
import org.tongqu.kernel.Outcome;
import org.tongqu.kernel.data.Datum;

/** FEATURE: conditions in packs, evaluated without any way to fail. */
class ExpressionTest {

    private static final Datum FACTS = DatumJson.read("""
            {"outcome": "accept", "capital": 100, "since": "2026-11-22", "agreed": true, "refused": false,
             "rows": [{"kind": "firm", "amount": 60}, {"kind": "person", "amount": 40.0}, {"kind": "person"}],
             "home": {"division": "999901"}}
            """);

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            outcome == 'accept'                             | true
            outcome != 'accept'                             | false
            outcome in ('refuse', 'accept')                 | true
            not (outcome in ('refuse', 'correct'))          | true
            capital >= 100 and capital < 100.01             | true
            sum(rows.amount) == capital                     | true
            count(rows) == 3                                | true
            count(nowhere) == 0 and sum(nowhere.x) == 0     | true
            since <= '2026-12-01'                           | true
            home.division == '999901'                       | true
            rows.0.kind == 'firm'                           | true
            agreed and not refused                          | true
            outcome                                         | false
            nowhere == nothing                              | true
            outcome == nothing                              | false
            capital > 'a'                                   | false
            outcome == 'x' or outcome == 'y' and agreed     | false
            true or false and false                         | true
            not false and agreed == true                    | true
            capital == -1 or capital == 1e                  | unreadable
            """)
    void aConditionHoldsOrDoesNot(String text, String expected) {
        var answer = Expression.read(text).fold(read -> String.valueOf(read.holds(FACTS)), problem -> "unreadable");

        assertThat(answer).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            outcome ==              | 11 | VALUE_EXPECTED
            outcome = 'accept'      | 9  | SIGN_UNKNOWN
            outcome == 'accept      | 12 | TEXT_NOT_CLOSED
            outcome == 'a' 'b'      | 16 | END_EXPECTED
            (outcome == 'a'         | 16 | BRACKET_EXPECTED
            outcome in 'a'          | 12 | BRACKET_EXPECTED
            max(rows.amount) > 1    | 1  | FUNCTION_UNKNOWN
            and agreed              | 1  | VALUE_EXPECTED
            agreed; drop            | 7  | SIGN_UNKNOWN
            """)
    void whatIsNotAConditionIsShownByItsColumn(String text, int column, Kind kind) {
        var problem = ((Outcome.Refused<Expression, ExpressionProblem>) Expression.read(text)).reason();

        assertThat(problem.column()).isEqualTo(column);
        assertThat(problem.kind()).isEqualTo(kind);
    }

    @Test
    void nestingHasAnEndLongBeforeTheStackHas() {
        assertThat(Expression.read("(".repeat(400))).isInstanceOf(Outcome.Refused.class);
        assertThat(Expression.read("not ".repeat(100) + "agreed")).isInstanceOf(Outcome.Refused.class);
        assertThat(Expression.read("a == " + "1".repeat(600))).isInstanceOf(Outcome.Refused.class);
    }

    @Test
    void anExpressionTellsWhatItLooksAt() {
        var expression = Expression.read("outcome == 'accept' and count(rows) > 0 or 'late' == outcome or x in ('y')")
                .orElseThrow();

        assertThat(expression.paths()).containsExactly("outcome", "rows", "x");
        assertThat(expression.textsComparedWith("outcome")).containsExactly("accept", "late");
        assertThat(expression.textsComparedWith("x")).containsExactly("y");
    }
}
