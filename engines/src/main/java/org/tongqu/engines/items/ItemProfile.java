package org.tongqu.engines.items;

import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which columns the list has and what they may hold, and which rules tie them to each other. What could not be confirmed
 * in a primary text can thus be put right without a new program.
 *
 * @param columns in the order in which a table shows them
 */
public record ItemProfile(List<Column> columns, Set<Rule> rules) {

    public ItemProfile {
        columns = List.copyOf(columns);
        rules = rules.isEmpty() ? Set.of() : Set.copyOf(EnumSet.copyOf(rules));
    }

    /** What stands in a column. */
    public enum Kind {
        TEXT,
        NUMBER,
        /** 1 or 0. */
        FLAG,
        DAY,
        /** 12 characters. */
        BASIC_CODE,
        /** 31 characters, or 33 with a kind of handling. */
        ITEM_CODE,
        CREDIT_CODE,
        /** One code of the list. */
        CODE,
        /** Codes of the list, with commas between them. */
        CODES
    }

    /** Whether a row may leave a column empty. */
    public enum Need {
        REQUIRED,
        OPTIONAL
    }

    /** Ties between columns; an item for which one does not hold is not taken. */
    public enum Rule {
        TYPE_OF_CODE,
        BODY_OF_CODE,
        LEVEL_OF_CODE,
        BASIC_OF_CODE,
        PROMISE_WITHIN_LAW,
        INSTANT_AT_ONCE,
        VISITS_EXPLAINED,
        FEE_EXPLAINED,
        PHONES_DIFFER,
        REACHABLE_WITHOUT_VISIT,
        DAYS_IN_ORDER
    }

    /**
     * @param name    as the national exchange tables call it, e.g. {@code task_name}
     * @param longest how many characters at most
     * @param codes   the list where it has one
     */
    public record Column(String name, Kind kind, Need need, int longest, Set<String> codes) {
        public Column {
            codes = Set.copyOf(codes);
        }
    }

    public Optional<Column> find(String name) {
        return columns.stream().filter(column -> column.name().equals(name)).findFirst();
    }

    /** The cells of a row in the order of the columns, without those that say nothing. */
    public Map<String, String> tidy(Map<String, String> cells) {
        var tidy = new LinkedHashMap<String, String>();
        for (var column : columns) {
            var said = cells.getOrDefault(column.name(), "").strip();
            if (!said.isEmpty()) {
                tidy.put(column.name(), said);
            }
        }
        return tidy;
    }
}
