package org.tongqu.bench.faults;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.tongqu.bench.Measurement;
import org.tongqu.bench.TemporaryFolder;
import org.tongqu.bench.Workshop;

/**
 * Programs and databases killed as by {@code kill -9}, lines cut and made slow, at moments drawn by a seed while rows
 * flow by a node, by the centre and from a log; and in the end whether the target is what the source is, whether each row
 * was written as often as the ledger says, and whether all receipts are true.
 */
public final class FaultsMeasurement implements Measurement {

    private static final Duration PATIENCE = Duration.ofMinutes(3);
    /** A node signs with its next call. */
    private static final Duration TO_SIGN = Duration.ofSeconds(10);

    private static final Duration LOOK = Duration.ofMillis(50);

    @Override
    public String name() {
        return "faults";
    }

    /** What can happen; what is listed more often happens more often. */
    private enum Fault {
        CENTRE,
        STORE,
        NODE,
        FOLLOWER,
        SOURCE,
        TARGET,
        CUT,
        SLOW;

        private static final Set<Fault> OF_LINES = Set.of(CUT, SLOW);

        private static final List<Fault> DRAWN = List.of(
                CENTRE, CENTRE, STORE, NODE, NODE, NODE, FOLLOWER, FOLLOWER, SOURCE, SOURCE, TARGET, TARGET, CUT, CUT,
                SLOW);

        boolean kills() {
            return !OF_LINES.contains(this);
        }
    }

    /** What may be said after the name. */
    private record Options(int kills, int rows, long seed) {

        static Options of(List<String> arguments) {
            var options = new Options(60, 100_000, 20_261_123L);
            for (var argument : arguments) {
                var value = argument.replaceFirst("^[^=]*=", "");
                options = switch (argument.replaceFirst("=.*", "")) {
                    case "--kills" -> new Options(Integer.parseInt(value), options.rows, options.seed);
                    case "--rows" -> new Options(options.kills, Integer.parseInt(value), options.seed);
                    case "--seed" -> new Options(options.kills, options.rows, Long.parseLong(value));
                    default -> throw new IllegalArgumentException("bench faults does not know " + argument);
                };
            }
            return options;
        }
    }

    @Override
    public Map<String, Object> measure(Workshop bench, List<String> arguments) throws Exception {
        var options = Options.of(arguments);
        bench.say("Starting centre, node and databases …");
        try (var folder = TemporaryFolder.in(bench.root().resolve("bench/target"), "faults-");
                var parties = new Parties(bench, folder.path(), options.rows())) {
            try {
                return new Play(bench, parties, options).figures();
            } catch (IllegalStateException stuck) {
                bench.say(parties.lastWords());
                throw stuck;
            }
        }
    }

    /** One play from the first row to the verdict. */
    private static final class Play {
        private final Workshop bench;
        private final Parties parties;
        private final Options options;
        private final Field field;
        private final Random random;
        private final Map<String, Integer> happened = new TreeMap<>();
        private long slowest;

        Play(Workshop bench, Parties parties, Options options) {
            this.bench = bench;
            this.parties = parties;
            this.options = options;
            this.field = parties.field();
            this.random = new Random(options.seed());
        }

        Map<String, Object> figures() throws Exception {
            var begun = System.nanoTime();
            awaitMore("the beginning", List.of(0L, 0L, -1L));
            int kills = 0;
            try (var work = new Workload(field.source(), options.rows(), options.seed())) {
                while (kills < options.kills()) {
                    var fault = Fault.DRAWN.get(random.nextInt(Fault.DRAWN.size()));
                    strike(fault);
                    happened.merge(fault.name().toLowerCase(Locale.ROOT), 1, Integer::sum);
                    kills += fault.kills() ? 1 : 0;
                }
            }
            bench.say("No more faults; until the target is what the source is …");
            awaitSame();
            var verdict = new Truth(field).verdict();
            var receipts = receipts();
            Map<String, Object> figures = new LinkedHashMap<>();
            figures.put("kills", kills);
            figures.put("happened", happened);
            figures.put("rows", field.written(CentreProgram.NODE) + field.written(CentreProgram.CENTRE));
            figures.put("changes", field.followed());
            figures.put("receipts", receipts.count());
            figures.put("receipts_false", receipts.untrue().size());
            figures.put("slowest_recovery_s", slowest / 1000.0);
            figures.put("seconds", Math.round((System.nanoTime() - begun) / 1e9));
            figures.put("lost", verdict.lost());
            figures.put("duplicated", verdict.duplicated());
            figures.put("goal", Map.of("kills", 50, "lost", 0, "duplicated", 0, "receipts_false", 0));
            return figures;
        }

