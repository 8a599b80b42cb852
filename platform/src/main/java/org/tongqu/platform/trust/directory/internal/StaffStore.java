package org.tongqu.platform.trust.directory.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tongqu.kernel.text.Label;
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

    private final JdbcClient sql;

    StaffStore(JdbcClient sql) {
        this.sql = sql;
    }

    public Optional<Staff> find(String id) {
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

    public List<Staff> holders(String organisation, String role) {
        return sql.sql(SELECT + """
                 JOIN directory.staff_role h ON h.staff = s.id AND h.role = :role
                WHERE s.active AND s.organisation = :organisation ORDER BY s.id
                """)
                .param("organisation", organisation)
                .param("role", role)
                .query((row, number) -> staff(row))
                .list();
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
