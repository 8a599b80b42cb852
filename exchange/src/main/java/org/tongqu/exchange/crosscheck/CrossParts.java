package org.tongqu.exchange.crosscheck;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tongqu.engines.comparisons.ComparisonJob;
import org.tongqu.engines.comparisons.ComparisonJob.Finds;
import org.tongqu.engines.comparisons.Side;
import org.tongqu.engines.exchanges.Flow;
import org.tongqu.exchange.SqlName;
import org.tongqu.exchange.crosscheck.CrossSql.Which;
import org.tongqu.kernel.Outcome;

/**
 * A comparison taken apart, so that several machines read some of the rows each and the two sides may stand in two databases.
 * Finds what {@link CrossCheck#all} finds. The connections belong to the caller; what they see is what is compared.
 */
public final class CrossParts {

    /** From so many rows on the places to cut at are looked up in a sample. */
    private static final int SAMPLED = 100_000;

    private final ComparisonJob job;
    private final Flow about;
    private final Flow against;
    private final CrossSql all;

    public CrossParts(ComparisonJob job, Flow about, Flow against) {
        this.job = job;
        this.about = about;
        this.against = against;
        this.all = new CrossSql(job, about, against, CrossSql.Reach.ALL, Set.of());
    }

    /** Columns whose values cannot be compared outside of one database. */
    public record Incomparable(String about, String against) {}

    /**
     * What is read of the two sides.
     *
     * @param against nothing when one delivery is looked at in itself
     */
    public record Readings(List<Reading> about, List<Reading> against, Laying laying) {

        public Readings {
            about = List.copyOf(about);
            against = List.copyOf(against);
        }
    }

    /** A comparison by identifier, each side read in so many parts at most. */
    public Outcome<Readings, Incomparable> byKey(Connection own, Connection other, int parts) throws SQLException {
        if (job.finds() == Finds.REPEATED) {
            var readings = ranges(own, about, job.about(), parts).stream()
                    .map(range ->
                            reading(all.within(range).statement(), all.telling().width()))
                    .toList();
            return Outcome.done(new Readings(readings, List.of(), laying()));
        }
        var ownKinds = ColumnKinds.of(own, about.target().table());
        var otherKinds = ColumnKinds.of(other, against.target().table());
        var objection = objection(ownKinds, otherKinds);
        if (objection.isPresent()) {
            return Outcome.refused(objection.get());
        }
        var ownCompared = Stream.concat(
                        job.about().key().stream().map(ownKinds::key),
                        job.pairs().stream().map(pair -> ownKinds.said(pair.about(), otherKinds, pair.against())))
                .toList();
        var otherCompared = Stream.concat(
                        job.other().key().stream().map(otherKinds::key),
                        job.pairs().stream().map(pair -> otherKinds.said(pair.against(), ownKinds, pair.about())))
                .toList();
        return Outcome.done(new Readings(
                parts(Which.ABOUT, ownCompared, ranges(own, about, job.about(), parts)),
                parts(Which.AGAINST, otherCompared, ranges(other, against, job.other(), parts)),
                laying()));
    }

    private Optional<Incomparable> objection(ColumnKinds own, ColumnKinds other) {
        var keys = IntStream.range(0, job.about().key().size())
                .mapToObj(i -> new Incomparable(
                        job.about().key().get(i), job.other().key().get(i)))
                .filter(pair -> !own.isComparable(pair.about(), other, pair.against()));
        var fields = job.pairs().stream()
                .map(pair -> new Incomparable(pair.about(), pair.against()))
                .filter(pair -> !own.isSaid(pair.about(), other, pair.against()));
        return Stream.concat(keys, fields).findFirst();
    }

    private Laying laying() {
        return new Laying(job.finds(), job.about().key().size(), job.pairs().size());
    }

    private List<Reading> parts(Which which, List<String> compared, List<KeyRange> ranges) {
        var told = which == Which.ABOUT
                ? job.about().key().size()
                        + about.target().key().size()
                        + all.aboutColumns().size()
                : (job.finds() == Finds.MISSING ? job.other().key().size() : 0)
                        + all.againstColumns().size();
        return ranges.stream()
                .map(range -> reading(all.within(range).partOf(which, compared), compared.size() + told))
                .toList();
    }

