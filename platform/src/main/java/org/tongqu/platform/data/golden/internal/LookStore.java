package org.tongqu.platform.data.golden.internal;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.tongqu.platform.data.agreements.Purpose;
import org.tongqu.platform.data.catalog.Coded;
import org.tongqu.platform.data.golden.Look;

/** Who looks at which record, and what for. */
@Repository
public class LookStore {

    private final JdbcClient sql;

    LookStore(JdbcClient sql) {
        this.sql = sql;
    }

    public void insert(Look look) {
        sql.sql("""
                        INSERT INTO golden.look (id, officer, register, entity, purpose, why, at)
                        VALUES (?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        look.id(),
                        look.officer(),
                        look.register(),
                        look.entity(),
                        look.purpose().code(),
                        look.why(),
                        look.at().atOffset(ZoneOffset.UTC))
                .update();
    }

    public Optional<Look> find(UUID id) {
        return sql.sql("SELECT * FROM golden.look WHERE id = ?")
                .param(id)
                .query((row, number) -> new Look(
                        row.getObject("id", UUID.class),
                        row.getString("officer"),
                        row.getString("register"),
                        row.getObject("entity", UUID.class),
                        Coded.of(Purpose.class, row.getString("purpose")),
                        row.getString("why"),
                        row.getObject("at", OffsetDateTime.class).toInstant()))
                .optional();
    }
}
