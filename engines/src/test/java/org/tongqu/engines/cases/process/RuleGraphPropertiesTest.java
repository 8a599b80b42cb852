package org.tongqu.engines.cases.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.tongqu.kernel.Outcome;
import org.tongqu.kernel._support.Property;
import org.tongqu.kernel.data.Datum;

/** FEATURE: whatever decisions need each other, they answer as somebody would who works through them by hand. */
class RuleGraphPropertiesTest {

    private static final List<String> POLICIES =
            List.of("UNIQUE", "FIRST", "ANY", "COLLECT-SUM", "COLLECT-MIN", "COLLECT-MAX", "COLLECT-COUNT");

    private static final List<String> FACTS = List.of("a", "b");
    private static final int HIGHEST = 6;

    /** A cell that must be at least, or at most, or is left open where there is no number. */
    private record Cell(Optional<Integer> number, boolean atLeast) {

        boolean holds(Optional<Integer> value) {
            return number.isEmpty()
                    || value.filter(found -> atLeast ? found >= number.get() : found <= number.get())
                            .isPresent();
        }

        String text() {
            return number.map(limit -> (atLeast ? "&gt;= " : "&lt;= ") + limit).orElse("-");
        }
    }

    private record Row(List<Cell> cells, int answer) {}

    /** @param asks names of facts, or of earlier tables as {@code v} and their number */
    private record Table(int number, String policy, List<String> asks, List<Row> rows) {

        List<Integer> needs() {
            return asks.stream()
                    .filter(name -> !FACTS.contains(name))
                    .map(name -> Integer.parseInt(name.substring(1)))
                    .toList();
        }
    }

    /** What a table says by hand: its rows that match, what they answer, and whether they may. */
    private record ByHand(List<Integer> rows, Optional<Integer> answer, boolean clashes) {}

    @Test
    void everyTableIsAskedOnceAfterThoseItNeedsAndAnswersAsByHand() {
        Property.holds(150, random -> {
            var tables = tables(random);
            var facts = facts(random);
            var graphs = RuleGraphReader.read("t.dmn", dmn(tables, random).getBytes(StandardCharsets.UTF_8))
                    .orElseThrow();
            assertThat(graphs).hasSameSizeAs(tables);
            for (var graph : graphs) {
                compare(graph, tables, facts);
            }
        });
    }

    private static void compare(RuleGraph graph, List<Table> tables, Map<String, Integer> facts) {
        var asked = tables.get(number(graph.asked()));
        var wanted = behind(asked, tables);
        var clashing = wanted.stream()
                .filter(one -> byHand(tables.get(one), tables, facts).clashes())
                .toList();
        var known = new LinkedHashMap<String, Datum>();
        facts.forEach((name, value) -> known.put(name, Datum.of(value)));

        switch (graph.decide(new Datum.Fields(known))) {
            case Outcome.Refused<List<RuleGraph.Decided>, RuleGraph.Clash>(var clash) -> {
                assertThat(clashing).contains(number(clash.table()));
                assertThat(clash.rules())
                        .isEqualTo(byHand(tables.get(number(clash.table())), tables, facts)
                                .rows());
            }
            case Outcome.Done<List<RuleGraph.Decided>, RuleGraph.Clash>(var all) -> {
                assertThat(clashing).isEmpty();
                assertThat(all)
                        .extracting(one -> number(one.table()))
                        .containsExactlyInAnyOrderElementsOf(wanted)
                        .endsWith(asked.number());
                inOrder(all, tables);
                all.forEach(one -> same(one, byHand(tables.get(number(one.table())), tables, facts)));
            }
        }
    }

    private static void inOrder(List<RuleGraph.Decided> all, List<Table> tables) {
        var before = new HashSet<Integer>();
        for (var one : all) {
            assertThat(before).containsAll(tables.get(number(one.table())).needs());
            before.add(number(one.table()));
        }
    }

    private static void same(RuleGraph.Decided decided, ByHand byHand) {
        assertThat(decided.verdict().matched())
                .extracting(RuleTable.Matched::number)
                .isEqualTo(byHand.rows());
        assertThat(decided.verdict().answer().at("x"))
                .isEqualTo(byHand.answer().map(Datum::of).orElse(Datum.nothing()));
    }

