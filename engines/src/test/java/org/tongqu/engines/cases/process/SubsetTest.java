package org.tongqu.engines.cases.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.tongqu.engines.cases._support.Drawn;

/** FEATURE: the table of what a process file may say is what the reader takes, neither more nor less. */
class SubsetTest {

    /** Around the steps or inside them, explained with them, drawn, or read by people. */
    private static final Set<String> NOT_STEPS =
            Set.of(("definitions process incoming outgoing extensionElements laneSet lane flowNodeRef childLaneSet"
                            + " collaboration participant messageFlow textAnnotation text association group category"
                            + " categoryValue documentation")
                    .split(" "));

    private static final Pattern CODE = Pattern.compile("`([^`]+)`");

    @Test
    void everythingThatIsReadStandsInTheTable() {
        var told = String.join("\n", rows("## Elements", "| Element |"));

        assertThat(Inventory.elements())
                .filteredOn(element -> !NOT_STEPS.contains(element))
                .allSatisfy(element -> assertThat(codes(told)).contains(element));
        attributes(Inventory.attributes()).forEach(name -> assertThat(told).contains(name));
        attributes(Inventory.extensions()).forEach(name -> assertThat(told).contains(name));
    }

    @Test
    void everythingInTheTableIsRead() {
        var told = rows("## Elements", "| Element |").stream()
                .flatMap(row -> codes(row.split("\\|")[1]).stream())
                .filter(name -> name.matches("[a-zA-Z]+"))
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(told).hasSizeGreaterThan(15).isSubsetOf(Inventory.elements());
    }

    @Test
    void whatIsNotExecutedIsRefusedWithItsIdAndLine() {
        var refused = rows("Refused when a file is read", "| Not executed |").stream()
                .flatMap(row -> codes(row.split("\\|")[1]).stream())
                .toList();
        assertThat(refused).hasSizeGreaterThan(15);

        for (var element : refused) {
            var problems = Drawn.problems("<startEvent id=\"s\"/>\n<" + element + " id=\"odd\"/>\n");

            assertThat(problems).as(element).anySatisfy(problem -> {
                assertThat(problem.code()).isEqualTo("element-unknown");
                assertThat(problem.elementId()).isEqualTo("odd");
                assertThat(problem.line()).isEqualTo(Drawn.LINES_BEFORE + 2);
            });
        }
    }

    @Test
    void everythingReadOfDecisionTablesStandsInTheirTableAndTheRestIsRefused() {
        var told = codes(String.join("\n", rows("## Decision tables", "| Element |")));
        assertThat(told).containsAll(DmnFile.elements());

        for (var element :
                List.of("businessKnowledgeModel", "knowledgeRequirement", "literalExpression", "inputValues")) {
            assertThat(document()).contains("`" + element + "`");
            var dmn = Drawn.TABLE.replace("<variable id=\"v\"/>", "<" + element + " id=\"odd\"/>");
            List<ProcessProblem> problems = RuleGraphReader.read("t.dmn", dmn.getBytes(StandardCharsets.UTF_8))
                    .fold(table -> List.<ProcessProblem>of(), found -> found);
            assertThat(problems)
                    .extracting(problem -> problem.elementId() + " " + problem.code())
                    .contains("odd table-element-unknown");
        }
    }

    private static Set<String> attributes(Map<String, Set<String>> known) {
        return known.values().stream().flatMap(Set::stream).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> codes(String text) {
        return CODE.matcher(text)
                .results()
                .flatMap(found -> Pattern.compile("[\\s,]+").splitAsStream(found.group(1)))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The rows of the first table after a line that begins so. */
    private static List<String> rows(String after, String head) {
        var lines =
                document().lines().dropWhile(line -> !line.startsWith(after)).toList();
        return lines.stream()
                .dropWhile(line -> !line.startsWith(head))
                .takeWhile(line -> line.startsWith("|"))
                .skip(2)
                .toList();
    }

    private static String document() {
        try {
            return Files.readString(Path.of("..", "docs", "processes.md"));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
