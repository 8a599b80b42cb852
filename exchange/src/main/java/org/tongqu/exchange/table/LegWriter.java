package org.tongqu.exchange.table;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.BooleanSupplier;
import org.tongqu.exchange.table.RunState.Stage;

/** Writes the batches of one reading, each with how far it came in one transaction; rows without a key in one alone. */
final class LegWriter {

    private final Connection target;
    private final RunTarget.Memory ledger;
    private final RunTarget.Writer writer;
    private final int[] key;

    LegWriter(Connection target, RunTarget.Memory ledger, RunTarget.Writer writer, int[] key) {
        this.target = target;
        this.ledger = ledger;
        this.writer = writer;
        this.key = key;
    }

    /**
     * How far a reading came.
     *
     * @param state behind the last row; at the end not yet committed with what follows
     */
    record Reached(RunState state, Receipt.End end) {}

    Reached write(Leg leg, RunState begun, BooleanSupplier mayGoOn) throws SQLException {
        var state = begun;
        while (true) {
            var batch = leg.take();
            if ((batch.isCut && isNothingToKeep(batch, state)) || !mayGoOn.getAsBoolean()) {
                return new Reached(state.stage() == Stage.WITH_KEY ? state : begun, Receipt.End.STOPPED);
            }
            state = put(batch, state);
            if (batch.isLast) {
                return new Reached(state, Receipt.End.COMPLETE);
            }
            // Rows without a key have no position: of them all is written and counted or nothing.
            if (state.stage() == Stage.WITH_KEY) {
                ledger.keep(state);
                target.commit();
            }
            if (batch.isCut) {
                return new Reached(state, Receipt.End.STOPPED);
            }
            leg.giveBack(batch);
        }
    }

    /** Writes one batch, in the transaction of the caller. @return behind its last row */
    RunState put(Batch batch, RunState state) throws SQLException {
        var gone = writer.write(batch, state);
        ledger.setAside(state, batch.setAside);
        for (var line : gone) {
            var index = batch.indexOf(line);
            batch.ranges.remove(batch.tuples.bytes(), batch.start(index) + 2, batch.end(index), key);
        }
        state.ranges().addAll(batch.ranges);
        var counts = state.counts().plus(batch.read, batch.count() - gone.size(), batch.setAside.size() + gone.size());
        return state.at(state.stage(), batch.position, counts);
    }

    /** Rows without a key cannot be gone on behind. */
    private static boolean isNothingToKeep(Batch batch, RunState state) {
        return batch.read == 0 || state.stage() != Stage.WITH_KEY;
    }
}
