package org.tongqu.platform.matter.studio.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.tongqu.platform.matter.studio.Figures;
import org.tongqu.platform.matter.studio.View;

/** Counts the lines of a rehearsal, by the very conditions its views are read by. */
@Repository
public class FiguresStore {

    /** Where each shift begins; the first has no beginning. */
    private static final int[] FROM = {-10, -5, -2, 0, 1, 3, 6, 11};

    /** Ended, and somebody can tell. */
    private static final String TOLD = "NOT is_open AND kind <> 'unknown'";

    private static final String COUNTS = """
            SELECT count(*) AS every, count(*) FILTER (WHERE kind = 'same') AS same,
                   count(*) FILTER (WHERE is_open) AS open, count(*) FILTER (WHERE kind = 'goes-on') AS untouched,
                   %s,
                   coalesce(sum(days) FILTER (WHERE %s), 0) AS later_days,
                   coalesce(max(days) FILTER (WHERE %s), 0) AS later_most,
                   coalesce(-sum(days) FILTER (WHERE %s), 0) AS sooner_days,
                   coalesce(-min(days) FILTER (WHERE %s), 0) AS sooner_most,
                   percentile_disc(0.5) WITHIN GROUP (ORDER BY took) FILTER (WHERE %s) AS then_half,
                   percentile_disc(0.9) WITHIN GROUP (ORDER BY took) FILTER (WHERE %s) AS then_most,
                   percentile_disc(0.5) WITHIN GROUP (ORDER BY took + days) FILTER (WHERE %s) AS now_half,
                   percentile_disc(0.9) WITHIN GROUP (ORDER BY took + days) FILTER (WHERE %s) AS now_most
              FROM studio.foreseen WHERE rehearsal = ?
            """.formatted(
            Arrays.stream(View.values())
                    .map(view -> "count(*) FILTER (WHERE " + ForeseenStore.lines(view) + ") AS view_" + view.code())
                    .collect(Collectors.joining(", ")),
            ForeseenStore.lines(View.LATER),
            ForeseenStore.lines(View.LATER),
            ForeseenStore.lines(View.SOONER),
            ForeseenStore.lines(View.SOONER),
            TOLD,
            TOLD,
            TOLD,
            TOLD);

    private final JdbcClient jdbc;

    FiguresStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Figures of(long rehearsal) {
        return jdbc.sql(COUNTS)
                .param(rehearsal)
                .query((row, number) -> figures(row, shifts(rehearsal), reasons(rehearsal)))
                .single();
    }

    private List<Figures.Shift> shifts(long rehearsal) {
        var counted = new int[FROM.length + 1];
        jdbc.sql("SELECT width_bucket(days, ?::integer[]) AS shift, count(*) AS cases FROM studio.foreseen"
                        + " WHERE rehearsal = ? AND " + TOLD + " GROUP BY 1")
                .params(Arrays.stream(FROM).mapToObj(String::valueOf).toArray(String[]::new), rehearsal)
                .query(row -> {
                    counted[row.getInt("shift")] = row.getInt("cases");
                });
        var shifts = new ArrayList<Figures.Shift>();
        for (int i = 0; i < counted.length; i++) {
            shifts.add(new Figures.Shift(
                    i == 0 ? Integer.MIN_VALUE : FROM[i - 1],
                    i == FROM.length ? Integer.MAX_VALUE : FROM[i] - 1,
                    counted[i]));
        }
        return shifts;
    }

    private List<Figures.Reason> reasons(long rehearsal) {
        return jdbc.sql("""
                        SELECT why, why_step, why_what, count(*) FILTER (WHERE NOT is_open) AS ended,
                               count(*) FILTER (WHERE is_open) AS open
                          FROM studio.foreseen WHERE rehearsal = ? AND why <> ''
                         GROUP BY why, why_step, why_what ORDER BY count(*) DESC, why, why_step, why_what""")
                .param(rehearsal)
                .query((row, number) -> new Figures.Reason(
                        row.getString("why"),
                        row.getString("why_step"),
                        row.getString("why_what"),
                        row.getInt("ended"),
                        row.getInt("open")))
                .list();
    }

    private static Figures figures(ResultSet row, List<Figures.Shift> shifts, List<Figures.Reason> reasons)
            throws SQLException {
        var views = new EnumMap<View, Integer>(View.class);
        for (var view : View.values()) {
            views.put(view, row.getInt("view_" + view.code()));
        }
        return new Figures(
                new Figures.Counts(
                        row.getInt("every"), row.getInt("same"), row.getInt("open"), row.getInt("untouched")),
                views,
                new Figures.Moved(
                        row.getLong("later_days"),
                        row.getInt("later_most"),
                        row.getLong("sooner_days"),
                        row.getInt("sooner_most")),
                new Figures.Durations(
                        new Figures.Spread(days(row, "then_half"), days(row, "then_most")),
                        new Figures.Spread(days(row, "now_half"), days(row, "now_most"))),
                shifts,
                reasons);
    }

    private static OptionalInt days(ResultSet row, String column) throws SQLException {
        var days = row.getObject(column, Integer.class);
        return days == null ? OptionalInt.empty() : OptionalInt.of(days);
    }
}
