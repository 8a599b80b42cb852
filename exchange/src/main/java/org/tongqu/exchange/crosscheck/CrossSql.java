package org.tongqu.exchange.crosscheck;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.tongqu.engines.comparisons.ComparisonJob;
import org.tongqu.engines.comparisons.ComparisonJob.Pair;
import org.tongqu.engines.comparisons.Condition;
import org.tongqu.engines.comparisons.Condition.Test;
import org.tongqu.engines.comparisons.Side;
import org.tongqu.engines.exchanges.Flow;
import org.tongqu.exchange.SqlName;
import org.tongqu.exchange.crosscheck.Reading.Value;

/**
 * The statement of a comparison. Names come from declarations and stand in quotes; values are bound, in the order in which
 * they stand in it.
 */
final class CrossSql {

    /** The temporary table of the keys to look at, with the columns {@code k0}, {@code k1}, … */
    static final String TOUCHED = "tongqu_touched";

    private final ComparisonJob job;
    private final Flow about;
    private final Flow against;
    private final Reach reach;
    private final Set<Pair> alike;
    private final KeyRange range;
    private final List<Value> values = new ArrayList<>();

    private static final KeyRange EVERYTHING = new KeyRange(Optional.empty(), Optional.empty());

    /** Which keys are looked at. */
    enum Reach {
        ALL,
        TOUCHED
    }

    /** @param alike pairs whose columns are of one type, so that most rows are done with before they become texts */
    CrossSql(ComparisonJob job, Flow about, Flow against, Reach reach, Set<Pair> alike) {
        this.job = job;
        this.about = about;
        this.against = against;
        this.reach = reach;
        this.alike = Set.copyOf(alike);
        this.range = EVERYTHING;
    }

    private CrossSql(CrossSql all, KeyRange range) {
        this.job = all.job;
        this.about = all.about;
        this.against = all.against;
        this.reach = Reach.ALL;
        this.alike = all.alike;
        this.range = range;
    }

    /** The same of some of the rows only. */
    CrossSql within(KeyRange some) {
        return new CrossSql(this, some);
    }

    /** A statement and what is bound to it. */
    record Statement(String sql, List<Value> values) {}

    Telling telling() {
        return new Telling(job, about, aboutColumns(), againstColumns());
    }

    /** The columns of the answer: key, row, what the one side shows, what the other shows. */
    List<String> aboutColumns() {
        Set<String> names = new LinkedHashSet<>(job.about().shown());
        names.add(job.answer().item());
        job.pairs().forEach(pair -> names.add(pair.about()));
        job.traits().forEach(trait -> names.add(trait.about()));
        return List.copyOf(names);
    }

    List<String> againstColumns() {
        Set<String> names = new LinkedHashSet<>(job.other().shown());
        job.answer().from().ifPresent(names::add);
        job.pairs().forEach(pair -> names.add(pair.against()));
        job.traits().forEach(trait -> names.add(trait.against()));
        return List.copyOf(names);
    }

    /** All rows of the side that it is about: key, row, what is shown. */
    Statement listOfAbout() {
        return listed(job.about(), about, aboutColumns());
    }

    /** All rows of the other side. */
    Statement listOfAgainst() {
        return listed(job.other(), against, againstColumns());
    }

    private Statement listed(Side side, Flow flow, List<String> shown) {
        values.clear();
        var columns = Stream.of(side.key(), flow.target().key(), shown)
                .flatMap(List::stream)
                .map(name -> "COALESCE(a." + SqlName.column(name) + "::text, '')")
                .collect(Collectors.joining(", "));
        var order = Stream.concat(side.key().stream(), flow.target().key().stream())
                .distinct()
                .map(name -> "a." + SqlName.column(name))
                .collect(Collectors.joining(", "));
        // In an order, since what is drawn at random is drawn by places in the list.
        return new Statement(
                "SELECT " + columns + " FROM " + side(side, flow, shown) + " AS a ORDER BY " + order,
                List.copyOf(values));
    }

    /** How many rows {@link #listOfAbout} or {@link #listOfAgainst} has. */
    Statement countOf(Which which) {
        values.clear();
        var shown = which == Which.ABOUT ? aboutColumns() : againstColumns();
        return new Statement(
                "SELECT count(*) FROM " + side(side(which), flow(which), shown) + " AS a", List.copyOf(values));
    }

    /** Which of the two sides. */
    enum Which {
        ABOUT,
        AGAINST
    }

    private Side side(Which which) {
        return which == Which.ABOUT ? job.about() : job.other();
    }

