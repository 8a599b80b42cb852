package org.tongqu.platform.data.discovery.internal;

import static org.tongqu.platform.operate.store.Columns.time;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.tongqu.platform.data.catalog.ResourceCode;

/** Which table became which resource. */
@Repository
public class FoundStore {

    private final JdbcClient jdbc;

    FoundStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Resources by the paths of their tables. */
    public Map<String, ResourceCode> of(String system) {
        Map<String, ResourceCode> found = new HashMap<>();
        jdbc.sql("SELECT path, resource FROM discovery.found WHERE system = ?")
                .param(system)
                .query(row -> {
                    found.put(row.getString("path"), new ResourceCode(row.getString("resource")));
                });
        return found;
    }

    /** Two who draft the same system wait for each other. */
    public void hold(String system) {
        jdbc.sql("SELECT pg_advisory_xact_lock(hashtext('discovery ' || ?)) IS NULL")
                .param(system)
                .query(Boolean.class)
                .single();
    }

    public void put(String system, String path, ResourceCode resource, Instant at) {
        jdbc.sql("INSERT INTO discovery.found (system, path, resource, found_at) VALUES (?, ?, ?, ?)")
                .params(system, path, resource.value(), time(at))
                .update();
    }
}
