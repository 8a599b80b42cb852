package org.tongqu.platform.data.exchange;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import org.tongqu.engines.exchanges.Connector;
import org.tongqu.kernel.Outcome;
import org.tongqu.kernel.data.Datum;
import org.tongqu.platform.data.exchange.internal.Comparer;
import org.tongqu.platform.data.exchange.internal.ComparisonStore;
import org.tongqu.platform.data.exchange.internal.Comparisons;
import org.tongqu.platform.data.exchange.internal.Preparing;
import org.tongqu.platform.data.exchange.internal.Resender;
import org.tongqu.platform.data.exchange.internal.Runner;
import org.tongqu.platform.data.exchange.internal.Runs;
import org.tongqu.platform.trust.access.AccessRefusal;
import org.tongqu.platform.trust.identity.SignedIn;
import org.tongqu.platform.trust.journal.Entry;
import org.tongqu.platform.trust.journal.Journal;

/**
 * Both sides of a flow compared, and what differs sent again, by the data people of both sides and under the flow's
 * agreement. Both happen beside the caller, and neither while the flow runs.
 */
@Service
public class Comparing {

    private static final Executor EACH =
            task -> Thread.ofVirtual().name("comparison").start(task);

    private final Desk desk;
    private final Work work;
    private final ComparisonStore store;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Comparing(Desk desk, Work work, ComparisonStore store, TransactionTemplate transaction, Clock clock) {
        this.desk = desk;
        this.work = work;
        this.store = store;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Who may ask, and what is told of it. */
    @Component
    record Desk(Quarantines quarantines, Preparing preparing, Journal journal) {}

    /** What is done beside the caller. */
    @Component
    record Work(Runner runner, Comparisons comparisons, Comparer comparer, Resender resender, Runs runs) {}

    /** Something begun: with what, and when it is done. */
    public record Begun<T>(T with, CompletableFuture<Void> done) {}

    /** Whether the officer may ask for it and look at what it finds. */
    public Outcome<SignedIn.Officer, AccessRefusal> mayCompare(SignedIn.Officer who, PlannedFlow flow) {
        return desk.quarantines().mayRepair(who, flow);
    }

    /** Whether both sides say what there is now; batches of files say what was delivered. */
    public boolean isComparable(PlannedFlow flow) {
        return flow.flow().source().connector() != Connector.FILES
                && flow.flow().target().connector() != Connector.FILES;
    }

    /** Begins to compare. */
    public Outcome<Begun<Comparison>, ComparisonRefusal> compare(SignedIn.Officer who, PlannedFlow flow) {
        if (!isComparable(flow)) {
            return Outcome.refused(new ComparisonRefusal.Barred(new Reason("files", "")));
        }
        return idle(who, flow)
                .then(ready -> work.comparisons()
                        .begin(who, ready)
                        .<Outcome<Begun<Comparison>, ComparisonRefusal>>map(begun -> Outcome.done(new Begun<>(
                                begun,
                                CompletableFuture.runAsync(() -> work.comparer().compare(flow, begun), EACH))))
                        .orElseGet(() -> Outcome.refused(new ComparisonRefusal.Busy())));
    }

    private Outcome<Preparing.Sides, ComparisonRefusal> idle(SignedIn.Officer who, PlannedFlow flow) {
        return may(who, flow).then(officer -> {
            if (work.runner().isRunning(flow.id()) || desk.preparing().isUnderWay(flow)) {
                return Outcome.refused(new ComparisonRefusal.Busy());
            }
            return desk.preparing()
                    .prepareSides(flow, clock.instant())
                    .mapRefusal(barred -> new ComparisonRefusal.Barred(barred.reason()));
        });
    }

    private Outcome<SignedIn.Officer, ComparisonRefusal> may(SignedIn.Officer who, PlannedFlow flow) {
        return mayCompare(who, flow).mapRefusal(ComparisonRefusal.MayNot::new);
    }

    /** The last comparison of a flow. */
    public Optional<Comparison> last(String flow) {
        return store.last(flow);
    }

    /** A comparison, by those who may look at what it found. */
    public Outcome<Comparison, ComparisonRefusal> find(SignedIn.Officer who, PlannedFlow flow, long id) {
        return may(who, flow)
                .then(officer -> store.find(flow.id(), id)
                        .<Outcome<Comparison, ComparisonRefusal>>map(Outcome::done)
                        .orElseGet(() -> Outcome.refused(new ComparisonRefusal.Unknown())));
    }

    /** Ranges that differ, behind the one with this number. */
    public List<Comparison.Range> ranges(Comparison of, long after, int limit) {
        return store.ranges(of.id(), after, limit);
    }

    /** Rows that differ in these ways, behind the one with this number; the look is written down. */
    public List<Comparison.Difference> differences(
            SignedIn.Officer who, Comparison of, Set<Comparison.Kind> kinds, long after, int limit) {
        var rows = store.differences(of.id(), kinds, after, limit);
        if (!rows.isEmpty()) {
            transaction.executeWithoutResult(status -> tell(who, of, "exchange.look-at-differences"));
        }
        return rows;
    }

    /** Begins to send again what differs and can be sent. */
    public Outcome<Begun<Run>, ComparisonRefusal> sendAgain(SignedIn.Officer who, PlannedFlow flow, long id) {
        return idle(who, flow)
                .then(ready -> store.last(flow.id())
                        .filter(last -> last.id() == id && isToBeSent(last))
                        .flatMap(last -> begin(who, ready, last)
                                .map(run -> new Begun<>(
                                        run,
                                        CompletableFuture.runAsync(
                                                () -> work.resender().send(ready, last, run), EACH))))
                        .<Outcome<Begun<Run>, ComparisonRefusal>>map(Outcome::done)
                        .orElseGet(() -> Outcome.refused(new ComparisonRefusal.NothingToSend())));
    }

    /** Whether there is something that can be sent and was not yet. */
    private static boolean isToBeSent(Comparison last) {
        return last.found()
                .filter(found -> found.isMendable() && found.sentBy().isEmpty())
                .isPresent();
    }

    /** Nothing when somebody else was quicker. */
    private Optional<Run> begin(SignedIn.Officer who, Preparing.Sides ready, Comparison of) {
        return transaction.execute(status -> {
            var run = work.runs().begin(ready, who.staff());
            if (!store.sentBy(of.id(), run.id())) {
                status.setRollbackOnly();
                return Optional.<Run>empty();
            }
            tell(who, of, "exchange.send-again");
            return Optional.of(run);
        });
    }

    private void tell(SignedIn.Officer who, Comparison of, String verb) {
        desk.journal()
                .append(Entry.of(clock.instant(), who.doer(), verb, new Entry.Subject("flow", of.flow()))
                        .under(of.agreement())
                        .with(Datum.empty().with("comparison", Datum.of(of.id()))));
    }
}
