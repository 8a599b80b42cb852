package org.tongqu.exchange.table;

import java.sql.SQLException;
import java.util.Locale;
import org.tongqu.engines.exchanges.Connector;
import org.tongqu.engines.exchanges.Flow;
import org.tongqu.exchange.Login;
import org.tongqu.exchange.binlog.BinlogSource;
import org.tongqu.exchange.feed.FeedRefusal;
import org.tongqu.exchange.feed.FeedSource;
import org.tongqu.exchange.feed.PostgresFeedSource;
import org.tongqu.exchange.source.MissingDriver;
import org.tongqu.exchange.source.SourceTable;
import org.tongqu.exchange.source.Sources;
import org.tongqu.kernel.Outcome;

/**
 * A source that is filled from and followed.
 *
 * @param table as it is read whole
 * @param feed as it tells its changes
 */
record FeedSources(SourceTable table, FeedSource feed) {

    /** By the connector the flow names. */
    static Outcome<FeedSources, FeedRefusal> of(Flow flow, Login source, Login target) throws SQLException {
        var connector = flow.source().connector();
        if (connector != Connector.POSTGRESQL && connector != Connector.MARIADB) {
            return Outcome.refused(new FeedRefusal.NoFeed(connector.name().toLowerCase(Locale.ROOT)));
        }
        return switch (Sources.open(flow, source)) {
            case Outcome.Refused<SourceTable, MissingDriver>(var missing) ->
                Outcome.refused(new FeedRefusal.NoDriver(missing));
            case Outcome.Done<SourceTable, ?>(var table) ->
                Outcome.done(new FeedSources(
                        table,
                        connector == Connector.POSTGRESQL
                                ? new PostgresFeedSource(flow, source, target)
                                : new BinlogSource(flow, source, target)));
        };
    }
}
