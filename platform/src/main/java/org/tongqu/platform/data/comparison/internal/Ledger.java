package org.tongqu.platform.data.comparison.internal;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.tongqu.platform.data.comparison.Comparisons;
import org.tongqu.platform.operate.demo.DemoTable;

/**
 * A department's ledger about some things of a register.
 *
 * @param flow that delivers it
 * @param key the column of the identifier
 * @param columns each with the attribute that it copies; the first is planted wrong
 * @param part which things it knows
 * @param wrong one row of so many is wrong
 */
record Ledger(String flow, String register, String table, String key, List<Column> columns, Part part, int wrong) {

    private static final int FIRST_WRONG = 3;
    private static final BigDecimal TOO_MUCH = BigDecimal.valueOf(12);
    private static final Pattern NUMBER = Pattern.compile("-?[0-9]+([.][0-9]+)?");

    Ledger {
        columns = List.copyOf(columns);
    }

    record Column(String name, String attribute) {}

    /**
     * Some of the things of a register, in the order of their identifiers.
     *
     * @param every each so-manieth
     * @param first where that begins
     * @param rows so many at most
     * @param prefix with which the identifiers begin
     */
    record Part(int every, int first, int rows, String prefix) {}

    /** A thing of a register. @param values in the order of the columns; empty where the register says nothing */
    record Thing(String identifier, List<String> values) {
        Thing {
            values = List.copyOf(values);
        }
    }

    /** @param wrong the identifiers of those whose first value is not that of the register */
    record Rows(List<Thing> things, Set<String> wrong) {
        Rows {
            things = List.copyOf(things);
            wrong = Set.copyOf(wrong);
        }
    }

    /** All of them. */
    static List<Ledger> all() {
        return DemoTable.rows(Comparisons.class, "ledgers.csv").stream()
                .map(row -> new Ledger(
                        row.get(0),
                        row.get(1),
                        row.get(2),
                        row.get(3),
                        Stream.of(row.get(4).split(" ")).map(Ledger::column).toList(),
                        new Part(number(row, 5), number(row, 6), number(row, 7), row.get(9)),
                        number(row, 8)))
                .toList();
    }

    private static int number(List<String> row, int at) {
        return Integer.parseInt(row.get(at));
    }

    private static Column column(String text) {
        var at = text.indexOf('=');
        return new Column(text.substring(0, at), text.substring(at + 1));
    }

    /** What stands in it. @param all things of its register, in the order of their identifiers */
    Rows rows(List<Thing> all) {
        var known = all.stream()
                .filter(thing -> thing.identifier().startsWith(part.prefix()))
                .filter(thing -> !thing.values().getFirst().isEmpty())
                .toList();
        List<Thing> things = new ArrayList<>();
        Set<String> planted = new LinkedHashSet<>();
        for (int at = part.first(); at < known.size() && things.size() < part.rows(); at += part.every()) {
            var thing = known.get(at);
            if (things.size() % wrong == FIRST_WRONG) {
                planted.add(thing.identifier());
                thing = altered(thing);
            }
            things.add(thing);
        }
        return new Rows(things, planted);
    }

    private static Thing altered(Thing thing) {
        List<String> values = new ArrayList<>(thing.values());
        values.set(0, altered(values.getFirst()));
        return new Thing(thing.identifier(), values);
    }

    /** A number is too large; of a name the last sign was written twice. */
    private static String altered(String value) {
        return NUMBER.matcher(value).matches()
                ? new BigDecimal(value).add(TOO_MUCH).toPlainString()
                : value + value.substring(value.offsetByCodePoints(value.length(), -1));
    }
}