    /** Both sides of a comparison by evidence: rows as {@link RowList} has them, numbered in their order. */
    public record Numbered(List<Reading> about, long abouts, List<Reading> against, long againsts) {

        public Numbered {
            about = List.copyOf(about);
            against = List.copyOf(against);
        }
    }

    /** A comparison by evidence, each side read in so many parts at most. */
    public Numbered byEvidence(Connection own, Connection other, int parts) throws SQLException {
        List<Reading> abouts = new ArrayList<>();
        List<Reading> againsts = new ArrayList<>();
        var first = 0L;
        for (var range : ranges(own, about, job.about(), parts)) {
            var sql = all.within(range);
            abouts.add(reading(sql.listOfAbout(), width(job.about(), about, sql.aboutColumns()))
                    .beginningAt(first));
            first += count(own, sql.countOf(Which.ABOUT));
        }
        var second = 0L;
        for (var range : ranges(other, against, job.other(), parts)) {
            var sql = all.within(range);
            againsts.add(reading(sql.listOfAgainst(), width(job.other(), against, sql.againstColumns()))
                    .beginningAt(second));
            second += count(other, sql.countOf(Which.AGAINST));
        }
        return new Numbered(abouts, first, againsts, second);
    }

    /** An empty list of one side, to take rows of {@link #byEvidence} in. */
    public RowList listOfAbout() {
        return new RowList(
                job.about().key().size(), about.target().key().size(), all.aboutColumns(), new ArrayList<>());
    }

    public RowList listOfAgainst() {
        return new RowList(
                job.other().key().size(), against.target().key().size(), all.againstColumns(), new ArrayList<>());
    }

    /** What a row of the answer of {@link Laying} tells. */
    public Found found(@Nullable String[] row) {
        return all.telling().found(at -> row[at]);
    }

    private static int width(Side side, Flow flow, List<String> shown) {
        return side.key().size() + flow.target().key().size() + shown.size();
    }

    private static Reading reading(CrossSql.Statement statement, int columns) {
        return new Reading(statement.sql(), statement.values(), columns, 0);
    }

    private static long count(Connection connection, CrossSql.Statement asked) throws SQLException {
        try (var statement = connection.prepareStatement(asked.sql())) {
            Reading.bind(connection, statement, asked.values());
            try (var row = statement.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    private static List<KeyRange> ranges(Connection connection, Flow flow, Side side, int parts) throws SQLException {
        var table = SqlName.table(flow.target().table());
        var column = SqlName.column(side.key().getFirst());
        var shares = IntStream.range(1, parts)
                .mapToObj(i -> String.valueOf((double) i / parts))
                .toList();
        var cuts = "SELECT DISTINCT cut FROM unnest((SELECT percentile_disc(ARRAY[" + String.join(", ", shares)
                + "]::float8[]) WITHIN GROUP (ORDER BY " + column + ") FROM " + table + sample(connection, table)
                + ")) AS cut WHERE cut IS NOT NULL ORDER BY cut";
        List<String> found = new ArrayList<>();
        if (parts > 1) {
            try (var statement = connection.createStatement();
                    var rows = statement.executeQuery(
                            "SELECT cut::text AS said FROM (" + cuts + ") AS cuts ORDER BY cut")) {
                while (rows.next()) {
                    found.add(rows.getString(1));
                }
            }
        }
        return KeyRange.cutAt(found);
    }

    private static String sample(Connection connection, String table) throws SQLException {
        try (var statement = connection.prepareStatement("SELECT reltuples FROM pg_class WHERE oid = to_regclass(?)")) {
            statement.setString(1, table);
            try (var row = statement.executeQuery()) {
                var rows = row.next() ? row.getDouble(1) : 0;
                return rows > SAMPLED ? " TABLESAMPLE SYSTEM (" + 100.0 * SAMPLED / rows + ") REPEATABLE (1)" : "";
            }
        }
    }
}
