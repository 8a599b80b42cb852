package org.tongqu.engines.cases.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tongqu.engines.cases._support.Drawn;
import org.tongqu.kernel.Outcome;
import org.tongqu.kernel.data.Datum;

/** FEATURE: decision tables of DMN answer from what a case knows, and say by which row. */
class RuleTableTest {

    @Test
    void theRowThatMatchesAnswersAndIsNamedWithWhatWasFound() {
        var verdict = table(Drawn.TABLE).decide(facts(2000, "food")).orElseThrow();

        assertThat(verdict.answer().text("route")).contains("large");
        assertThat(verdict.answer().number("fee").map(Object::toString)).contains("12.5");
        assertThat(verdict.matched()).singleElement().satisfies(row -> {
            assertThat(row.id()).isEqualTo("big");
            assertThat(row.number()).isEqualTo(1);
            assertThat(row.text()).isEqualTo("Capital >= 1000 → Way \"large\"; fee 12.5");
            assertThat(row.note()).isEqualTo("Article 1");
        });
        assertThat(verdict.asked())
                .containsExactly(new RuleTable.Found("Capital", "2000"), new RuleTable.Found("scope", "[\"food\"]"));
    }

    @Test
    void whatIsNotThereMatchesNothingAndTheDefaultHolds() {
        var verdict = table(Drawn.TABLE).decide((Datum.Fields) Datum.empty()).orElseThrow();

        assertThat(verdict.matched()).isEmpty();
        assertThat(verdict.answer().text("route")).contains("none");
        assertThat(verdict.answer().at("fee").isNothing()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            UNIQUE"                            | refused [1, 2]
            ANY"                               | refused [1, 2]
            FIRST"                             | 12.5
            RULE ORDER"                        | [12.5,7]
            COLLECT"                           | [12.5,7]
            COLLECT" aggregation="SUM"         | 19.5
            COLLECT" aggregation="MIN"         | 7
            COLLECT" aggregation="MAX"         | 12.5
            COLLECT" aggregation="COUNT"       | 2
            """)
    void theHitPolicySaysWhatSeveralRowsMean(String policy, String answer) {
        var table = table(Drawn.TABLE
                .replace("hitPolicy=\"UNIQUE\"", "hitPolicy=\"" + policy)
                .replace("&lt; 1000", "&gt; 5"));

        var said = switch (table.decide(facts(2000, "food"))) {
            case Outcome.Done<RuleTable.Verdict, RuleTable.Conflict>(var verdict) ->
                verdict.answer().at("fee").canonical();
            case Outcome.Refused<RuleTable.Verdict, RuleTable.Conflict>(var conflict) -> "refused " + conflict.rules();
        };

        assertThat(said).isEqualTo(answer);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            id="route"              | id="Way out"                | 2  | Way out | table-id
            <decisionTable id="t"   | <literalExpression id="t"   | 3  | t       | table-element-unknown
            UNIQUE                  | PRIORITY                    | 3  | t       | hit-policy-unknown
            >capital<               | ><                          | 4  | i1      | input-empty
            name="fee"              | name="route"                | 7  | o2      | output-name
            typeRef="number"        | typeRef="date"              | 4  | ie1     | type-unknown
            &gt;= 1000              | &gt;= and                   | 10 | c11     | feel-unreadable
            12.5                    | today()                     | 13 | c14     | feel-impure
            <variable id="v"/>      | <informationRequirement id="v"/> | 2 | v    | requirement-unknown
            id="c11"                | id="c11" expressionLanguage="juel" | 10 | c11 | language-unknown
            DMN/20191111            | DMN/20180521                | 1  | ~~      | not-dmn
            """)
    void aFlawIsToldWithItsLine(String right, String wrong, int line, String element, String code) {
        assertThat(Drawn.TABLE).contains(right);

        assertThat(problems(Drawn.TABLE.replace(right, wrong)))
                .extracting(ProcessProblem::line, ProcessProblem::elementId, ProcessProblem::code)
                .contains(org.assertj.core.groups.Tuple.tuple(line, element, code));
    }

    @Test
    void aRowWithTooFewCellsAnEmptyTableAndBrokenFilesAreTold() {
        var row = Drawn.TABLE.indexOf("<inputEntry id=\"c12\"");
        var without =
                Drawn.TABLE.substring(0, row) + Drawn.TABLE.substring(Drawn.TABLE.indexOf("<outputEntry id=\"c13\""));
        assertThat(problems(without)).extracting(ProcessProblem::code).contains("rule-cells");
        assertThat(problems(Drawn.TABLE.replaceAll("(?s)<rule .*</rule>", "")))
                .extracting(ProcessProblem::code)
                .contains("table-empty");
        assertThat(problems("<!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/passwd'>]>" + Drawn.TABLE))
                .extracting(ProcessProblem::code)
                .contains("doctype");
        assertThat(problems(Drawn.TABLE.substring(0, 300)))
                .extracting(ProcessProblem::code)
                .contains("not-xml");
        assertThat(problems("<a>".repeat(3))).extracting(ProcessProblem::code).contains("not-dmn");
    }

    @Test
    void whatASentenceNeedsIsThereInBothLanguages() {
        var problem = problems(Drawn.TABLE.replace("&gt;= 1000", "&gt;= and")).getFirst();

        assertThat(problem.text()).contains(">= and").contains("FEEL");
        assertThat(problem.toString()).startsWith("t.dmn:10:").contains("[c11]");
    }

    private static Datum.Fields facts(int capital, String scope) {
        return (Datum.Fields)
                Datum.empty().with("capital", Datum.of(capital)).with("scope", Datum.of(List.of(Datum.of(scope))));
    }

    private static RuleTable table(String dmn) {
        return RuleGraphReader.read("t.dmn", dmn.getBytes(StandardCharsets.UTF_8))
                .orElseThrow()
                .getFirst()
                .asked();
    }

    private static List<ProcessProblem> problems(String dmn) {
        return switch (RuleGraphReader.read("t.dmn", dmn.getBytes(StandardCharsets.UTF_8))) {
            case Outcome.Done<List<RuleGraph>, List<ProcessProblem>> done -> List.of();
            case Outcome.Refused<List<RuleGraph>, List<ProcessProblem>>(var problems) -> problems;
        };
    }
}
