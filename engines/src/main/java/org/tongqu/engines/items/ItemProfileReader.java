package org.tongqu.engines.items;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.tongqu.engines.items.ItemProfile.Column;
import org.tongqu.engines.items.ItemProfile.Kind;
import org.tongqu.engines.items.ItemProfile.Need;
import org.tongqu.engines.items.ItemProfile.Rule;
import org.tongqu.engines.yaml.YamlProblem;
import org.tongqu.engines.yaml.YamlReader;
import org.tongqu.engines.yaml.YamlValue;
import org.tongqu.engines.yaml.YamlValue.Entry;
import org.tongqu.engines.yaml.YamlValue.Mapping;
import org.tongqu.engines.yaml.YamlValue.Scalar;
import org.tongqu.engines.yaml.YamlValue.Sequence;
import org.tongqu.kernel.Outcome;

/**
 * Reads which columns and rules hold. One line for each column: {@code task_name: required text 200}; the codes of a list
 * follow its length: {@code dept_type: optional code 1 1,2,3,9}.
 */
public final class ItemProfileReader {

    private ItemProfileReader() {}

    /** @throws IllegalArgumentException naming the line, because nothing can be checked by a broken profile */
    public static ItemProfile read(byte[] file) {
        return switch (YamlReader.read(file)) {
            case Outcome.Done<YamlValue, YamlProblem>(Mapping root) ->
                new ItemProfile(
                        columns(root.entries().get("columns")),
                        rules(root.entries().get("rules")));
            case Outcome.Done<YamlValue, YamlProblem> other -> throw new IllegalArgumentException("line 1: no mapping");
            case Outcome.Refused<YamlValue, YamlProblem>(var problem) ->
                throw new IllegalArgumentException("line " + problem.line() + ": " + problem.code());
        };
    }

    private static List<Column> columns(@Nullable Entry entry) {
        if (entry == null || !(entry.value() instanceof Mapping mapping)) {
            throw new IllegalArgumentException("There are no columns");
        }
        var columns = new ArrayList<Column>();
        for (Map.Entry<String, Entry> each : mapping.entries().entrySet()) {
            columns.add(column(each.getKey(), each.getValue()));
        }
        return columns;
    }

    private static Column column(String name, Entry entry) {
        var words = entry.value() instanceof Scalar scalar ? scalar.text().split(" +") : new String[0];
        try {
            return new Column(
                    name,
                    Kind.valueOf(words[1].toUpperCase(Locale.ROOT).replace('-', '_')),
                    Need.valueOf(words[0].toUpperCase(Locale.ROOT)),
                    Integer.parseInt(words[2]),
                    words.length > 3 ? new TreeSet<>(Arrays.asList(words[3].split(","))) : Set.of());
        } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException broken) {
            throw new IllegalArgumentException("line " + entry.line() + ": " + name, broken);
        }
    }

    private static Set<Rule> rules(@Nullable Entry entry) {
        var rules = EnumSet.noneOf(Rule.class);
        if (entry != null && entry.value() instanceof Sequence sequence) {
            for (var value : sequence.values()) {
                if (value instanceof Scalar scalar) {
                    rules.add(
                            Rule.valueOf(scalar.text().toUpperCase(Locale.ROOT).replace('-', '_')));
                }
            }
        }
        return rules;
    }
}
