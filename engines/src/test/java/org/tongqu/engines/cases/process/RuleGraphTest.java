package org.tongqu.engines.cases.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tongqu.engines.cases._support.Drawn;
import org.tongqu.kernel.Outcome;
import org.tongqu.kernel.data.Datum;
import org.tongqu.kernel.text.Language;

/** FEATURE: a decision is made from the answers of the decisions it needs, and each says by which row. */
class RuleGraphTest {

    @Test
    void whatADecisionNeedsIsDecidedBeforeItAndEveryRowIsKept() {
        var decided = graph("route").decide(capital(5000)).orElseThrow();

        assertThat(decided)
                .extracting(
                        one -> one.table().id(),
                        one -> one.verdict().matched().stream()
                                .map(RuleTable.Matched::id)
                                .toList(),
                        one -> one.verdict().answer().canonical())
                .containsExactly(
                        tuple("size", List.of("b"), "{\"is\":\"big\"}"),
                        tuple("points", List.of("rich", "bigger", "each"), "{\"n\":6}"),
                        tuple("fee", List.of("high"), "{\"amount\":180,\"basis\":\"Article 7\"}"),
                        tuple("route", List.of("large"), "{\"route\":\"large\"}"));
        assertThat(decided.getLast().verdict().asked())
                .containsExactly(new RuleTable.Found("Size", "big"), new RuleTable.Found("Fee", "180"));
    }

    @Test
    void anotherDecisionOfTheSameFileCanBeAskedForWithoutThoseItDoesNotNeed() {
        assertThat(graph("points").decide(capital(10)).orElseThrow())
                .extracting(
                        one -> one.table().id(), one -> one.verdict().answer().canonical())
                .containsExactly(tuple("size", "{\"is\":\"small\"}"), tuple("points", "{\"n\":1}"));
        assertThat(graphs(Drawn.GRAPH)).extracting(RuleGraph::id).containsExactly("size", "points", "fee", "route");
    }

    @Test
    void anAnswerHidesAFactOfTheSameName() {
        var known = (Datum.Fields) capital(5000).with("points", Datum.of(1));

        assertThat(graph("fee")
                        .decide(known)
                        .orElseThrow()
                        .getLast()
                        .verdict()
                        .answer()
                        .number("amount"))
                .hasValueSatisfying(amount -> assertThat(amount).isEqualByComparingTo("180"));
    }

    @Test
    void rowsThatContradictEachOtherInANeededDecisionAreToldWithItsTable() {
        var contradicts = Drawn.GRAPH.replace("&lt; 1000", "&gt; 5");
        var route = graphs(contradicts).getLast();

        switch (route.decide(capital(5000))) {
            case Outcome.Refused<List<RuleGraph.Decided>, RuleGraph.Clash>(var clash) -> {
                assertThat(clash.table().name()).isEqualTo("Size of the firm");
                assertThat(clash.rules()).containsExactly(1, 2);
            }
            case Outcome.Done<List<RuleGraph.Decided>, RuleGraph.Clash>(var all) ->
                throw new AssertionError("decided " + all);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            id="r1"><requiredDecision href="#size" | id="r1"><requiredDecision href="#sise" | 3 | r1 | requirement-unknown
            href="#fee"             | href="other.dmn#fee"   | 4  | r2      | requirement-unknown
            href="#fee"             | href="#size"           | 4  | r2      | requirement-twice
            <informationRequirement id="r2"><requiredDecision href="#fee"/></informationRequirement>  | <extensionElements/> | 2  | route  | requirement-missing
            <informationRequirement id="r4"><requiredInput href="#capital"/></informationRequirement> | <extensionElements/> | 23 | points | requirement-missing
            id="r6"><requiredInput href="#capital"/> | id="r6"><requiredDecision href="#fee"/> | 34 | size | requirement-circle
            href="#points"          | href="#fee"            | 13 | fee     | requirement-circle
            name="sizeOfFirm"       | name="Size of"         | 3  | r1      | requirement-name
            name="capital"          | name="Kapital 1"       | 42 | capital | requirement-name
            decision id="points"    | decision id="size"     | 34 | size    | element-twice
            inputData id="capital"  | inputData id="capital" name="capital"/><inputData id="capital" | 42 | capital | element-twice
            </definitions>          | <decision id="bare"/></definitions> | 43 | bare | one-table
            """)
    void aFlawIsToldWithItsLine(String right, String wrong, int line, String element, String code) {
        assertThat(Drawn.GRAPH).contains(right);

        var problems = problems(Drawn.GRAPH.replace(right, wrong));

        assertThat(problems)
                .extracting(ProcessProblem::line, ProcessProblem::elementId, ProcessProblem::code)
                .contains(tuple(line, element, code));
        assertThat(problems).allSatisfy(problem -> {
            assertThat(problem.text(Language.ZH)).doesNotContain("{");
            assertThat(problem.fix(Language.EN)).doesNotContain("{");
        });
    }

    @Test
    void aRequirementWithoutAnIdIsToldByItsDecisionAndACircleInWords() {
        assertThat(problems(Drawn.GRAPH.replace("id=\"r3\"", "").replace("#points", "#nothing")))
                .extracting(ProcessProblem::elementId, ProcessProblem::line)
                .containsExactly(tuple("fee", 14));
        assertThat(problems(Drawn.GRAPH.replace(
                        "id=\"r6\"><requiredInput href=\"#capital\"/>", "id=\"r6\"><requiredDecision href=\"#fee\"/>")))
                .singleElement()
                .satisfies(problem -> assertThat(problem.args()).containsExactly("size → fee → points → size"));
    }

    @Test
    void aFileWithoutADecisionOrWithMoreThanAnybodyDrawsIsRefused() {
        var head = Drawn.GRAPH.lines().findFirst().orElseThrow();

        assertThat(problems(head + "</definitions>"))
                .extracting(ProcessProblem::code)
                .containsExactly("decisions-number");
        assertThat(problems(head + "<decision id=\"a\"/>".repeat(101) + "</definitions>"))
                .extracting(ProcessProblem::code)
                .containsExactly("decisions-number");
    }

    private static Datum.Fields capital(int capital) {
        return (Datum.Fields) Datum.empty().with("capital", Datum.of(capital));
    }

    private static RuleGraph graph(String id) {
        return graphs(Drawn.GRAPH).stream()
                .filter(graph -> graph.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static List<RuleGraph> graphs(String dmn) {
        return RuleGraphReader.read("t.dmn", dmn.getBytes(StandardCharsets.UTF_8))
                .orElseThrow();
    }

    private static List<ProcessProblem> problems(String dmn) {
        return RuleGraphReader.read("t.dmn", dmn.getBytes(StandardCharsets.UTF_8))
                .fold(graphs -> List.<ProcessProblem>of(), found -> found);
    }
}
