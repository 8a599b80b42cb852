package org.tongqu.platform.data.comparison.internal;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.tongqu.exchange.crosscheck.Checked;
import org.tongqu.exchange.crosscheck.Found;
import org.tongqu.kernel.Outcome;
import org.tongqu.platform.data.comparison.ComparisonRun;
import org.tongqu.platform.data.comparison.ComparisonRun.Counts;
import org.tongqu.platform.data.comparison.ComparisonRun.Reach;
import org.tongqu.platform.data.comparison.ComparisonRun.Reason;
import org.tongqu.platform.data.comparison.Finding.Said;
import org.tongqu.platform.data.comparison.PlannedJob;
import org.tongqu.platform.data.comparison.internal.FindingStore.Finder;
import org.tongqu.platform.data.exchange.DeliveredTables;
import org.tongqu.platform.data.exchange.DeliveredTables.Barred;

/** Makes comparisons: one transaction each, held by the job's row so that no two programs make the same at once. */
@Component
public class Comparer {

    static final String CLUSTER_AWAY = code(DeliveredTables.Unseen.CLUSTER_AWAY);

    private static final int KEPT_AT_ONCE = 1000;

    private final DeliveredTables tables;
    private final Ways ways;
    private final RunStore runs;
    private final FindingStore findings;
    private final Sending sending;
    private final TransactionTemplate transaction;
    private final Clock clock;

    /** How one compares what keys alone do not, in one database of deliveries. */
    @Component
    record Ways(ByEvidence evidence, ByRegister registers) {}

    Comparer(
            DeliveredTables tables,
            Ways ways,
            RunStore runs,
            FindingStore findings,
            Sending sending,
            TransactionTemplate transaction,
            Clock clock) {
        this.tables = tables;
        this.ways = ways;
        this.runs = runs;
        this.findings = findings;
        this.sending = sending;
        this.transaction =
                new TransactionTemplate(Objects.requireNonNull(transaction.getTransactionManager()), transaction);
        this.transaction.setPropagationBehavior(TransactionTemplate.PROPAGATION_REQUIRES_NEW);
        this.clock = clock;
    }

    /** Compares as long as something came, and takes what was found to its source. @return the last run, if there was one */
    public Optional<ComparisonRun> compare(PlannedJob planned, String by) {
        Optional<ComparisonRun> last = Optional.empty();
        while (true) {
            var run = transaction.execute(
                    status -> runs.take(planned.code()).map(standing -> made(planned, standing, by)));
            if (run == null || run.isEmpty()) {
                return last;
            }
            last = run;
            if (!run.get().isDone()) {
                return last;
            }
            sending.send(planned);
        }
    }

    private ComparisonRun made(PlannedJob planned, RunStore.Standing standing, String by) {
        var finder = new Finder(planned.code(), runs.next(), clock.instant());
        var keeping = new Keeping(finder);
        // What links two rows depends on all others: by evidence everything is looked at each time.
        // What was written since cannot be seen by many machines, nor in two databases.
        var isWhole = standing.moment().isEmpty()
                || planned.job().isByEvidence()
                || tables.isOnCluster() && !planned.job().isByRegister();
        var outcome = planned.job().isByEvidence()
                ? ways.evidence().compare(planned, finder, keeping::take)
                : byKey(planned, standing, keeping);
        var run = new ComparisonRun(
                finder.run(),
                isWhole ? Reach.ALL : Reach.CHANGED,
                finder.at(),
                clock.instant(),
                by,
                Counts.NOTHING,
                Reason.NONE);
        var ended = switch (outcome) {
            case Outcome.Refused<Checked, Barred>(var barred) -> {
                runs.want(List.of(planned.code()));
                yield run.refused(reason(barred));
            }
            case Outcome.Done<Checked, Barred>(var checked) -> {
                keeping.flush();
                var gone = findings.close(finder);
                sending.withdraw(planned, gone);
                runs.stopAt(planned.code(), checked.moment());
                yield run.counting(
                        new Counts(checked.touched(), checked.found(), keeping.fresh, gone.size(), keeping.rows));
            }
        };
        runs.insert(planned.code(), ended.endedAt(clock.instant()));
        return ended;
    }

    private Outcome<Checked, Barred> byKey(PlannedJob planned, RunStore.Standing standing, Keeping keeping) {
        if (planned.job().isByRegister()) {
            return ways.registers()
                    .compare(planned, standing.moment(), findings.keys(planned.code()), keeping::add)
                    .map(keeping::counting);
        }
        if (tables.isOnCluster()) {
            return tables.onCluster(planned.asked(), 0).map(answer -> {
                answer.found().forEach(keeping::take);
                return new Checked(answer.moment(), answer.found().size(), OptionalLong.empty());
            });
        }
        var reach = standing.moment().isEmpty()
                ? new DeliveredTables.Reach.Everything()
                : new DeliveredTables.Reach.Changed(standing.moment(), findings.keys(planned.code()));
        return tables.compare(planned.asked(), reach, keeping::take).map(DeliveredTables.Compared::checked);
    }

    private static String code(DeliveredTables.Unseen why) {
        return why.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static Reason reason(Barred barred) {
        var code = code(barred.why());
        return new Reason(code, barred.detail().isEmpty() ? barred.flow() : barred.flow() + " " + barred.detail());
    }

    /** Keeps findings a thousand at a time while they are found. */
    private final class Keeping {

        private final Finder finder;
        private final List<Said> waiting = new ArrayList<>();
        private long fresh;
        private OptionalLong rows = OptionalLong.empty();

        Keeping(Finder finder) {
            this.finder = finder;
        }

        void take(Found found) {
            add(new Said(found.key(), found.row(), found.about(), found.against()));
        }

        Checked counting(DeliveredTables.Read read) {
            rows = OptionalLong.of(read.rows());
            return read.checked();
        }

        void add(Said said) {
            waiting.add(said);
            if (waiting.size() == KEPT_AT_ONCE) {
                flush();
            }
        }

        void flush() {
            if (!waiting.isEmpty()) {
                fresh += findings.put(finder, waiting);
                waiting.clear();
            }
        }
    }
}
