package org.tongqu.platform.matter.hall.internal;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.tongqu.platform.matter.hall.HallDay.AtWindow;
import org.tongqu.platform.matter.hall.HallDay.InHour;
import org.tongqu.platform.matter.hall.HallDay.Sum;

/** Sums up the tickets of a day. */
@Repository
public class DayStore {

    private static final String MINUTES = """
            avg(extract(epoch FROM called_at - taken_at) / 60) FILTER (WHERE called_at IS NOT NULL) AS wait,
            avg(extract(epoch FROM ended_at - started_at) / 60) FILTER (WHERE state = 'served') AS service""";

    private final JdbcClient jdbc;

    DayStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Sum sum(String hall, LocalDate day) {
        return jdbc.sql("""
                        SELECT count(*) AS drawn,
                               count(*) FILTER (WHERE state = 'waiting') AS waiting,
                               count(*) FILTER (WHERE state IN ('called', 'serving')) AS here,
                               count(*) FILTER (WHERE state = 'served') AS served,
                               count(*) FILTER (WHERE state = 'missed') AS missed,
                               count(*) FILTER (WHERE state = 'left') AS gone,
                               count(appointment) AS booked,
                        """ + MINUTES + " FROM hall.ticket WHERE hall = ? AND day = ?")
                .params(hall, day)
                .query((row, number) -> new Sum(
                        row.getInt("drawn"),
                        row.getInt("waiting"),
                        row.getInt("here"),
                        row.getInt("served"),
                        row.getInt("missed"),
                        row.getInt("gone"),
                        row.getInt("booked"),
                        minutes(row, "wait"),
                        minutes(row, "service")))
                .single();
    }

    public List<AtWindow> windows(String hall, LocalDate day) {
        return jdbc.sql("SELECT window_no, count(*) FILTER (WHERE state = 'served') AS served, " + MINUTES
                        + " FROM hall.ticket WHERE hall = ? AND day = ? AND window_no IS NOT NULL"
                        + " GROUP BY window_no ORDER BY window_no")
                .params(hall, day)
                .query((row, number) -> new AtWindow(
                        row.getInt("window_no"), row.getInt("served"), minutes(row, "wait"), minutes(row, "service")))
                .list();
    }

    public List<InHour> hours(String hall, LocalDate day) {
        return jdbc.sql("""
                        SELECT CAST(extract(hour FROM taken_at AT TIME ZONE 'Asia/Shanghai') AS integer) AS hour,
                               count(*) AS drawn
                        FROM hall.ticket WHERE hall = ? AND day = ? GROUP BY 1 ORDER BY 1""")
                .params(hall, day)
                .query((row, number) -> new InHour(row.getInt("hour"), row.getInt("drawn")))
                .list();
    }

    private static Optional<Double> minutes(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getBigDecimal(column)).map(BigDecimal::doubleValue);
    }
}
