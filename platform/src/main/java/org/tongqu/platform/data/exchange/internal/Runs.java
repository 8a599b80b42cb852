package org.tongqu.platform.data.exchange.internal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tongqu.exchange.table.Receipt;
import org.tongqu.kernel.data.Datum;
import org.tongqu.platform.data.catalog.Delivery;
import org.tongqu.platform.data.catalog.Upkeep;
import org.tongqu.platform.data.exchange.Exchanged;
import org.tongqu.platform.data.exchange.PlannedFlow;
import org.tongqu.platform.data.exchange.Reason;
import org.tongqu.platform.data.exchange.Run;
import org.tongqu.platform.trust.journal.Entry;
import org.tongqu.platform.trust.journal.Journal;

/** Keeps runs, with meter, journal, what the catalogue shows of the resource and the next hour, each in one transaction. */
@Component
public class Runs {

    /** Who has no agreement is woken by one; the flow asks again after this time all the same. */
    private static final Duration ASKS_AGAIN = Duration.ofHours(6);

    private static final Duration BEFORE_FOLLOWING_AGAIN = Duration.ofSeconds(30);

    private final RunStore store;
    private final FlowStore flows;
    private final ReceiptStore receipts;
    private final Upkeep upkeep;
    private final Journal journal;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Runs(Kept kept, Upkeep upkeep, Journal journal, ApplicationEventPublisher events, Clock clock) {
        this.store = kept.runs();
        this.flows = kept.flows();
        this.receipts = kept.receipts();
        this.upkeep = upkeep;
        this.journal = journal;
        this.events = events;
        this.clock = clock;
    }

    /**
     * What a target remembers of its last run and of changes followed since.
     *
     * @param run as the target counts them
     * @param read in this run so far, of which some were set aside
     */
    record Stands(long run, long read, long setAside) {
        static final Stands NOTHING = new Stands(0, 0, 0);

        static Stands of(Receipt receipt) {
            return new Stands(receipt.run(), receipt.read(), receipt.setAside());
        }

        /** What was moved between the two; nothing when the target remembers less than before. */
        Run.Rows since(Stands before) {
            var from = before.run() == run ? before : NOTHING;
            if (before.run() > run || from.read() > read) {
                return Run.Rows.NONE;
            }
            var more = read - from.read();
            var aside = Math.clamp(setAside - from.setAside(), 0, more);
            return new Run.Rows(more, more - aside, aside);
        }
    }

    /** What is kept of runs. */
    @Component
    record Kept(RunStore runs, FlowStore flows, ReceiptStore receipts) {}

    /** As the store keeps moments, so that what is signed is what is kept. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    @Transactional
    public Run begin(Preparing.Permitted ready, String by) {
        return begin(ready.planned(), ready.permit().agreement(), by);
    }

    @Transactional
    public Run begin(PlannedFlow planned, String agreement, String by) {
        return store.insert(new Run(
                0,
                planned.id(),
                Optional.of(agreement),
                Run.State.RUNNING,
                Reason.NONE,
                Run.Rows.NONE,
                "",
                by,
                now(),
                Optional.empty()));
    }

    @Transactional(readOnly = true)
    public Optional<Run> find(long id) {
        return store.find(id);
    }

    /** A refusal that was given before, for the same reason, is not written down again. */
    @Transactional
    public Run refuse(PlannedFlow planned, Preparing.Barred barred, String by) {
        var now = clock.instant();
        flows.next(planned.id(), now.plus(ASKS_AGAIN));
        var run = new Run(
                0,
                planned.id(),
                barred.agreement(),
                Run.State.REFUSED,
                barred.reason(),
                Run.Rows.NONE,
                "",
                by,
                now,
                Optional.of(now));
        if (store.repeated(run)) {
            return run;
        }
        var kept = store.insert(run);
        tell(planned, kept);
        return kept;
    }

    @Transactional
    public Run end(PlannedFlow planned, Run begun, Runner.End end) {
        var ended = close(planned, begun, end);
        var now = ended.ended().orElseThrow();
        if (ended.state() == Run.State.COMPLETE) {
            store.fresh(ended);
        }
        if (ended.rows().read() > 0) {
            deliver(planned, ended);
        }
        flows.next(planned.id(), next(planned, ended, now));
        if (ended.state() != Run.State.COMPLETE || ended.rows().read() > 0) {
            tell(planned, ended);
        }
        return ended;
    }

