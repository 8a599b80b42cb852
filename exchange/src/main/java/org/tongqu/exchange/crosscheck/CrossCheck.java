package org.tongqu.exchange.crosscheck;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.postgresql.PGConnection;
import org.tongqu.engines.comparisons.ComparisonJob;
import org.tongqu.engines.comparisons.ComparisonJob.Pair;
import org.tongqu.engines.comparisons.Side;
import org.tongqu.engines.exchanges.Flow;
import org.tongqu.exchange.Login;
import org.tongqu.exchange.SqlName;

/** Compares what two flows delivered into one database, inside of it. */
public final class CrossCheck {

    private static final String FOUND = "tongqu_found";
    private static final int FETCHED = 2000;
    private static final long TRANSACTIONS = 0xffff_ffffL;

    private final ComparisonJob job;
    private final Flow about;
    private final Flow against;
    private final Login target;

    public CrossCheck(ComparisonJob job, Flow about, Flow against, Login target) {
        this.job = job;
        this.about = about;
        this.against = against;
        this.target = target;
    }

    /** Looks at everything. */
    public Checked all(Consumer<Found> found) throws SQLException {
        try (var connection = open()) {
            var moment = moment(connection);
            var count = find(connection, CrossSql.Reach.ALL, found);
            connection.commit();
            return new Checked(moment, count, OptionalLong.empty());
        }
    }

    /**
     * Looks at the keys of rows that were written since, and at those that are named.
     *
     * @param since of {@link Checked#moment}
     * @param open keys to be looked at whether they were written or not
     */
    public Checked changed(String since, Collection<List<String>> open, Consumer<Found> found) throws SQLException {
        try (var connection = open()) {
            var moment = moment(connection);
            var touched = touch(connection, since, open);
            var count = find(connection, CrossSql.Reach.TOUCHED, found);
            connection.commit();
            return new Checked(moment, count, OptionalLong.of(touched));
        }
    }

