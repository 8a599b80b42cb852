package org.tongqu.platform.matter.evaluation.internal;

import static org.tongqu.platform.operate.store.Columns.time;

import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Matters that ended, and how many of them nobody came to a hall for; as the measure {@code cases_online} counts them. */
@Repository
public class OnlineCases {

    private final JdbcClient jdbc;

    OnlineCases(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param online those that were taken down at no window */
    public record Ended(String office, String pack, long cases, long online) {}

    public List<Ended> ended(Instant from, Instant until) {
        return jdbc.sql("""
                        SELECT c.organisation, c.pack_id, count(*) AS cases,
                            count(*) FILTER (WHERE NOT EXISTS (
                                SELECT FROM hall.handover h WHERE h.receipt = c.receipt)) AS online
                        FROM casework.case_file c WHERE c.ended_at >= ? AND c.ended_at < ?
                        GROUP BY c.organisation, c.pack_id ORDER BY c.organisation, c.pack_id""")
                .params(time(from), time(until))
                .query((row, number) -> new Ended(
                        row.getString("organisation"),
                        row.getString("pack_id"),
                        row.getLong("cases"),
                        row.getLong("online")))
                .list();
    }
}
