package org.tongqu.platform.trust.access.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tongqu.kernel.text.Label;
import org.tongqu.platform.trust.access.Reach;
import org.tongqu.platform.trust.access.Role;
import org.tongqu.platform.trust.access.Role.Acting;

/** The roles, kept in memory for {@link #FRESH}. */
@Component
public class Roles {

    private static final Duration FRESH = Duration.ofSeconds(10);

    private final JdbcClient sql;
    private final Clock clock;
    private volatile @Nullable Known known;

    Roles(JdbcClient sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    private record Known(List<Role> roles, Instant until) {}

    public List<Role> all() {
        var last = known;
        if (last != null && clock.instant().isBefore(last.until())) {
            return last.roles();
        }
        var roles = sql.sql("SELECT code, title_zh, title_en, reach, acts, origin FROM access.role ORDER BY code")
                .query((row, number) -> role(row))
                .list();
        known = new Known(roles, clock.instant().plus(FRESH));
        return roles;
    }

    public void declare(Role role) {
        sql.sql("""
                INSERT INTO access.role (code, title_zh, title_en, reach, acts, origin)
                VALUES (:code, :zh, :en, :reach, :acts, :origin)
                ON CONFLICT (code) DO UPDATE SET title_zh = excluded.title_zh, title_en = excluded.title_en,
                       reach = excluded.reach, acts = excluded.acts, origin = excluded.origin
                 WHERE role.origin <> 'platform'
                   AND (role.title_zh, role.title_en, role.reach, role.acts, role.origin)
                       IS DISTINCT FROM
                       (excluded.title_zh, excluded.title_en, excluded.reach, excluded.acts, excluded.origin)
                """)
                .param("code", role.code())
                .param("zh", role.title().zh())
                .param("en", role.title().en())
                .param("reach", role.reach().name().toLowerCase(Locale.ROOT))
                .param("acts", role.acts() == Acting.ACTS)
                .param("origin", role.origin())
                .update();
        known = null;
    }

    private static Role role(ResultSet row) throws SQLException {
        return new Role(
                row.getString("code"),
                new Label(row.getString("title_zh"), row.getString("title_en")),
                Reach.valueOf(row.getString("reach").toUpperCase(Locale.ROOT)),
                row.getBoolean("acts") ? Acting.ACTS : Acting.LOOKS_ONLY,
                row.getString("origin"));
    }
}