    private Flow flow(Which which) {
        return which == Which.ABOUT ? about : against;
    }

    /**
     * The rows of one side, to be laid beside the other elsewhere: what is compared, then what {@link Telling} reads of it.
     *
     * @param compared expressions of the alias {@code a}
     */
    Statement partOf(Which which, List<String> compared) {
        values.clear();
        var side = side(which);
        var flow = flow(which);
        var shown = which == Which.ABOUT ? aboutColumns() : againstColumns();
        var told = which == Which.ABOUT
                ? Stream.of(side.key(), flow.target().key(), shown).flatMap(List::stream)
                : Stream.concat(hasAbout() ? Stream.of() : side.key().stream(), shown.stream());
        var columns = Stream.concat(compared.stream(), told.map(name -> "a." + SqlName.column(name) + "::text"))
                .collect(Collectors.joining(", "));
        return new Statement("SELECT " + columns + " FROM " + side(side, flow, shown) + " AS a", List.copyOf(values));
    }

    private boolean hasAbout() {
        return telling().hasAbout();
    }

    private boolean hasAgainst() {
        return telling().hasAgainst();
    }

    Statement statement() {
        if (job.isByRegister()) {
            // Every row: the register says elsewhere which of them agree.
            var rows = "SELECT " + selected() + " FROM " + side(job.about(), about, aboutColumns()) + " AS a";
            return new Statement(rows, List.copyOf(values));
        }
        var sql = switch (job.finds()) {
            case BOTH -> joined("");
            case DIFFER ->
                joined(job.pairs().stream().map(this::differ).collect(Collectors.joining(" OR ", " AND (", ")")));
            case ONLY ->
                "SELECT " + selected() + " FROM " + side(job.about(), about, aboutColumns()) + " AS a" + without("b");
            case MISSING ->
                "SELECT " + selected() + " FROM " + side(job.other(), against, againstColumns()) + " AS b"
                        + without("a");
            case REPEATED -> repeated();
        };
        return new Statement(sql, List.copyOf(values));
    }

    /** Nothing and an empty text are the same. */
    private String differ(Pair pair) {
        var one = "a." + SqlName.column(pair.about());
        var other = "b." + SqlName.column(pair.against());
        var asTexts = "NULLIF(" + one + "::text, '') IS DISTINCT FROM NULLIF(" + other + "::text, '')";
        return alike.contains(pair) ? one + " IS DISTINCT FROM " + other + " AND " + asTexts : asTexts;
    }

    private String joined(String more) {
        return "SELECT " + selected() + " FROM " + side(job.about(), about, aboutColumns()) + " AS a JOIN "
                + side(job.other(), against, againstColumns()) + " AS b ON " + sameKey() + more;
    }

    private String without(String absent) {
        var side = absent.equals("a") ? job.about() : job.other();
        var flow = absent.equals("a") ? about : against;
        return " WHERE NOT EXISTS (SELECT 1 FROM " + known(side, flow) + " AS " + absent + " WHERE " + sameKey() + ")";
    }

    private String repeated() {
        var columns = new LinkedHashSet<>(job.about().key());
        columns.addAll(about.target().key());
        columns.addAll(aboutColumns());
        columns.addAll(againstColumns());
        var rows = "SELECT " + SqlName.columns(List.copyOf(columns)) + ", row_number() OVER (PARTITION BY "
                + SqlName.columns(job.about().key()) + " ORDER BY "
                + SqlName.columns(about.target().key())
                + ") AS tongqu_turn FROM " + SqlName.table(about.target().table()) + where(job.about(), true);
        return "WITH r AS MATERIALIZED (" + rows + ") SELECT " + selected() + " FROM r AS a JOIN r AS b ON " + sameKey()
                + " AND b.tongqu_turn = 1 WHERE a.tongqu_turn = 2";
    }

    private String sameKey() {
        return IntStream.range(0, job.about().key().size())
                .mapToObj(i -> "a." + SqlName.column(job.about().key().get(i)) + " = b."
                        + SqlName.column(job.other().key().get(i)))
                .collect(Collectors.joining(" AND "));
    }

    private String selected() {
        return String.join(", ", selection());
    }