    /** How many rows of the side that it is about are laid beside the other. */
    public long rows() throws SQLException {
        var asked = new CrossSql(job, about, against, CrossSql.Reach.ALL, Set.of()).countOf(CrossSql.Which.ABOUT);
        try (var connection = open();
                var statement = connection.prepareStatement(asked.sql())) {
            Reading.bind(connection, statement, asked.values());
            try (var row = statement.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    /** All rows of both sides, for a comparison by evidence; nothing when one side has more than that. */
    public Optional<RowLists> lists(int most) throws SQLException {
        try (var connection = open()) {
            var moment = moment(connection);
            var sql = new CrossSql(job, about, against, CrossSql.Reach.ALL, Set.of());
            var own = list(
                    connection,
                    sql.listOfAbout(),
                    new RowList(
                            job.about().key().size(),
                            about.target().key().size(),
                            sql.aboutColumns(),
                            new ArrayList<>()),
                    most);
            var other = list(
                    connection,
                    sql.listOfAgainst(),
                    new RowList(
                            job.other().key().size(),
                            against.target().key().size(),
                            sql.againstColumns(),
                            new ArrayList<>()),
                    most);
            connection.commit();
            return own.size() > most || other.size() > most
                    ? Optional.empty()
                    : Optional.of(new RowLists(own, other, moment));
        }
    }

    private static RowList list(Connection connection, CrossSql.Statement asked, RowList into, int most)
            throws SQLException {
        var width = into.width() + into.row() + into.names().size();
        // Sexes, days and surnames come again and again; one text each is enough.
        Map<String, String> texts = new HashMap<>();
        try (var statement = connection.prepareStatement(asked.sql() + " LIMIT " + (most + 1))) {
            statement.setFetchSize(FETCHED);
            Reading.bind(connection, statement, asked.values());
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    var row = new String[width];
                    for (int i = 0; i < width; i++) {
                        row[i] = texts.computeIfAbsent(rows.getString(i + 1), text -> text);
                    }
                    into.rows().add(row);
                }
            }
        }
        return into;
    }

    private Connection open() throws SQLException {
        var connection = target.open();
        try {
            connection.setAutoCommit(false);
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            try (var statement = connection.createStatement()) {
                // One statement over all rows: hash tables in batches that fit the processor's cache, and no compiling.
                statement.execute("SET LOCAL work_mem = '4MB'");
                statement.execute("SET LOCAL jit = off");
                statement.execute("SET LOCAL max_parallel_workers_per_gather = 2");
                // Few rows come out of a join of many: what workers hand over costs next to nothing.
                statement.execute("SET LOCAL parallel_setup_cost = 0");
                statement.execute("SET LOCAL parallel_tuple_cost = 0");
            }
            return connection;
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    /** The oldest transaction whose rows this snapshot may not see. */
    private static String moment(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery("SELECT pg_snapshot_xmin(pg_current_snapshot())::text")) {
            row.next();
            return row.getString(1);
        }
    }

    private long touch(Connection connection, String since, Collection<List<String>> open) throws SQLException {
        var width = job.about().key().size();
        var sql = "CREATE TEMPORARY TABLE " + CrossSql.TOUCHED + " ON COMMIT DROP AS " + written(job.about(), about)
                + (job.against().isEmpty() ? "" : " UNION " + written(job.other(), against));
        try (var statement = connection.createStatement()) {
            statement.execute("SET LOCAL tongqu.since = '" + (Long.parseLong(since) & TRANSACTIONS) + "'");
            statement.execute(sql);
            if (!open.isEmpty()) {
                var csv = open.stream()
                        .map(CrossCheck::line)
                        .collect(Collectors.joining())
                        .getBytes(UTF_8);
                connection
                        .unwrap(PGConnection.class)
                        .getCopyAPI()
                        .copyIn(
                                "COPY " + CrossSql.TOUCHED + " (" + CrossSql.touchedColumns(width)
                                        + ") FROM STDIN (FORMAT csv)",
                                new ByteArrayInputStream(csv));
            }
            statement.execute("ANALYZE " + CrossSql.TOUCHED);
            try (var row = statement.executeQuery("SELECT count(*) FROM (SELECT DISTINCT "
                    + CrossSql.touchedColumns(width) + " FROM " + CrossSql.TOUCHED + ") AS looked")) {
                row.next();
                return row.getLong(1);
            }
        } catch (IOException e) {
            throw new SQLException("The keys could not be sent", e);
        }
    }

    private static String line(List<String> key) {
        return key.stream()
                .map(part -> '"' + part.replace("\"", "\"\"") + '"')
                .collect(Collectors.joining(",", "", "\n"));
    }

    private static String written(Side side, Flow flow) {
        var columns = IntStream.range(0, side.key().size())
                .mapToObj(i -> SqlName.column(side.key().get(i)) + " AS k" + i)
                .collect(Collectors.joining(", "));
        return "SELECT " + columns + " FROM " + SqlName.table(flow.target().table())
                + " WHERE age(xmin) <= age(current_setting('tongqu.since')::xid)";
    }

    private long find(Connection connection, CrossSql.Reach reach, Consumer<Found> found) throws SQLException {
        var sql = new CrossSql(job, about, against, reach, alike(connection));
        var asked = sql.statement();
        var telling = sql.telling();
        // Of a statement whose rows are fetched in parts the server lets no worker help; of one that fills a table it
        // does.
        try (var statement = connection.prepareStatement("CREATE TEMPORARY TABLE " + FOUND + " ("
                + columns(telling.width()) + ") ON COMMIT DROP AS " + asked.sql())) {
            Reading.bind(connection, statement, asked.values());
            statement.execute();
        }
        var count = 0L;
        try (var statement = connection.prepareStatement("SELECT * FROM " + FOUND)) {
            statement.setFetchSize(FETCHED);
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    var row = new String[telling.width()];
                    for (int i = 0; i < row.length; i++) {
                        row[i] = rows.getString(i + 1);
                    }
                    found.accept(telling.found(i -> row[i]));
                    count++;
                }
            }
        }
        return count;
    }

    private static String columns(int count) {
        return IntStream.range(0, count).mapToObj(i -> "c" + i).collect(Collectors.joining(", "));
    }

    private Set<Pair> alike(Connection connection) throws SQLException {
        Set<Pair> alike = new HashSet<>();
        try (var statement = connection.prepareStatement("""
                SELECT 1 FROM pg_attribute AS one JOIN pg_attribute AS other ON one.atttypid = other.atttypid
                WHERE one.attrelid = to_regclass(?) AND one.attname = ?
                    AND other.attrelid = to_regclass(?) AND other.attname = ?""")) {
            for (var pair : job.pairs()) {
                statement.setString(1, SqlName.table(about.target().table()));
                statement.setString(2, pair.about());
                statement.setString(3, SqlName.table(against.target().table()));
                statement.setString(4, pair.against());
                try (var row = statement.executeQuery()) {
                    if (row.next()) {
                        alike.add(pair);
                    }
                }
            }
        }
        return alike;
    }
}
