package org.tongqu.platform.data.statistics.internal;

import static org.tongqu.platform.operate.store.Columns.column;
import static org.tongqu.platform.operate.store.Columns.instant;
import static org.tongqu.platform.operate.store.Columns.time;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.tongqu.engines.statistics.Indicator;
import org.tongqu.platform.data.statistics.Dossier.Answer;

/** When figures are to be released, and why some stand although a check found something. */
@Repository
public class PlanStore {

    private final JdbcClient jdbc;

    PlanStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** An indicator in a period. */
    public record Key(String indicator, LocalDate period) {}

    /** The days that somebody planned. */
    public Map<Key, LocalDate> planned(Collection<Indicator> indicators, LocalDate since) {
        Map<Key, LocalDate> days = new HashMap<>();
        jdbc.sql("SELECT indicator, period, day FROM statistics.planned WHERE indicator = ANY (?) AND period >= ?")
                .params(column(indicators, Indicator::code), since)
                .query(row -> {
                    days.put(
                            new Key(row.getString("indicator"), row.getObject("period", LocalDate.class)),
                            row.getObject("day", LocalDate.class));
                });
        return days;
    }

    /** When something of them was first released. */
    public Map<Key, Instant> released(Collection<Indicator> indicators, LocalDate since) {
        Map<Key, Instant> moments = new HashMap<>();
        jdbc.sql("""
                        SELECT indicator, period, min(released_at) AS released_at FROM statistics.figure
                         WHERE indicator = ANY (?) AND period >= ? AND version = 1 AND state = 'released'
                         GROUP BY indicator, period""").params(column(indicators, Indicator::code), since).query(row -> {
            moments.put(
                    new Key(row.getString("indicator"), row.getObject("period", LocalDate.class)),
                    instant(row, "released_at"));
        });
        return moments;
    }

    public Optional<LocalDate> planned(String indicator, LocalDate period) {
        return jdbc.sql("SELECT day FROM statistics.planned WHERE indicator = ? AND period = ?")
                .params(indicator, period)
                .query(LocalDate.class)
                .optional();
    }

    public void plan(Key key, LocalDate day, FigureStore.Acting acting) {
        jdbc.sql("""
                        INSERT INTO statistics.planned (indicator, period, day, by_name, at) VALUES (?, ?, ?, ?, ?)
                        ON CONFLICT (indicator, period) DO UPDATE SET day = excluded.day, by_name = excluded.by_name, at = excluded.at""")
                .params(key.indicator(), key.period(), day, acting.who().name(), time(acting.now()))
                .update();
    }

    /** By the key of the finding. */
    public Map<String, Answer> answers(String indicator, LocalDate period) {
        Map<String, Answer> answers = new HashMap<>();
        jdbc.sql("SELECT * FROM statistics.answer WHERE indicator = ? AND period = ?")
                .params(indicator, period)
                .query(row -> {
                    answers.put(
                            row.getString("finding"),
                            new Answer(row.getString("reason"), row.getString("by_name"), instant(row, "at")));
                });
        return answers;
    }

    /** What was answered once stays as it was answered. */
    public boolean answer(Key key, String finding, String reason, FigureStore.Acting acting) {
        return jdbc.sql("""
                        INSERT INTO statistics.answer (indicator, period, finding, reason, by_name, at) VALUES (?, ?, ?, ?, ?, ?)
                        ON CONFLICT DO NOTHING""")
                        .params(
                                key.indicator(),
                                key.period(),
                                finding,
                                reason,
                                acting.who().name(),
                                time(acting.now()))
                        .update()
                > 0;
    }
}
