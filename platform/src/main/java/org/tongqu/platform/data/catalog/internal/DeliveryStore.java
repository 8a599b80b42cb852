package org.tongqu.platform.data.catalog.internal;

import static org.tongqu.platform.operate.store.Columns.time;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.tongqu.platform.data.catalog.Delivery;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The last delivery of each resource. */
@Repository
public class DeliveryStore {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final TypeReference<List<Map<String, String>>> ROWS = new TypeReference<>() {};

    private final JdbcClient jdbc;

    DeliveryStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Keeps it in the place of an earlier one, whose sample stays where this one brings none. */
    public void keep(UUID resource, Delivery delivery) {
        jdbc.sql("""
                        INSERT INTO catalog.delivery AS d (resource, at, rows, refused, sample)
                        VALUES (?, ?, ?, ?, CAST(? AS jsonb))
                        ON CONFLICT (resource) DO UPDATE SET at = excluded.at, rows = excluded.rows,
                            refused = excluded.refused,
                            sample = CASE excluded.sample WHEN '[]' THEN d.sample ELSE excluded.sample END
                        WHERE d.at < excluded.at""")
                .params(resource, time(delivery.at()), delivery.rows(), delivery.refused(), written(delivery.sample()))
                .update();
    }

    static String written(List<Map<String, String>> sample) {
        return JSON.writeValueAsString(sample);
    }

    public Optional<Delivery> find(UUID resource) {
        return jdbc.sql("SELECT at, rows, refused, sample FROM catalog.delivery WHERE resource = ?")
                .param(resource)
                .query((row, number) -> new Delivery(
                        row.getObject("at", OffsetDateTime.class).toInstant(),
                        row.getLong("rows"),
                        row.getLong("refused"),
                        JSON.readValue(row.getString("sample"), ROWS)))
                .optional();
    }
}