    /** What follows goes on when its stretch is over, and after a while when something was wrong. */
    private static Instant next(PlannedFlow planned, Run ended, Instant now) {
        var stretch = Duration.ofMinutes(planned.running().minutes());
        if (!planned.running().isFollowing()) {
            return now.plus(stretch);
        }
        return ended.state() == Run.State.COMPLETE ? ended.started().plus(stretch) : now.plus(BEFORE_FOLLOWING_AGAIN);
    }

    /**
     * Counts what was moved and not counted: by a program that was killed under a run, or behind a line to the target that
     * was cut. Asked before a run begins, while no other is under way.
     *
     * @param permitted under which agreement it counts when no run is known that moved it
     */
    @Transactional
    public void settle(Preparing.Permitted permitted, Stands stands) {
        settle(permitted.planned(), permitted.permit().agreement(), stands);
    }

    @Transactional
    public void settle(PlannedFlow planned, String agreement, Stands stands) {
        var rows = store.counted(planned.id()).map(stands::since).orElse(Run.Rows.NONE);
        if (rows.read() > 0) {
            var earlier = store.earlier(planned.id());
            var under = earlier.flatMap(Run::agreement).orElse(agreement);
            var cut = begin(planned, under, earlier.map(Run::by).orElse("system"));
            var ended =
                    close(planned, cut, new Runner.End(Run.State.CUT_SHORT, Reason.NONE, rows, "", Runner.End.NOTHING));
            deliver(planned, ended);
            tell(planned, ended);
        }
        store.count(planned.id(), stands);
    }

    /** From here on is counted: the flow begins anew. */
    @Transactional
    public void countFrom(PlannedFlow planned, Stands stands) {
        store.count(planned.id(), stands);
    }

    /** A node keeps the target, and says itself how far it came. */
    @Transactional
    public void countElsewhere(PlannedFlow planned) {
        store.countElsewhere(planned.id());
    }

    private void deliver(PlannedFlow planned, Run ended) {
        upkeep.delivered(
                planned.resource(),
                new Delivery(
                        ended.ended().orElseThrow(),
                        ended.rows().read(),
                        ended.rows().setAside(),
                        List.of()));
    }

    /** Of some rows that were sent again: the flow is as new as before, and runs at its hour. */
    @Transactional
    public Run endBeside(PlannedFlow planned, Run begun, Runner.End end) {
        var ended = close(planned, begun, end);
        tell(planned, ended);
        return ended;
    }

    private Run close(PlannedFlow planned, Run begun, Runner.End end) {
        var ended = new Run(
                begun.id(),
                begun.flow(),
                begun.agreement(),
                end.state(),
                end.reason(),
                end.rows(),
                end.digest(),
                begun.by(),
                begun.started(),
                Optional.of(now()));
        store.end(ended);
        store.meter(ended);
        end.stands().ifPresent(stands -> store.count(planned.id(), stands));
        receipts.write(planned, ended, end.span());
        return ended;
    }

    private void tell(PlannedFlow planned, Run run) {
        var details = Datum.empty()
                .with("resource", Datum.of(planned.resource().value()))
                .with("consumer", Datum.of(planned.consumer()))
                .with("provider", Datum.of(planned.provider()))
                .with("rowsRead", Datum.of(run.rows().read()))
                .with("rowsWritten", Datum.of(run.rows().written()))
                .with("rowsSetAside", Datum.of(run.rows().setAside()));
        var entry = Entry.of(
                        clock.instant(),
                        Entry.Doer.SYSTEM,
                        "exchange.run-" + run.state().code(),
                        new Entry.Subject("flow", run.flow()))
                .with(details);
        var under = run.agreement().map(entry::under).orElse(entry);
        journal.append(
                run.reason().code().isEmpty()
                        ? under
                        : under.because(run.reason().code()));
        events.publishEvent(new Exchanged(planned, run));
    }
}
