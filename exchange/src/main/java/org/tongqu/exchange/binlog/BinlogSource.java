package org.tongqu.exchange.binlog;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.tongqu.engines.exchanges.Flow;
import org.tongqu.exchange.Login;
import org.tongqu.exchange.feed.Feed;
import org.tongqu.exchange.feed.FeedRefusal;
import org.tongqu.exchange.feed.FeedSource;
import org.tongqu.kernel.Outcome;
import org.tongqu.kernel.proof.Digest;

/** A table of MariaDB or MySQL, followed by the binary log of its server. */
public final class BinlogSource implements FeedSource {

    private static final long A_MOMENT = 1_000_000;

    /** Numbers of replicas below are the administrator's. */
    private static final long FIRST_REPLICA = 0x4000_0000L;

    private final Flow flow;
    private final Login login;
    private final long replica;

    public BinlogSource(Flow flow, Login source, Login target) {
        this.flow = flow;
        this.login = source;
        var name = Digest.of((flow.id() + "\n" + target.url()).getBytes(StandardCharsets.UTF_8))
                .hex();
        this.replica = FIRST_REPLICA + Long.parseLong(name.substring(0, 7), 16);
    }

    private String name() {
        return flow.source().table();
    }

    @Override
    public Optional<FeedRefusal> findRefusal() throws SQLException {
        try (var connection = login.open()) {
            var refusal = new BinlogServer(connection, login.user()).findRefusal();
            if (refusal.isPresent()) {
                return refusal;
            }
            var unknown = LoggedTable.read(connection, name()).unknown(flow.fields());
            return unknown.isEmpty() ? Optional.empty() : Optional.of(new FeedRefusal.TableChanged(name(), unknown));
        }
    }

    @Override
    public Outcome<String, FeedRefusal> begin() throws SQLException {
        try (var connection = login.open()) {
            var table = LoggedTable.read(connection, name());
            return switch (new BinlogServer(connection, login.user()).place(table)) {
                case Outcome.Refused<Progress, FeedRefusal>(var reason) -> Outcome.refused(reason);
                case Outcome.Done<Progress, ?>(var place) ->
                    Outcome.done(new Place(place.toString(), table.mark(flow.fields())).toString());
            };
        }
    }

    @Override
    public Optional<FeedRefusal> findGone(String place) throws SQLException {
        try (var connection = login.open()) {
            var table = LoggedTable.read(connection, name());
            if (!table.mark(flow.fields()).equals(Place.of(place).mark())) {
                return Optional.of(new FeedRefusal.TableChanged(name(), flow.fields()));
            }
            var reached = Progress.of(Place.of(place).reached());
            if (!new BinlogServer(connection, login.user()).wrote(reached)) {
                return Optional.of(new FeedRefusal.LogGone(reached.toString()));
            }
        }
        return findUnread(place);
    }

    /** Asks for the log as a feed will: only then the server says whether it is there and may be read. */
    private Optional<FeedRefusal> findUnread(String place) throws SQLException {
        var reached = Progress.of(Place.of(place).reached());
        try (var log = LogConnection.open(login, replica, reached)) {
            while (!isRead(log.poll(), reached)) {
                LockSupport.parkNanos(A_MOMENT);
            }
            return Optional.empty();
        } catch (LogEnded ended) {
            var refusal = ended.refusal(login.user(), reached.toString());
            if (refusal.isEmpty()) {
                throw ended;
            }
            return refusal;
        }
    }

    /** The first event only says where the log is, and of transactions it is looked for after the second. */
    private static boolean isRead(@Nullable LogEvent event, Progress reached) {
        return event != null
                && event.type() != LogEvent.ROTATE
                && (event.type() != LogEvent.FORMAT || reached instanceof FilePosition);
    }

    @Override
    public Feed open(String place) throws SQLException {
        var reached = Progress.of(Place.of(place).reached());
        LoggedTable table;
        try (var connection = login.open()) {
            table = LoggedTable.read(connection, name());
        }
        var key = flow.columns().stream()
                .filter(column -> flow.target().key().contains(column.name()))
                .flatMap(column -> column.origin().fields().stream())
                .map(flow.fields()::indexOf)
                .toList();
        return new BinlogFeed(
                LogConnection.open(login, replica, reached),
                login,
                name(),
                table,
                new RowImages.Needs(flow.fields(), key),
                reached);
    }

    @Override
    public OptionalLong kept() {
        return OptionalLong.empty();
    }

    @Override
    public void end() {
        // The server keeps its log as long as it was told to, whoever reads it.
    }
}
