package org.tongqu.exchange.mapping;

import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tongqu.engines.exchanges.Column;
import org.tongqu.engines.exchanges.Flow;
import org.tongqu.exchange.wire.CellWriter;
import org.tongqu.exchange.wire.DatePattern;
import org.tongqu.exchange.wire.Row;
import org.tongqu.exchange.wire.TupleWriter;

/** Makes rows of the target out of rows of the source. Belongs to one thread. */
public final class RowMapper {

    private final ColumnMaker[] makers;
    private @Nullable Failure failure;

    /**
     * @param fields as the source delivers them, all that the flow reads
     * @param columns of the target, in the order of the flow's
     * @param zone what times without a zone are meant in
     */
    public RowMapper(Flow flow, List<SourceField> fields, List<TargetColumn> columns, ZoneId zone) {
        this.makers = new ColumnMaker[flow.columns().size()];
        for (int i = 0; i < makers.length; i++) {
            var column = flow.columns().get(i);
            var target = columns.get(i);
            var dates = column.dates().map(DatePattern::new).orElseGet(DatePattern::iso);
            var rules = flow.rules().stream()
                    .filter(rule -> rule.column().equals(column.name()))
                    .map(rule -> RuleCheck.of(rule, dates))
                    .toList();
            var parts = new ColumnMaker.Parts(
                    new CellWriter(target.type(), dates, zone), target, codes(flow, column), rules);
            makers[i] = new ColumnMaker(column, fields, parts);
        }
    }

    private static Optional<Map<String, String>> codes(Flow flow, Column column) {
        return column.codes().map(name -> flow.codes().getOrDefault(name, Map.of()));
    }

    /** Appends the row to the tuples; a row that may not pass leaves nothing there, and {@link #failure} says why. */
    public boolean map(Row row, TupleWriter out) {
        var mark = out.length();
        out.begin(makers.length);
        for (int i = 0; i < makers.length; i++) {
            failure = makers[i].make(row, out);
            if (failure != null) {
                out.rewind(mark);
                return false;
            }
        }
        return true;
    }

    /**
     * Appends a row of which only some columns are made, those that name it, and the others are empty.
     *
     * @return {@code false} when one of them cannot be made; nothing is appended then
     */
    public boolean mapKey(Row row, TupleWriter out, int[] key) {
        var mark = out.length();
        out.begin(makers.length);
        for (int i = 0; i < makers.length; i++) {
            if (!contains(key, i)) {
                out.nothing();
            } else if (makers[i].make(row, out) != null) {
                out.rewind(mark);
                return false;
            }
        }
        return true;
    }

    private static boolean contains(int[] some, int one) {
        for (int each : some) {
            if (each == one) {
                return true;
            }
        }
        return false;
    }

    /** Of the last row that did not pass. */
    public Failure failure() {
        if (failure == null) {
            throw new IllegalStateException("The last row passed");
        }
        return failure;
    }
}
