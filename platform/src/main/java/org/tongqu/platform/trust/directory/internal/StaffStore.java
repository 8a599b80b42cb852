package org.tongqu.platform.trust.directory.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.tongqu.kernel.text.Label;
import org.tongqu.platform.trust.directory.People;
import org.tongqu.platform.trust.directory.Post;
import org.tongqu.platform.trust.directory.Staff;

/** Posts and the people on them; each person is read with their roles in one statement. */
@Component
public class StaffStore {

    private static final String SELECT = """
            SELECT s.id, s.name, s.organisation, s.post,
                   ARRAY (SELECT r.role FROM directory.staff_role r WHERE r.staff = s.id) AS roles
              FROM directory.staff s
            """;

    /** How long another process may not see a change: every page of an officer asks who they are. */
    private static final Duration KEEPS = Duration.ofSeconds(10);

    private static final int MOST_KEPT = 10_000;

    private final JdbcClient sql;
    private final Clock clock;
    private final Map<String, Kept> known = new ConcurrentHashMap<>();
    private final Map<Seat, KeptHolders> holders = new ConcurrentHashMap<>();

    private record Kept(Staff staff, Instant until) {}

    /** Where a role is held. */
    private record Seat(String organisation, String role) {}

    private record KeptHolders(List<Staff> staff, Instant until) {}

    StaffStore(JdbcClient sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    public Optional<Staff> find(String id) {
        var now = clock.instant();
        var kept = known.get(id);
        if (kept != null && now.isBefore(kept.until())) {
            return Optional.of(kept.staff());
        }
        var found = read(id);
        if (known.size() >= MOST_KEPT) {
            known.clear();
        }
        found.ifPresentOrElse(staff -> known.put(id, new Kept(staff, now.plus(KEEPS))), () -> known.remove(id));
        return found;
    }

    /** Somebody changes: who asks after the transaction sees it, who asks within it asks the table. */
    void forget(String id) {
        drop(id);
        if (TransactionSynchronizationManager.isSynchronizationActive()) {
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void afterCompletion(int status) {
                    drop(id);
                }
            });
        }
    }

    private void drop(String id) {
        known.remove(id);
        holders.clear();
    }

    private Optional<Staff> read(String id) {
        return sql.sql(SELECT + " WHERE s.active AND s.id = :id")
                .param("id", id)
                .query((row, number) -> staff(row))
                .optional();
    }

    public List<Staff> of(String organisation) {
        return sql.sql(SELECT + " WHERE s.active AND s.organisation = :organisation ORDER BY s.id")
                .param("organisation", organisation)
                .query((row, number) -> staff(row))
                .list();
    }

    /** Who may be given a task: kept like the people themselves, as every case page offers them. */
    public List<Staff> holders(String organisation, String role) {
        var seat = new Seat(organisation, role);
        var now = clock.instant();
        var kept = holders.get(seat);
        if (kept != null && now.isBefore(kept.until())) {
            return kept.staff();
        }
        var found = List.copyOf(readHolders(seat));
        if (holders.size() >= MOST_KEPT) {
            holders.clear();
        }
        holders.put(seat, new KeptHolders(found, now.plus(KEEPS)));
        return found;
    }

    private List<Staff> readHolders(Seat seat) {
        return sql.sql(SELECT + """
                 JOIN directory.staff_role h ON h.staff = s.id AND h.role = :role
                WHERE s.active AND s.organisation = :organisation ORDER BY s.id
                """)
                .param("organisation", seat.organisation())
                .param("role", seat.role())
                .query((row, number) -> staff(row))
                .list();
    }

    /** One statement for the rows and their number, so that they cannot disagree. */
    public People people(People.Filter filter, String after, int limit) {
        var all = new AtomicLong();
        var rows = sql.sql("""
                WITH found AS (
                    SELECT s.id, s.name, s.organisation, s.post FROM directory.staff s
                     WHERE s.active
                       AND (:organisation::text IS NULL OR s.organisation = :organisation)
                       AND (:role::text IS NULL
                            OR EXISTS (SELECT FROM directory.staff_role h WHERE h.staff = s.id AND h.role = :role))
                       AND (:name::text IS NULL OR starts_with(s.name, :name) OR s.id = :name))
                SELECT s.id, s.name, s.organisation, s.post, (SELECT count(*) FROM found) AS every,
                       ARRAY (SELECT r.role FROM directory.staff_role r WHERE r.staff = s.id) AS roles
                  FROM found s WHERE s.id > :after ORDER BY s.id LIMIT :limit
                """)
                .param("organisation", filter.organisation().orElse(null))
                .param("role", filter.role().orElse(null))
                .param("name", filter.name().orElse(null))
                .param("after", after)
                .param("limit", limit + 1)
                .query((row, number) -> {
                    all.set(row.getLong("every"));
                    return staff(row);
                })
                .list();
        var shown = rows.subList(0, Math.min(limit, rows.size()));
        return new People(
                shown,
                all.get(),
                rows.size() > limit ? Optional.of(shown.getLast().id()) : Optional.empty());
    }

    public Map<String, Integer> sizes() {
        var sizes = new HashMap<String, Integer>();
        sql.sql("SELECT organisation, count(*) AS people FROM directory.staff WHERE active GROUP BY organisation")
                .query(row -> {
                    sizes.put(row.getString("organisation"), row.getInt("people"));
                });
        return Map.copyOf(sizes);
    }

    public List<Post> posts(String organisation) {
        return sql.sql("""
                SELECT organisation, code, name_zh, name_en FROM directory.post
                 WHERE organisation = :organisation ORDER BY code
                """)
                .param("organisation", organisation)
                .query((row, number) -> new Post(
                        row.getString("organisation"),
                        row.getString("code"),
                        new Label(row.getString("name_zh"), row.getString("name_en"))))
                .list();
    }

    public void put(Post post) {
        sql.sql("""
                INSERT INTO directory.post (organisation, code, name_zh, name_en)
                VALUES (:organisation, :code, :zh, :en)
                ON CONFLICT (organisation, code) DO UPDATE SET name_zh = excluded.name_zh, name_en = excluded.name_en
                """)
                .param("organisation", post.organisation())
                .param("code", post.code())
                .param("zh", post.name().zh())
                .param("en", post.name().en())
                .update();
    }

    @Transactional
    public void put(Staff person) {
        forget(person.id());
        sql.sql("""
                INSERT INTO directory.staff (id, name, organisation, post)
                VALUES (:id, :name, :organisation, :post)
                ON CONFLICT (id) DO UPDATE SET name = excluded.name, organisation = excluded.organisation,
                       post = excluded.post, active = true
                """)
                .param("id", person.id())
                .param("name", person.name())
                .param("organisation", person.organisation())
                .param("post", person.post())
                .update();
        var roles = person.roles().toArray(String[]::new);
        sql.sql("DELETE FROM directory.staff_role WHERE staff = ? AND role <> ALL (?)")
                .param(person.id())
                .param(roles)
                .update();
        sql.sql("INSERT INTO directory.staff_role (staff, role) SELECT ?, unnest(?) ON CONFLICT DO NOTHING")
                .param(person.id())
                .param(roles)
                .update();
    }

    private static Staff staff(ResultSet row) throws SQLException {
        return new Staff(
                row.getString("id"),
                row.getString("name"),
                row.getString("organisation"),
                row.getString("post"),
                Set.of((String[]) row.getArray("roles").getArray()));
    }
}
