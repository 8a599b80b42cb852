package org.tongqu.platform.matter.studio.internal;

import static org.tongqu.platform.operate.store.Columns.column;
import static org.tongqu.platform.operate.store.Columns.instant;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.tongqu.engines.cases.whatif.Foreseen;
import org.tongqu.engines.cases.whatif.Unknown;
import org.tongqu.platform.matter.studio.ForeseenCase;
import org.tongqu.platform.matter.studio.View;

/** What would have become of each case of a rehearsal. */
@Repository
public class ForeseenStore {

    private final JdbcClient jdbc;

    ForeseenStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Which lines a view shows; each has an index of its own. */
    static String lines(View view) {
        return switch (view) {
            case OTHERWISE -> "kind = 'ends-otherwise'";
            case LATER -> "NOT is_open AND days > 0";
            case SOONER -> "NOT is_open AND days < 0";
            case OTHER ->
                "NOT is_open AND days = 0"
                        + " AND kind IN ('goes-another-way', 'ruled-otherwise', 'timeliness', 'another-day')";
            case UNKNOWN -> "NOT is_open AND kind = 'unknown'";
            case OPEN -> "is_open AND kind <> 'goes-on'";
        };
    }

    /** Adds the lines of one lot. */
    public void add(long rehearsal, List<Numbered> lot) {
        jdbc.sql("""
                        INSERT INTO studio.foreseen
                        SELECT :id, * FROM unnest(:number::integer[], :case::uuid[], :receipt::text[],
                            :organisation::text[], :opened::timestamptz[], :version::text[], :open::boolean[],
                            :kind::text[], :days::integer[], :took::integer[], :then::text[], :now::text[],
                            :stood::text[], :stands::text[], :out::text[], :in::text[], :why::text[], :step::text[],
                            :what::text[])""")
                .param("id", rehearsal)
                .param("number", column(lot, one -> String.valueOf(one.number())))
                .param("case", column(lot, one -> one.line().caseId()))
                .param("receipt", column(lot, one -> one.line().receipt()))
                .param("organisation", column(lot, one -> one.line().organisation()))
                .param("opened", column(lot, one -> one.line().openedAt().toString()))
                .param("version", column(lot, one -> one.line().packVersion()))
                .param("open", column(lot, one -> String.valueOf(one.foreseen().isOfOpenCase())))
                .param("kind", column(lot, one -> one.foreseen().kind().key()))
                .param("days", column(lot, one -> String.valueOf(one.foreseen().workingDays())))
                .param("took", column(lot, Numbered::saidTook))
                .param("then", column(lot, one -> one.course().then()))
                .param("now", column(lot, one -> one.course().now()))
                .param("stood", column(lot, one -> one.course().stood()))
                .param("stands", column(lot, one -> one.course().stands()))
                .param("out", column(lot, one -> one.course().out()))
                .param("in", column(lot, one -> one.course().in()))
                .param(
                        "why",
                        column(lot, one -> one.unknown(unknown -> unknown.why().key())))
                .param("step", column(lot, one -> one.unknown(Unknown::nodeId)))
                .param("what", column(lot, one -> one.unknown(Unknown::what)))
                .update();
        var clocks = lot.stream()
                .flatMap(one -> one.foreseen().clocks().stream().map(clock -> new OfCase(one.number(), clock)))
                .toList();
        if (!clocks.isEmpty()) {
            addClocks(rehearsal, clocks);
        }
    }

    private record OfCase(int number, Foreseen.ClockChange change) {}

    private void addClocks(long rehearsal, List<OfCase> clocks) {
        jdbc.sql("""
                        INSERT INTO studio.clock_change
                        SELECT :id, * FROM unnest(:number::integer[], :clock::text[], :dueThen::timestamptz[],
                            :lateThen::boolean[], :dueNow::timestamptz[], :lateNow::boolean[])""")
                .param("id", rehearsal)
                .param("number", column(clocks, one -> String.valueOf(one.number())))
                .param("clock", column(clocks, one -> one.change().clock()))
                .param("dueThen", column(clocks, one -> said(one.change().dueThen())))
                .param(
                        "lateThen",
                        column(clocks, one -> String.valueOf(one.change().lateThen())))
                .param("dueNow", column(clocks, one -> said(one.change().dueNow())))
                .param(
                        "lateNow",
                        column(clocks, one -> String.valueOf(one.change().lateNow())))
                .update();
    }

    private static @Nullable String said(Optional<Instant> at) {
        return at.map(Instant::toString).orElse(null);
    }

    /** The next lines of a view behind the one with this number, each with its clocks. */
    public List<ForeseenCase> page(long rehearsal, View view, long behind, int limit) {
        var lines = jdbc.sql("SELECT * FROM studio.foreseen WHERE rehearsal = ? AND number > ? AND " + lines(view)
                        + " ORDER BY number LIMIT ?")
                .params(rehearsal, behind, limit)
                .query((row, number) -> line(row))
                .list();
        if (lines.isEmpty()) {
            return lines;
        }
        var clocks = clocks(rehearsal, lines);
        return lines.stream()
                .map(line -> line.with(clocks.getOrDefault(line.number(), List.of())))
                .toList();
    }

    private Map<Integer, List<ForeseenCase.ClockChange>> clocks(long rehearsal, List<ForeseenCase> lines) {
        var clocks = new HashMap<Integer, List<ForeseenCase.ClockChange>>();
        jdbc.sql("""
                        SELECT * FROM studio.clock_change WHERE rehearsal = ? AND number = ANY (CAST(? AS integer[]))
                         ORDER BY number, clock""")
                .params(rehearsal, column(lines, line -> String.valueOf(line.number())))
                .query(row -> {
                    clocks.computeIfAbsent(row.getInt("number"), none -> new ArrayList<>())
                            .add(new ForeseenCase.ClockChange(
                                    row.getString("clock"),
                                    moment(row, "due_then"),
                                    row.getBoolean("late_then"),
                                    moment(row, "due_now"),
                                    row.getBoolean("late_now")));
                });
        return clocks;
    }

    private static ForeseenCase line(ResultSet row) throws SQLException {
        var why = new ForeseenCase.Why(row.getString("why"), row.getString("why_step"), row.getString("why_what"));
        var took = row.getObject("took", Integer.class);
        return new ForeseenCase(
                row.getInt("number"),
                new ForeseenCase.Known(
                        row.getString("case_id"),
                        row.getString("receipt"),
                        row.getString("organisation"),
                        instant(row, "opened_at"),
                        row.getString("pack_version"),
                        row.getBoolean("is_open"),
                        false),
                row.getString("kind"),
                row.getInt("days"),
                took == null ? OptionalInt.empty() : OptionalInt.of(took),
                course(row, "result_then", "standing_then", "steps_out"),
                course(row, "result_now", "standing_now", "steps_in"),
                Optional.of(why).filter(known -> !known.key().isEmpty()),
                List.of());
    }

    private static ForeseenCase.Course course(ResultSet row, String result, String standing, String steps)
            throws SQLException {
        return new ForeseenCase.Course(
                row.getString(result), words(row.getString(standing)), words(row.getString(steps)));
    }

    private static List<String> words(String text) {
        return text.isEmpty() ? List.of() : List.of(text.split(" "));
    }

    private static Optional<Instant> moment(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }
}
