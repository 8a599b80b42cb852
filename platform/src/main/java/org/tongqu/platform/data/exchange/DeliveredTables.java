package org.tongqu.platform.data.exchange;

import java.sql.SQLException;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.tongqu.engines.comparisons.ComparisonJob;
import org.tongqu.engines.comparisons.ComparisonJob.Trait;
import org.tongqu.engines.comparisons.Side;
import org.tongqu.engines.exchanges.Column;
import org.tongqu.exchange.cluster.ClusterAnswer;
import org.tongqu.exchange.cluster.ClusterOrder;
import org.tongqu.exchange.cluster.ClusterOrder.Delivered;
import org.tongqu.exchange.cluster.ClusterRefusal;
import org.tongqu.exchange.crosscheck.Checked;
import org.tongqu.exchange.crosscheck.CrossCheck;
import org.tongqu.exchange.crosscheck.Found;
import org.tongqu.exchange.crosscheck.KeyRows;
import org.tongqu.exchange.crosscheck.RowLists;
import org.tongqu.kernel.Outcome;
import org.tongqu.platform.data.exchange.internal.Preparing;

/**
 * Compares what two flows delivered, in the database where both stand and as the agreements of both show it. Nothing is
 * moved to be compared. Whoever asks says who may.
 */
@Service
public class DeliveredTables {

    private static final Logger LOG = LoggerFactory.getLogger(DeliveredTables.class);

    private final Preparing preparing;
    private final ComparisonSettings settings;
    private final Clock clock;

    DeliveredTables(Preparing preparing, ComparisonSettings settings, Clock clock) {
        this.preparing = preparing;
        this.settings = settings;
        this.clock = clock;
    }

    /** A comparison with its flows. */
    public record Asked(ComparisonJob job, PlannedFlow about, PlannedFlow against) {}

    /** Which keys are looked at. */
    public sealed interface Reach {

        record Everything() implements Reach {}

        /**
         * Those written since, and those that are open.
         *
         * @param moment where the last one stopped
         */
        record Changed(String moment, Collection<List<String>> open) implements Reach {}
    }

    /** @param agreement under which the flow that it is about delivers */
    public record Compared(Checked checked, String agreement) {}

    /** @param rows how many rows of the delivery there are to be laid beside something */
    public record Read(Checked checked, long rows) {}

    /** Why nothing can be said. @param flow which of the two is the reason @param detail e.g. a column */
    public record Barred(Unseen why, String flow, String detail) {}

    public enum Unseen {
        /** No agreement permits the flow any more, or never did. */
        NOT_PERMITTED,
        /** The database does not answer, or has not what was declared. */
        AWAY,
        /** The two stand in different databases. */
        APART,
        /** A column is named that the flow does not deliver. */
        NO_COLUMN,
        /** The key is delivered covered, so that it fits nothing. */
        COVERED_KEY,
        /** More rows than are held in memory at once. */
        TOO_MANY,
        /** The cluster, or the program that speaks with it, does not answer; it is asked again later. */
        CLUSTER_AWAY,
        /** Two columns whose values cannot be compared outside of one database. */
        INCOMPARABLE
    }

    /** As many rows of one side are linked by evidence. */
    private static final int LINKED = 400_000;

    /** As many rows are read of a few keys. */
    private static final int HELD = 2_000;

    /** Both as the agreements let them be seen, when they stand in one database. */
    private record Both(Preparing.Ready about, Preparing.Ready against) {}

    private Outcome<Both, Barred> both(Asked asked) {
        return sides(asked)
                .then(both -> both.about()
                                .target()
                                .url()
                                .equals(both.against().target().url())
                        ? Outcome.done(both)
                        : Outcome.refused(
                                new Barred(Unseen.APART, asked.against().id(), "")));
    }

    /** Both as the agreements let them be seen, wherever they stand. */
    private Outcome<Both, Barred> sides(Asked asked) {
        var traits = asked.job().traits();
        return ready(
                        asked.about(),
                        asked.job().about(),
                        traits.stream().map(Trait::about).toList())
                .then(about -> ready(
                                asked.against(),
                                asked.job().other(),
                                traits.stream().map(Trait::against).toList())
                        .map(against -> new Both(about, against)));
    }

    /** Whether comparisons are made on a cluster. */
    public boolean isOnCluster() {
        return settings.isOnCluster();
    }

    /** Everything compared on the cluster; the two sides may stand in two databases. @param seed for pairs drawn at random */
    public Outcome<ClusterAnswer, Barred> onCluster(Asked asked, long seed) {
        return sides(asked).then(both -> {
            var order = new ClusterOrder(
                    asked.job(),
                    delivered(both.about()),
                    delivered(both.against()),
                    settings.cluster().place(),
                    seed);
            try {
                return switch (settings.cluster().comparer().make(order)) {
                    case Outcome.Done<ClusterAnswer, ClusterRefusal>(var answer) -> Outcome.done(answer);
                    case Outcome.Refused<ClusterAnswer, ClusterRefusal>(var why) -> Outcome.refused(barred(asked, why));
                };
            } catch (InterruptedException ended) {
                Thread.currentThread().interrupt();
                return Outcome.refused(barred(asked, new ClusterRefusal.Away()));
            }
        });
    }

    private static Delivered delivered(Preparing.Ready ready) {
        return new Delivered(ready.flow(), ready.target());
    }