    private static ByHand byHand(Table table, List<Table> tables, Map<String, Integer> facts) {
        var values = table.asks().stream()
                .map(name -> FACTS.contains(name)
                        ? Optional.ofNullable(facts.get(name))
                        : byHand(tables.get(Integer.parseInt(name.substring(1))), tables, facts)
                                .answer())
                .toList();
        var hits = IntStream.range(0, table.rows().size())
                .filter(row -> IntStream.range(0, values.size())
                        .allMatch(column ->
                                table.rows().get(row).cells().get(column).holds(values.get(column))))
                .limit(table.policy().equals("FIRST") ? 1 : Integer.MAX_VALUE)
                .boxed()
                .toList();
        var answers = hits.stream().map(row -> table.rows().get(row).answer()).toList();
        var clashes = table.policy().equals("UNIQUE") && hits.size() > 1
                || table.policy().equals("ANY") && Set.copyOf(answers).size() > 1;
        return new ByHand(hits.stream().map(row -> row + 1).toList(), answer(table.policy(), answers), clashes);
    }

    private static Optional<Integer> answer(String policy, List<Integer> answers) {
        if (policy.equals("COLLECT-COUNT")) {
            return Optional.of(answers.size());
        }
        if (answers.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                switch (policy) {
                    case "COLLECT-SUM" ->
                        answers.stream().mapToInt(Integer::intValue).sum();
                    case "COLLECT-MIN" -> Collections.min(answers);
                    case "COLLECT-MAX" -> Collections.max(answers);
                    default -> answers.getFirst();
                });
    }

    private static Set<Integer> behind(Table asked, List<Table> tables) {
        var all = new HashSet<>(Set.of(asked.number()));
        asked.needs().forEach(need -> all.addAll(behind(tables.get(need), tables)));
        return all;
    }

    private static int number(RuleTable table) {
        return Integer.parseInt(table.id().substring(1));
    }

    private static Map<String, Integer> facts(SplittableRandom random) {
        var facts = new LinkedHashMap<String, Integer>();
        for (var name : FACTS) {
            if (random.nextInt(4) > 0) {
                facts.put(name, random.nextInt(HIGHEST));
            }
        }
        return facts;
    }

    private static List<Table> tables(SplittableRandom random) {
        var tables = new ArrayList<Table>();
        var size = 1 + random.nextInt(6);
        for (int number = 0; number < size; number++) {
            var asks = new HashSet<String>();
            for (int i = random.nextInt(3); i >= 0; i--) {
                asks.add(
                        number > 0 && random.nextInt(3) > 0
                                ? "v" + random.nextInt(number)
                                : FACTS.get(random.nextInt(2)));
            }
            var rows = new ArrayList<Row>();
            for (int i = random.nextInt(3); i >= 0; i--) {
                rows.add(new Row(asks.stream().map(name -> cell(random)).toList(), random.nextInt(HIGHEST)));
            }
            tables.add(new Table(number, POLICIES.get(random.nextInt(POLICIES.size())), List.copyOf(asks), rows));
        }
        return tables;
    }

    private static Cell cell(SplittableRandom random) {
        var number = random.nextInt(3) == 0 ? Optional.<Integer>empty() : Optional.of(random.nextInt(HIGHEST));
        return new Cell(number, random.nextBoolean());
    }

    /** The tables in any order, as a modeller saves them. */
    private static String dmn(List<Table> tables, SplittableRandom random) {
        var decisions = new ArrayList<>(
                tables.stream().map(RuleGraphPropertiesTest::decision).toList());
        Collections.shuffle(decisions, new Random(random.nextLong()));
        return "<definitions xmlns=\"https://www.omg.org/spec/DMN/20230324/MODEL/\" id=\"d\" namespace=\"t\">"
                + String.join("", decisions) + "</definitions>";
    }

    private static String decision(Table table) {
        var xml = new StringBuilder(
                "<decision id=\"d%1$d\"><variable id=\"n%1$d\" name=\"v%1$d\"/>\n".formatted(table.number()));
        table.needs()
                .forEach(need -> xml.append(
                        "<informationRequirement><requiredDecision href=\"#d%d\"/></informationRequirement>\n"
                                .formatted(need)));
        xml.append(
                table.policy().startsWith("COLLECT")
                        ? "<decisionTable hitPolicy=\"COLLECT\" aggregation=\"%s\">"
                                .formatted(table.policy().substring("COLLECT-".length()))
                        : "<decisionTable hitPolicy=\"%s\">".formatted(table.policy()));
        table.asks()
                .forEach(name -> xml.append(
                        "<input><inputExpression><text>%s</text></inputExpression></input>".formatted(name)));
        xml.append("<output name=\"x\"/>\n");
        for (var row : table.rows()) {
            xml.append("<rule>");
            row.cells().forEach(cell -> xml.append("<inputEntry><text>%s</text></inputEntry>".formatted(cell.text())));
            xml.append("<outputEntry><text>%d</text></outputEntry></rule>\n".formatted(row.answer()));
        }
        return xml.append("</decisionTable></decision>\n").toString();
    }
}
