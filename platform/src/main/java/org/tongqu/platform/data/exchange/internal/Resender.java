package org.tongqu.platform.data.exchange.internal;

import java.sql.SQLException;
import org.springframework.stereotype.Component;
import org.tongqu.exchange.source.SourceTable;
import org.tongqu.exchange.table.Receipt;
import org.tongqu.exchange.table.Resending;
import org.tongqu.exchange.table.Resending.Resent;
import org.tongqu.kernel.Outcome;
import org.tongqu.platform.data.exchange.Comparison;
import org.tongqu.platform.data.exchange.Reason;
import org.tongqu.platform.data.exchange.Run;

/** Sends the rows that a comparison named once more: a run of its own, with meter, journal and receipt. */
@Component
public class Resender {

    private final Runner runner;
    private final Runs runs;
    private final ComparisonStore store;

    Resender(Runner runner, Runs runs, ComparisonStore store) {
        this.runner = runner;
        this.runs = runs;
        this.store = store;
    }

    /** Sends to the end, on a virtual thread. @param run begun for it */
    public void send(Preparing.Ready ready, Comparison of, Run run) {
        if (!runner.hold(ready.planned(), mine -> {
            mine.begins(ready);
            var end = sent(ready, of, mine);
            runs.endBeside(ready.planned(), run, end);
            if (end.rows().setAside() > 0) {
                runner.count(ready);
            }
        })) {
            runs.endBeside(ready.planned(), run, Runner.End.refused(new Reason("already-running", "")));
        }
    }

    private Runner.End sent(Preparing.Ready ready, Comparison of, Live mine) {
        try {
            var source = Runner.source(ready);
            if (source instanceof Outcome.Refused<SourceTable, Reason>(var why)) {
                return Runner.End.refused(why);
            }
            var outcome = new Resending(ready.flow(), source.orElseThrow(), ready.target())
                    .send(store.wanted(of.id()), ready.permit().rows(), () -> runner.mayGoOn(ready, mine));
            mine.ends();
            return outcome.fold(resent -> end(resent, of, mine), why -> Runner.End.refused(Reason.of(why)));
        } catch (SQLException | RuntimeException fault) {
            mine.ends();
            return mine.told()
                    .map(why -> end(Run.State.STOPPED, why, Run.Rows.NONE))
                    .orElseGet(() -> end(Run.State.FAILED, Runner.reason(fault), Run.Rows.NONE));
        }
    }

    private static Runner.End end(Resent resent, Comparison of, Live mine) {
        var rows = new Run.Rows(resent.written() + resent.setAside(), resent.written(), resent.setAside());
        if (resent.end() == Receipt.End.COMPLETE) {
            return end(Run.State.COMPLETE, new Reason("sent-again", String.valueOf(of.id())), rows);
        }
        return mine.told()
                .map(why -> end(Run.State.STOPPED, why, rows))
                .orElseGet(() -> end(Run.State.LIMITED, new Reason("limit", ""), rows));
    }

    private static Runner.End end(Run.State state, Reason reason, Run.Rows rows) {
        return new Runner.End(state, reason, rows, "", Runner.End.NOTHING);
    }
}
