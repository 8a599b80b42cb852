package org.tongqu.platform.operate.start.internal;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.SmartLifecycle;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.tongqu.platform.operate.start.DemoLoad;
import org.tongqu.platform.operate.start.Mode;
import org.tongqu.platform.operate.start.ProductionCheck;
import org.tongqu.platform.operate.start.Progress;
import org.tongqu.servers.CannotStart;
import org.tongqu.servers.DiskFull;

/** What happens between "all beans are there" and "the first request is served". */
@Component
class StartSequence implements SmartLifecycle {

    private final Mode mode;
    private final Environment environment;
    private final ObjectProvider<ProductionCheck> checks;
    private final ObjectProvider<DemoLoad> loads;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private volatile boolean running;

    StartSequence(
            Mode mode,
            Environment environment,
            ObjectProvider<ProductionCheck> checks,
            ObjectProvider<DemoLoad> loads,
            JdbcClient jdbc,
            TransactionTemplate transaction,
            Clock clock) {
        this.mode = mode;
        this.environment = environment;
        this.checks = checks;
        this.loads = loads;
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Override
    public void start() {
        switch (mode) {
            case PRODUCTION -> refuseWhatBelongsToTheDemo();
            case DEMO -> loadTheDemo();
        }
        running = true;
    }

    private void refuseWhatBelongsToTheDemo() {
        List<String> objections = checks.orderedStream()
                .flatMap(check -> check.objection().stream())
                .toList();
        if (!objections.isEmpty()) {
            throw new CannotStart(
                    "This may not run in production mode:\n  - " + String.join("\n  - ", objections),
                    "Remove what is named above, or start the demo: ./tongqu demo");
        }
    }

    private void loadTheDemo() {
        if (environment.getProperty("tongqu.demo.load", Boolean.class, true)) {
            loads.orderedStream().forEach(this::loadOnce);
        }
    }

    private void loadOnce(DemoLoad load) {
        try {
            transaction.executeWithoutResult(status -> {
                // Two programs on one database must not load at the same time; the second waits and finds the mark.
                jdbc.sql("SELECT pg_advisory_xact_lock(hashtext('operate.demo_load'))")
                        .query(rows -> {});
                if (!isLoaded(load)) {
                    load.load(Progress.onTerminal());
                    jdbc.sql("INSERT INTO operate.demo_load (name, loaded_at) VALUES (?, ?)")
                            .params(load.name(), OffsetDateTime.now(clock))
                            .update();
                }
            });
        } catch (RuntimeException e) {
            throw DiskFull.explained(environment.getProperty("tongqu.data", "data"), e);
        }
    }

    private boolean isLoaded(DemoLoad load) {
        return jdbc.sql("SELECT count(*) FROM operate.demo_load WHERE name = ?")
                        .param(load.name())
                        .query(Integer.class)
                        .single()
                > 0;
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Before the web server, which starts in one of the last phases. */
    @Override
    public int getPhase() {
        return 0;
    }
}