        /** What is not true now and not a while later either. */
        private Parties.Receipts receipts() throws Exception {
            var untrue = new TreeSet<>(parties.receipts().untrue());
            LockSupport.parkNanos(TO_SIGN.toNanos());
            var again = parties.receipts();
            untrue.retainAll(again.untrue());
            if (!untrue.isEmpty()) {
                bench.say("Receipts that are not true: " + untrue);
            }
            return new Parties.Receipts(again.count(), untrue);
        }

        /** At a moment while rows move, and then until they move again everywhere. */
        private void strike(Fault fault) throws Exception {
            LockSupport.parkNanos(Duration.ofMillis(random.nextInt(1500)).toNanos());
            var begun = System.nanoTime();
            switch (fault) {
                case CENTRE -> parties.killCentre();
                case STORE -> parties.killStore();
                case NODE -> parties.killNode();
                case FOLLOWER -> parties.killFollower();
                case SOURCE -> parties.killSource();
                case TARGET -> parties.killTarget();
                case CUT -> onALine(Relay::cut);
                case SLOW -> onALine(Relay::slow);
            }
            awaitMore(fault.name(), reached());
            var millis = (System.nanoTime() - begun) / 1_000_000;
            slowest = Math.max(slowest, millis);
            bench.say(String.format("%-8s goes on after %.1f s", fault.name(), millis / 1000.0));
        }

        private void onALine(Consumer<Relay> what) {
            var line = parties.lines().get(random.nextInt(parties.lines().size()));
            what.accept(line);
            LockSupport.parkNanos(Duration.ofMillis(500 + random.nextInt(3000)).toNanos());
            line.mend();
        }

        /** Rows written by each of the two flows, and changes followed; asked until the target answers. */
        private List<Long> reached() {
            var patience = System.nanoTime() + PATIENCE.toNanos();
            while (true) {
                try {
                    List<Long> reached = new ArrayList<>();
                    for (var table : Field.RUN) {
                        reached.add(field.written(table));
                    }
                    reached.add(field.followed());
                    return reached;
                } catch (SQLException away) {
                    if (System.nanoTime() > patience) {
                        throw new IllegalStateException("The target does not come back", away);
                    }
                    LockSupport.parkNanos(LOOK.toNanos());
                }
            }
        }

        private void awaitMore(String after, List<Long> before) {
            var patience = System.nanoTime() + PATIENCE.toNanos();
            var now = reached();
            while (!isMore(now, before)) {
                if (System.nanoTime() > patience) {
                    throw new IllegalStateException(
                            "Not everything goes on after " + after + ": from " + before + " to " + now);
                }
                LockSupport.parkNanos(LOOK.toNanos());
                now = reached();
            }
        }

        private static boolean isMore(List<Long> now, List<Long> before) {
            for (int i = 0; i < now.size(); i++) {
                if (now.get(i) <= before.get(i)) {
                    return false;
                }
            }
            return true;
        }

        /** What is not the same after a long while is the verdict's business. */
        private void awaitSame() throws SQLException {
            var patience = System.nanoTime() + PATIENCE.toNanos();
            while (!new Truth(field).isSame() && System.nanoTime() < patience) {
                LockSupport.parkNanos(LOOK.toNanos());
            }
        }
    }
}
