package org.tongqu.engines.exchanges;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tongqu.kernel.text.Label;

/**
 * Data that move from one table to another.
 *
 * @param id names the flow in receipts and in the tables of the target side, e.g. {@code population-basic}
 * @param codes code lists by name: the source's code to the target's
 * @param columns of the target, in the order in which they are written
 */
public record Flow(
        String id,
        Label title,
        Source source,
        Target target,
        Map<String, Map<String, String>> codes,
        List<Column> columns,
        List<QualityRule> rules) {

    public Flow {
        codes = Map.copyOf(codes);
        columns = List.copyOf(columns);
        rules = List.copyOf(rules);
    }

    /**
     * Where rows come from.
     *
     * @param table with or without its schema, e.g. {@code public.person}
     * @param key columns that name a row and give the order of reading
     * @param watermark a column that changes whenever the row does; without one only everything can be moved
     */
    public record Source(String table, List<String> key, Optional<String> watermark) {
        public Source {
            key = List.copyOf(key);
        }
    }

    /** Where rows go to; a row whose key is there already replaces what is there. */
    public record Target(String table, List<String> key) {
        public Target {
            key = List.copyOf(key);
        }
    }

    /** The columns of the source that are read: the key, the watermark and whatever a column is made of. */
    public List<String> fields() {
        return java.util.stream.Stream.of(
                        source.key().stream(),
                        source.watermark().stream(),
                        columns.stream().flatMap(column -> column.origin().fields().stream()))
                .flatMap(names -> names)
                .distinct()
                .toList();
    }
}