    private List<String> selection() {
        List<String> columns = new ArrayList<>();
        var keyed = hasAbout() ? job.about() : job.other();
        var alias = hasAbout() ? "a." : "b.";
        keyed.key().forEach(name -> columns.add(alias + SqlName.column(name) + "::text"));
        if (hasAbout()) {
            about.target().key().forEach(name -> columns.add("a." + SqlName.column(name) + "::text"));
            aboutColumns().forEach(name -> columns.add("a." + SqlName.column(name) + "::text"));
        }
        if (hasAgainst()) {
            againstColumns().forEach(name -> columns.add("b." + SqlName.column(name) + "::text"));
        }
        return columns;
    }

    /** The keys that a side knows, as often as it has them where that is all the same. */
    private String known(Side side, Flow flow) {
        return side.latest().isPresent()
                ? side(side, flow, List.of())
                : "(SELECT " + SqlName.columns(side.key()) + " FROM "
                        + SqlName.table(flow.target().table()) + where(side, true) + ")";
    }

    /** The rows of a side, one for each key. */
    private String side(Side side, Flow flow, List<String> shown) {
        var table = SqlName.table(flow.target().table());
        if (Set.copyOf(side.key()).equals(Set.copyOf(flow.target().key()))) {
            return "(SELECT " + columns(side, flow, shown) + " FROM " + table + where(side, true) + ")";
        }
        var order = SqlName.columns(side.key())
                + side.latest()
                        .map(name -> ", " + SqlName.column(name) + " DESC NULLS LAST")
                        .orElse("")
                + flow.target().key().stream()
                        .map(name -> ", " + SqlName.column(name) + " DESC")
                        .collect(Collectors.joining());
        var first = "SELECT DISTINCT ON (" + SqlName.columns(side.key()) + ") " + columns(side, flow, shown) + " FROM "
                + table + where(side, side.latest().isEmpty()) + " ORDER BY " + order;
        return side.latest().isEmpty()
                ? "(" + first + ")"
                : "(SELECT * FROM (" + first + ") AS latest" + conditions(side, " WHERE ") + ")";
    }

    private static String columns(Side side, Flow flow, List<String> shown) {
        Set<String> names = new LinkedHashSet<>(side.key());
        names.addAll(flow.target().key());
        names.addAll(shown);
        side.where().forEach(condition -> names.add(condition.column()));
        return SqlName.columns(List.copyOf(names));
    }

    private String where(Side side, boolean isConditioned) {
        var limits = reach == Reach.ALL
                ? ranged(SqlName.column(side.key().getFirst()))
                : " WHERE (" + SqlName.columns(side.key()) + ") IN (SELECT "
                        + touchedColumns(side.key().size()) + " FROM " + TOUCHED + ")";
        return isConditioned ? limits + conditions(side, limits.isEmpty() ? " WHERE " : " AND ") : limits;
    }

    private String ranged(String column) {
        var from = range.from().map(least -> column + " >= " + bound(new Value.AsColumn(least)));
        var below = range.below().map(most -> column + " < " + bound(new Value.AsColumn(most)));
        if (from.isPresent() && below.isPresent()) {
            return " WHERE " + from.get() + " AND " + below.get();
        }
        return from.map(last -> " WHERE (" + last + " OR " + column + " IS NULL)")
                .or(() -> below.map(first -> " WHERE " + first))
                .orElse("");
    }

    static String touchedColumns(int count) {
        return IntStream.range(0, count).mapToObj(i -> "k" + i).collect(Collectors.joining(", "));
    }

    private String conditions(Side side, String begin) {
        return side.where().isEmpty()
                ? ""
                : side.where().stream().map(this::condition).collect(Collectors.joining(" AND ", begin, ""));
    }

    private String condition(Condition condition) {
        var text = SqlName.column(condition.column()) + "::text";
        return switch (condition.test()) {
            case Test.OneOf(var some) -> text + " = ANY (" + bound(some) + ")";
            case Test.NoneOf(var some) -> "COALESCE(" + text + ", '') <> ALL (" + bound(some) + ")";
            case Test.Above(var limit) -> number(text) + " > " + bound(limit);
            case Test.Below(var limit) -> number(text) + " < " + bound(limit);
            case Test.Filled() -> text + " <> ''";
            case Test.Empty() -> "COALESCE(" + text + ", '') = ''";
        };
    }

    /** A text that is no number is neither above nor below anything. */
    private static String number(String text) {
        return "CASE WHEN " + text + " ~ '^-?[0-9]+([.][0-9]+)?$' THEN (" + text + ")::numeric END";
    }

    private String bound(List<String> some) {
        return bound(new Value.Texts(some));
    }

    private String bound(BigDecimal limit) {
        return bound(new Value.Number(limit));
    }

    private String bound(Value value) {
        values.add(value);
        return "?";
    }
}
