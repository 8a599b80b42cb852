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
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.tongqu.engines.statistics.Indicator;
import org.tongqu.platform.data.statistics.Dossier.Answer;
import org.tongqu.platform.data.statistics.Due;

/** When figures are to be released, and why some stand although a check found something. */
@Repository
public class PlanStore {

    private final JdbcClient jdbc;

    PlanStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** An indicator in a period. */
    public record Key(String indicator, LocalDate period) {

        static Key of(Due due) {
            return new Key(due.indicator().code(), due.period().from());
        }
    }

    /** The first period of each indicator that was released. */
    Map<String, LocalDate> begun() {
        Map<String, LocalDate> begun = new HashMap<>();
        jdbc.sql("""
                        SELECT indicator, min(period) AS first FROM statistics.figure
                         WHERE version = 1 AND state = 'released' GROUP BY indicator""").query(row -> {
            begun.put(row.getString("indicator"), row.getObject("first", LocalDate.class));
        });
        return begun;
    }

    /** Keeps that they are awaited. @return those that were not */
    Set<Key> await(Collection<Due> dues) {
        return Set.copyOf(jdbc.sql("""
                        INSERT INTO statistics.awaited (indicator, period, day)
                        SELECT * FROM unnest(CAST(? AS text[]), CAST(? AS date[]), CAST(? AS date[]))
                        ON CONFLICT (indicator, period) DO NOTHING RETURNING indicator, period""")
                .params(
                        column(dues, due -> due.indicator().code()),
                        column(dues, due -> due.period().from().toString()),
                        column(dues, due -> due.day().toString()))
                .query((row, number) -> new Key(row.getString("indicator"), row.getObject("period", LocalDate.class)))
                .list());
    }

    /** It is awaited no longer. @return by when it was; empty when it was not awaited */
    Optional<LocalDate> came(Key key) {
        return jdbc.sql("DELETE FROM statistics.awaited WHERE indicator = ? AND period = ? RETURNING day")
                .params(key.indicator(), key.period())
                .query(LocalDate.class)
                .optional();
    }

    /** Whether it is awaited, by this day from now on. */
    boolean awaitsBy(Key key, LocalDate day) {
        return jdbc.sql("UPDATE statistics.awaited SET day = ? WHERE indicator = ? AND period = ?")
                        .params(day, key.indicator(), key.period())
                        .update()
                > 0;
    }

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
