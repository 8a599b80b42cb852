package org.tongqu.platform.trust.directory.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tongqu.kernel.identity.DivisionCode;
import org.tongqu.platform.trust.directory.Division;

/** Reads the division table. */
@Component
public class Divisions {

    private static final int MOST_KEPT = 20_000;

    /** How long another process may not see a new name: every list and every case page shows some. */
    private static final Duration KEEPS = Duration.ofMinutes(10);

    private final JdbcClient sql;
    private final Clock clock;
    private final Map<DivisionCode, KeptPath> paths = new ConcurrentHashMap<>();

    private record KeptPath(List<Division> path, Instant until) {}

    Divisions(JdbcClient sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    public Optional<Division> find(DivisionCode code) {
        return sql.sql("SELECT code, name FROM directory.division WHERE code = :code")
                .param("code", code.value())
                .query((row, number) -> division(row))
                .optional();
    }

    public List<Division> children(DivisionCode code) {
        return sql.sql("SELECT code, name FROM directory.division WHERE parent = :code ORDER BY code")
                .param("code", code.value())
                .query((row, number) -> division(row))
                .list();
    }

    public List<Division> provinces() {
        return sql.sql("SELECT code, name FROM directory.division WHERE parent IS NULL ORDER BY code")
                .query((row, number) -> division(row))
                .list();
    }

    public List<Division> path(DivisionCode code) {
        var now = clock.instant();
        var kept = paths.get(code);
        if (kept != null && now.isBefore(kept.until())) {
            return kept.path();
        }
        var path = List.copyOf(readPath(code));
        if (paths.size() >= MOST_KEPT) {
            paths.clear();
        }
        if (!path.isEmpty()) {
            paths.put(code, new KeptPath(path, now.plus(KEEPS)));
        }
        return path;
    }

    private List<Division> readPath(DivisionCode code) {
        var codes = Stream.iterate(Optional.of(code), Optional::isPresent, at -> at.flatMap(DivisionCode::parent))
                .map(at -> at.orElseThrow().value())
                .toArray(String[]::new);
        return sql.sql("SELECT code, name FROM directory.division WHERE code = ANY (?) ORDER BY level")
                .param(codes)
                .query((row, number) -> division(row))
                .list();
    }

    public void put(Division division) {
        sql.sql("""
                INSERT INTO directory.division (code, parent, level, name) VALUES (:code, :parent, :level, :name)
                ON CONFLICT (code) DO UPDATE SET name = excluded.name
                """)
                .param("code", division.code().value())
                .param(
                        "parent",
                        division.code().parent().map(DivisionCode::value).orElse(null))
                .param("level", division.code().level().ordinal() + 1)
                .param("name", division.name())
                .update();
        paths.clear();
    }

    private static Division division(ResultSet row) throws SQLException {
        return new Division(new DivisionCode(row.getString("code")), row.getString("name"));
    }
}
