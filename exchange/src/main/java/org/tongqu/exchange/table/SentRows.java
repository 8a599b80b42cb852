package org.tongqu.exchange.table;

import java.sql.SQLException;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.tongqu.engines.exchanges.Flow;
import org.tongqu.exchange.mapping.RowMapper;
import org.tongqu.exchange.mapping.TargetColumn;
import org.tongqu.exchange.source.Reading;
import org.tongqu.exchange.source.SourceTable;

/** The rows of a source as the flow sends them: mapped, checked, in the form of the target. Nothing is written. */
final class SentRows {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private final Flow flow;
    private final SourceTable source;

    SentRows(Flow flow, SourceTable source) {
        this.flow = flow;
        this.source = source;
    }

    /** What is done with each row. */
    @FunctionalInterface
    interface Taker {

        /** A row with its number: its bytes, from the first cell's length to the end of the last cell. */
        void take(long line, byte[] bytes, int start, int end) throws SQLException;

        /**
         * So many rows were read together, those that may not pass among them.
         *
         * @return whether the next are to be read
         */
        default boolean passed(long rows) throws SQLException {
            return true;
        }
    }

    /** What keeps the source from being read as the flow says. */
    Optional<ExchangeRefusal> findRefusal() {
        var missing = source.missing();
        if (missing.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                missing.size() == source.fields().size()
                        ? new ExchangeRefusal.NoTable(
                                ExchangeRefusal.Side.SOURCE, flow.source().table())
                        : new ExchangeRefusal.NoColumns(ExchangeRefusal.Side.SOURCE, missing));
    }

    /** @return how many rows that have a key may not pass */
    long read(List<TargetColumn> columns, int[] key, Taker taker) throws SQLException {
        var opened = source.open(new Reading(Reading.Part.WITH_KEY, Optional.empty(), List.of()));
        var mapper = new RowMapper(flow, opened.rows().fields(), columns, ZONE);
        var reader = new RowReader(flow, opened.rows(), mapper, key, RowReader.Lines.ALL);
        var keptOut = 0L;
        try (var leg = new Leg(opened.rows(), reader)) {
            while (true) {
                var batch = leg.take();
                for (int i = 0; i < batch.count(); i++) {
                    taker.take(batch.line(i), batch.tuples.bytes(), batch.start(i) + 2, batch.end(i));
                }
                keptOut += batch.setAside.size();
                if (!taker.passed(batch.read) || batch.isLast) {
                    return keptOut;
                }
                leg.giveBack(batch);
            }
        }
    }
}
