package org.tongqu.platform._support;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tongqu.platform.operate.start.DemoLoad;
import org.tongqu.platform.operate.start.Progress;

/** A demo load that is larger than the disk it is tried on. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
@ConditionalOnProperty("tongqu.test.fills-the-disk")
class FillsTheDisk implements DemoLoad {

    private static final int MORE_THAN_ENOUGH = 10_000;

    private final JdbcClient jdbc;

    FillsTheDisk(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String name() {
        return "fills-the-disk";
    }

    @Override
    public void load(Progress progress) {
        progress.say("Filling the disk …");
        jdbc.sql("""
                        INSERT INTO operate.demo_load (name, loaded_at)
                        SELECT string_agg(md5(random()::text), ''), now()
                        FROM generate_series(1, ?) AS row, generate_series(1, 50) AS part
                        GROUP BY row
                        """).param(MORE_THAN_ENOUGH * 20).update();
    }
}
