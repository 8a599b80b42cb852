package org.tongqu.exchange._support;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tongqu.exchange._support.TestDatabases.value;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import org.tongqu.engines.exchanges.Connector;
import org.tongqu.engines.exchanges.Flow;
import org.tongqu.exchange.Login;
import org.tongqu.exchange.feed.FeedRefusal;
import org.tongqu.exchange.table.ChangeFollower;
import org.tongqu.exchange.table.ChangeFollower.Followed;
import org.tongqu.exchange.table.FollowRefusal;
import org.tongqu.kernel.Outcome;

/** One flow whose changes are followed beside a test. */
public record FollowsInTests(Flow flow, Login source, Login target, InstantSource clock) {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    public FollowsInTests(Flow flow, Login source, Login target) {
        this(flow, source, target, Instant::now);
    }

    /** What a test does while changes are followed. */
    @FunctionalInterface
    public interface Work {
        void run() throws SQLException;
    }

    /** What a test waits for. */
    @FunctionalInterface
    public interface Sight {
        boolean isThere() throws SQLException;
    }

    public static Outcome<Followed, FollowRefusal> notTold(FeedRefusal reason) {
        return Outcome.refused(new FollowRefusal.NotTold(reason));
    }

    private ChangeFollower follower() {
        return new ChangeFollower(flow, source, target, clock, (committed, changes) -> {});
    }

    public Outcome<Followed, FollowRefusal> follow(BooleanSupplier mayGoOn) throws SQLException {
        return follower().follow(mayGoOn);
    }

    public void end() throws SQLException {
        follower().end();
    }

    public void following(Work work) throws Exception {
        var mayGoOn = new AtomicBoolean(true);
        var outcome = start(mayGoOn);
        try {
            work.run();
        } finally {
            mayGoOn.set(false);
            assertThat(outcome.get()).isInstanceOf(Outcome.Done.class);
        }
    }

    public Outcome<Followed, FollowRefusal> untilItEnds(Work work) throws Exception {
        var outcome = start(new AtomicBoolean(true));
        work.run();
        return outcome.get();
    }

    /** Started and past the filling. */
    private CompletableFuture<Outcome<Followed, FollowRefusal>> start(AtomicBoolean mayGoOn)
            throws SQLException, ExecutionException, InterruptedException {
        var outcome = CompletableFuture.supplyAsync(() -> {
            try {
                return follow(mayGoOn::get);
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        });
        while (!outcome.isDone() && !isFilled()) {
            Thread.onSpinWait();
        }
        if (outcome.isCompletedExceptionally()) {
            outcome.get();
        }
        return outcome;
    }

    private boolean isFilled() throws SQLException {
        return flow.target().connector() == Connector.MARIADB
                ? isFilled(
                        "SELECT count(*) FROM information_schema.tables WHERE table_schema = database()"
                                + " AND table_name = 'tongqu_feed'",
                        "tongqu_feed")
                : isFilled("SELECT count(*) FROM pg_tables WHERE tablename = 'feed'", "tongqu_exchange.feed");
    }

    private boolean isFilled(String made, String feeds) throws SQLException {
        return "1".equals(value(target, made))
                && "1".equals(value(target, "SELECT count(*) FROM " + feeds + " WHERE run > 0"));
    }

    public void untilFilled() throws SQLException {
        until(this::isFilled, "filled");
    }

    public void until(String query, String expected) throws SQLException {
        until(() -> expected.equals(value(target, query)), query);
    }

    public void until(Sight sight, String what) throws SQLException {
        var end = System.nanoTime() + PATIENCE.toNanos();
        while (!sight.isThere()) {
            assertThat(System.nanoTime()).as(what).isLessThan(end);
        }
    }
}