    private Barred barred(Asked asked, ClusterRefusal why) {
        return switch (why) {
            case ClusterRefusal.Away() ->
                new Barred(
                        Unseen.CLUSTER_AWAY,
                        settings.cluster().host() + ":" + settings.cluster().port(),
                        "");
            case ClusterRefusal.Unread() ->
                new Barred(Unseen.AWAY, asked.about().id(), "");
            case ClusterRefusal.Incomparable(var about, var against) ->
                new Barred(Unseen.INCOMPARABLE, about + " – " + against, "");
        };
    }

    /** All rows of both sides of a comparison by evidence. */
    public Outcome<RowLists, Barred> lists(Asked asked) {
        return both(asked).then(both -> {
            var check = new CrossCheck(
                    asked.job(),
                    both.about().flow(),
                    both.against().flow(),
                    both.about().target());
            try {
                return check.lists(LINKED)
                        .<Outcome<RowLists, Barred>>map(Outcome::done)
                        .orElseGet(() -> Outcome.refused(
                                new Barred(Unseen.TOO_MANY, asked.about().id(), String.valueOf(LINKED))));
            } catch (SQLException away) {
                LOG.warn("The rows of {} could not be read", asked.job().code(), away);
                return Outcome.refused(new Barred(Unseen.AWAY, asked.about().id(), ""));
            }
        });
    }

    public Outcome<Compared, Barred> compare(Asked asked, Reach reach, Consumer<Found> found) {
        return both(asked).then(both -> compare(asked, both.about(), both.against(), reach, found));
    }

    /** Reads the rows of the delivery that a job is about, to be laid beside what does not stand in a delivery. */
    public Outcome<Read, Barred> read(Asked asked, Reach reach, Consumer<Found> rows) {
        return ready(asked.about(), asked.job().about(), List.of()).then(about -> {
            var check = new CrossCheck(asked.job(), about.flow(), about.flow(), about.target());
            try {
                return Outcome.done(new Read(checked(check, reach, rows), check.rows()));
            } catch (SQLException away) {
                LOG.warn("The rows for {} could not be read", asked.job().code(), away);
                return Outcome.refused(new Barred(Unseen.AWAY, asked.about().id(), ""));
            }
        });
    }

    /**
     * Rows that are held of a few keys.
     *
     * @param agreement under which they were delivered
     * @param rows by column, as delivered: what is covered stays covered
     */
    public record Held(String agreement, List<Map<String, String>> rows) {

        @Override
        public String toString() {
            return "Held[agreement=" + agreement + ", rows=" + rows.size() + "]";
        }
    }

    /** Reads what a flow delivered about a few keys. @param side its key is one column */
    public Outcome<Held, Barred> held(PlannedFlow planned, Side side, Collection<String> keys) {
        return ready(planned, side, List.of()).then(ready -> {
            try {
                return new KeyRows(side, ready.flow(), ready.target())
                        .of(keys, HELD)
                        .<Outcome<Held, Barred>>map(
                                rows -> Outcome.done(new Held(ready.permit().agreement(), rows)))
                        .orElseGet(
                                () -> Outcome.refused(new Barred(Unseen.TOO_MANY, planned.id(), String.valueOf(HELD))));
            } catch (SQLException away) {
                LOG.warn("What {} delivered could not be read: {}", planned.id(), away.getSQLState());
                return Outcome.refused(new Barred(Unseen.AWAY, planned.id(), ""));
            }
        });
    }

    private static Checked checked(CrossCheck check, Reach reach, Consumer<Found> found) throws SQLException {
        return switch (reach) {
            case Reach.Everything() -> check.all(found);
            case Reach.Changed(var moment, var open) -> check.changed(moment, open, found);
        };
    }

    private static Outcome<Compared, Barred> compare(
            Asked asked, Preparing.Ready about, Preparing.Ready against, Reach reach, Consumer<Found> found) {
        var check = new CrossCheck(asked.job(), about.flow(), against.flow(), about.target());
        try {
            return Outcome.done(
                    new Compared(checked(check, reach, found), about.permit().agreement()));
        } catch (SQLException away) {
            LOG.warn("The comparison {} could not be made", asked.job().code(), away);
            return Outcome.refused(new Barred(Unseen.AWAY, asked.about().id(), ""));
        }
    }

    /** @param traits columns that are of no use covered, as the key is */
    private Outcome<Preparing.Ready, Barred> ready(PlannedFlow planned, Side side, List<String> traits) {
        return switch (preparing.prepare(planned, clock.instant())) {
            case Outcome.Refused<Preparing.Ready, Preparing.Barred>(var why) ->
                Outcome.refused(new Barred(why.lacksSystem() ? Unseen.AWAY : Unseen.NOT_PERMITTED, planned.id(), ""));
            case Outcome.Done<Preparing.Ready, Preparing.Barred>(var ready) ->
                objection(ready, side, traits)
                        .<Outcome<Preparing.Ready, Barred>>map(Outcome::refused)
                        .orElseGet(() -> Outcome.done(ready));
        };
    }

    private static Optional<Barred> objection(Preparing.Ready ready, Side side, List<String> traits) {
        var columns = ready.flow().columns().stream().collect(Collectors.toMap(Column::name, column -> column));
        var missing = Stream.concat(side.columns().stream(), traits.stream())
                .filter(name -> !columns.containsKey(name))
                .findFirst()
                .map(name -> new Barred(Unseen.NO_COLUMN, ready.planned().id(), name));
        return missing.or(() -> Stream.concat(side.key().stream(), traits.stream())
                .filter(name -> Optional.ofNullable(columns.get(name))
                        .flatMap(Column::cover)
                        .isPresent())
                .findFirst()
                .map(name -> new Barred(Unseen.COVERED_KEY, ready.planned().id(), name)));
    }
}
