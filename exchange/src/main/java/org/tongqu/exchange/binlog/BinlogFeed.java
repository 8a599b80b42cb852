package org.tongqu.exchange.binlog;

import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tongqu.exchange.Login;
import org.tongqu.exchange.feed.Feed;
import org.tongqu.exchange.feed.FeedRefusal;
import org.tongqu.exchange.feed.FeedRefusal.Way;
import org.tongqu.exchange.wire.Row;

/** The changes of one table out of the log of its server; transactions that did not touch it are not told. */
final class BinlogFeed implements Feed {

    private static final int FLAGS = 12;
    private static final int STANDS_ALONE = 1;

    private final LogConnection log;
    private final Login login;
    private final String name;
    private final RowImages.Needs needs;
    private final Progress reached;
    private LoggedTable table;
    private String mark;
    private @Nullable TableMap map;
    private @Nullable RowImages images;
    private @Nullable FeedRefusal refusal;
    private Instant begun = Instant.EPOCH;
    private boolean isInside;
    private boolean isTold;
    private boolean isChangeReady;

    /** @param login for another look into the dictionary when the table was altered */
    BinlogFeed(
            LogConnection log, Login login, String name, LoggedTable table, RowImages.Needs needs, Progress reached) {
        this.log = log;
        this.login = login;
        this.name = name;
        this.table = table;
        this.needs = needs;
        this.reached = reached;
        this.mark = table.mark(needs.fields());
    }

    @Override
    public Told next() throws SQLException {
        if (isChangeReady) {
            isChangeReady = false;
            return Told.CHANGED;
        }
        if (images != null && images.hasMore()) {
            return change(images);
        }
        try {
            var event = log.poll();
            return event == null ? Told.NOTHING : take(Unpacked.of(event));
        } catch (LogEnded ended) {
            var reason = ended.refusal(login.user(), reached.toString());
            if (reason.isEmpty()) {
                throw ended;
            }
            return stop(reason.get());
        }
    }

    private Told take(LogEvent event) throws SQLException {
        reached.see(event);
        return switch (event.type()) {
            case LogEvent.GTID -> {
                begin(event);
                isInside = (event.body()[FLAGS] & STANDS_ALONE) == 0;
                yield Told.OTHER;
            }
            case LogEvent.TABLE_MAP -> describe(TableMap.read(event.body(), table));
            case LogEvent.WRITE_ROWS, LogEvent.UPDATE_ROWS, LogEvent.DELETE_ROWS -> rows(event);
            case LogEvent.WRITE_ROWS_V2, LogEvent.UPDATE_ROWS_V2, LogEvent.DELETE_ROWS_V2 -> rows(event);
            case LogEvent.XID -> end();
            case LogEvent.XA_PREPARE -> isTold ? stop(new FeedRefusal.NotTold(name, Way.TWO_PHASES)) : end();
            case LogEvent.QUERY -> statement(event, LoggedStatement.read(event.body()));
            default -> Told.OTHER;
        };
    }

    private void begin(LogEvent event) {
        begun = Instant.ofEpochSecond(event.seconds());
        isInside = true;
        isTold = false;
    }

    private Told end() {
        reached.reach();
        var told = isTold;
        isTold = false;
        isInside = false;
        return told ? Told.COMMITTED : Told.OTHER;
    }

    private Told describe(TableMap found) {
        if (!table.isNamed(found.schema(), found.table())) {
            if (map != null && map.id() == found.id()) {
                map = null;
            }
            return Told.OTHER;
        }
        if (map != null && map.equals(found) && images != null) {
            return Told.OTHER;
        }
        var misfits = RowImages.misfits(found, table, needs.fields());
        if (!misfits.isEmpty()) {
            return stop(new FeedRefusal.TableChanged(name, misfits));
        }
        map = found;
        images = new RowImages(found, table, needs);
        return Told.OTHER;
    }

    private Told rows(LogEvent event) {
        if (map == null || images == null || RowImages.table(event) != map.id()) {
            return Told.OTHER;
        }
        images.begin(event);
        return images.hasMore() ? change(images) : Told.OTHER;
    }

    private Told change(RowImages from) {
        if (!from.next()) {
            return stop(new FeedRefusal.NotTold(name, Way.PARTLY));
        }
        if (isTold) {
            return Told.CHANGED;
        }
        isTold = true;
        isChangeReady = true;
        return Told.BEGUN;
    }

    private Told statement(LogEvent event, LoggedStatement said) throws SQLException {
        var kind = said.kind(table);
        switch (kind) {
            case BEGIN -> begin(event);
            case COMMIT -> {
                return end();
            }
            case ROLLBACK -> {
                return isTold ? stop(new FeedRefusal.NotTold(name, Way.ROLLED_BACK)) : end();
            }
            case OF_ROWS -> {
                return stop(new FeedRefusal.NotTold(name, Way.STATEMENT));
            }
            case EMPTIES -> {
                return stop(new FeedRefusal.Emptied(name));
            }
            case DESCRIBES -> {
                var refused = describedAnew();
                if (refused.isPresent()) {
                    return stop(refused.get());
                }
            }
            case OTHER -> {
                // of other tables
            }
        }
        return isInside ? Told.OTHER : end();
    }

    private Optional<FeedRefusal> describedAnew() throws SQLException {
        try (var connection = login.open()) {
            table = LoggedTable.read(connection, name);
        }
        map = null;
        images = null;
        mark = table.mark(needs.fields());
        var unknown = table.unknown(needs.fields());
        return unknown.isEmpty() ? Optional.empty() : Optional.of(new FeedRefusal.TableChanged(name, unknown));
    }

    private Told stop(FeedRefusal why) {
        refusal = why;
        return Told.STOPPED;
    }

    @Override
    public Instant committedAt() {
        return begun;
    }

    @Override
    public boolean isGone() {
        return of().isDelete();
    }

    @Override
    public Optional<Row> before() {
        return of().before();
    }

    @Override
    public Optional<Row> after() {
        return of().after();
    }

    private RowImages of() {
        if (images == null) {
            throw new IllegalStateException("Nothing changed");
        }
        return images;
    }

    @Override
    public String place() {
        return new Place(reached.toString(), mark).toString();
    }

    @Override
    public void kept() {
        // The server keeps its log as long as it was told to, whoever reads it.
    }

    @Override
    public void rest() {
        // As above.
    }

    @Override
    public FeedRefusal refusal() {
        if (refusal == null) {
            throw new IllegalStateException("The feed goes on");
        }
        return refusal;
    }

    @Override
    public void close() throws SQLException {
        log.close();
    }
}
