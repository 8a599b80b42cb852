package org.tongqu.engines.cases.process;

import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** The facts that the conditions and tables of a process ask for, by the first word of their path. */
public final class Mentioned {

    private static final Pattern TEXT = Pattern.compile("\"[^\"]*\"");
    private static final Pattern WORD = Pattern.compile("(?<![\\w.])[A-Za-z_]\\w*(?!\\w*\\()");
    private static final Set<String> NO_FACTS = Set.of(
            ("outcome outcomes rules and or not in true false null if then else some every satisfies for return between"
                            + " instance of function item instances")
                    .split(" "));

    private Mentioned() {}

    public static Set<String> in(Process process) {
        var words = new TreeSet<String>();
        for (var flow : process.flows()) {
            flow.when().ifPresent(when -> when.paths().forEach(path -> words.add(first(path))));
        }
        for (var node : process.nodes().values()) {
            if (node instanceof Node.RuleTask rule) {
                rule.asks().steps().forEach(step -> words.addAll(facts(step)));
            }
            if (node instanceof Node.Inner inner) {
                inner.repeated().ifPresent(repeated -> repetition(repeated, words));
            }
        }
        words.removeAll(NO_FACTS);
        return words;
    }

    private static void repetition(Repetition repeated, Set<String> words) {
        if (!repeated.each().isEmpty()) {
            words.add(first(repeated.each()));
        }
        repeated.until().ifPresent(until -> until.paths().forEach(path -> words.add(first(path))));
    }

    /** Without the answers of other tables. */
    private static Set<String> facts(RuleGraph.Step step) {
        var words = in(step.table());
        step.needs().forEach(need -> words.remove(need.name()));
        return words;
    }

    /** The names a table asks for, by the first word of their path. */
    static Set<String> in(RuleTable table) {
        var words = new TreeSet<String>();
        table.inputs().forEach(input -> words(input.asks().text(), words));
        table.outputs().forEach(output -> words(output.otherwise().text(), words));
        for (var rule : table.rules()) {
            rule.tests().forEach(test -> words(test.text(), words));
            rule.answers().forEach(answer -> words(answer.text(), words));
        }
        return words;
    }

    private static void words(String feel, Set<String> words) {
        var plain = TEXT.matcher(feel).replaceAll(" ");
        WORD.matcher(plain).results().forEach(found -> words.add(found.group()));
    }

    private static String first(String path) {
        return Arrays.asList(path.split("\\.")).getFirst();
    }
}
