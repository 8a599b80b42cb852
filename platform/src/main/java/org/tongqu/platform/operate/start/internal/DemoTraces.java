package org.tongqu.platform.operate.start.internal;

import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tongqu.platform.operate.start.ProductionCheck;

/** A database that the demo city was ever loaded into is no database for real matters. */
@Component
class DemoTraces implements ProductionCheck {

    private final JdbcClient jdbc;

    DemoTraces(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<String> objection() {
        return jdbc.sql("SELECT name FROM operate.demo_load ORDER BY loaded_at LIMIT 1")
                .query(String.class)
                .optional()
                .map(name -> "The database holds the demo city (" + name + "). Use an empty database.");
    }
}
