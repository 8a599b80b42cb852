package org.tongqu.exchange.feed;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.OptionalLong;
import org.tongqu.engines.exchanges.Column;
import org.tongqu.engines.exchanges.Flow;
import org.tongqu.exchange.Login;
import org.tongqu.exchange.source.PostgresSource;
import org.tongqu.exchange.source.PostgresTable;
import org.tongqu.kernel.Outcome;

/** A table of PostgreSQL, followed by a replication slot of its own. */
public final class PostgresFeedSource implements FeedSource {

    private final Flow flow;
    private final Login login;
    private final Slot slot;

    public PostgresFeedSource(Flow flow, Login source, Login target) {
        this.flow = flow;
        this.login = source;
        this.slot = Slot.of(flow.id(), flow.source().table(), target);
    }

    @Override
    public Optional<FeedRefusal> findRefusal() throws SQLException {
        try (var source = login.open()) {
            var table = PostgresTable.read(source, flow.source().table());
            var refusal = Slot.findRefusal(source).or(() -> findUnknown(table));
            return refusal.isPresent() ? refusal : findUnnamed(source);
        }
    }

    private Optional<FeedRefusal> findUnknown(PostgresTable table) {
        var unknown = flow.fields().stream()
                .filter(name ->
                        table.find(name).flatMap(PostgresTable.Attribute::type).isEmpty())
                .toList();
        return unknown.isEmpty()
                ? Optional.empty()
                : Optional.of(new FeedRefusal.TableChanged(flow.source().table(), unknown));
    }

    /** The log tells of a row that goes only what the table's replica identity has. */
    private Optional<FeedRefusal> findUnnamed(Connection source) throws SQLException {
        var told = ReplicaIdentity.read(source, flow.source().table());
        var needed = flow.columns().stream()
                .filter(column -> flow.target().key().contains(column.name()))
                .map(Column::origin)
                .flatMap(origin -> origin.fields().stream())
                .filter(name -> !told.names(name))
                .distinct()
                .toList();
        return needed.isEmpty()
                ? Optional.empty()
                : Optional.of(new FeedRefusal.RowsNotNamed(flow.source().table(), needed));
    }

    @Override
    public Outcome<String, FeedRefusal> begin() throws SQLException {
        try (var source = login.open()) {
            slot.make(source);
        }
        return Outcome.done("0");
    }

    @Override
    public Optional<FeedRefusal> findGone(String place) throws SQLException {
        try (var source = login.open()) {
            return slot.findGone(source);
        }
    }

    /** The connections are the feed's, and closed with it. */
    @Override
    public Feed open(String place) throws SQLException {
        var source = login.open();
        Connection feed = null;
        try {
            feed = Slot.connect(login);
            var table = PostgresTable.read(source, flow.source().table());
            var fields = PostgresSource.of(flow, login).fields();
            var rows = new FeedRows(flow, fields, new FeedRows.StoredRow(flow, fields, table));
            var begun = Long.parseLong(place);
            return new PostgresFeed(slot.open(feed, begun), new PostgresFeed.Opened(feed, source), rows, begun);
        } catch (SQLException e) {
            source.close();
            if (feed != null) {
                feed.close();
            }
            throw e;
        }
    }

    @Override
    public OptionalLong kept() throws SQLException {
        try (var source = login.open()) {
            return slot.kept(source);
        }
    }

    @Override
    public void end() throws SQLException {
        try (var source = login.open()) {
            slot.drop(source);
        }
    }
}
