package org.tongqu.platform.data.exchange.internal.departments;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import org.tongqu.platform.data.exchange.Run;
import org.tongqu.platform.operate.demo.DemoTable;

/**
 * A database of one of the demo's departments.
 *
 * @param kind of the organisation whose it is
 * @param server {@code postgresql} or {@code mariadb}
 * @param schema that its script makes; empty where the server has none
 * @param script that fills it, once
 */
record Department(String system, String kind, String server, String database, String schema, String script) {

    static List<Department> of(String server) {
        return DemoTable.rows(Run.class, "departments/departments.csv").stream()
                .map(row -> new Department(row.get(0), row.get(1), row.get(2), row.get(3), row.get(4), row.get(5)))
                .filter(department -> department.server().equals(server))
                .toList();
    }

    String sql() {
        return sql(script);
    }

    static String sql(String name) {
        var file = "departments/" + name + ".sql";
        try (var in = Objects.requireNonNull(Run.class.getResourceAsStream(file), file)) {
            return new String(in.readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + file, e);
        }
    }
}
