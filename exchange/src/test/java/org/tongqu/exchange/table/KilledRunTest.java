package org.tongqu.exchange.table;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.tongqu.exchange._support.TestDatabases.execute;
import static org.tongqu.exchange._support.TestDatabases.rows;
import static org.tongqu.exchange._support.TestDatabases.value;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tongqu.exchange.Login;
import org.tongqu.exchange._support.RunsAFlow;
import org.tongqu.exchange._support.TestDatabases;
import org.tongqu.exchange._support.TestMariaDb;

/** FEATURE: a program that is killed while it moves rows loses none and writes none twice. */
class KilledRunTest {

    private static final int ROWS = 120_000;
    private static final int KILLS = 3;

    private static final String FLOW = """
            exchange: killed
            title: {zh: 测试, en: Test}
            source: {connector: %s, table: wide, key: [id]}
            target: {table: wide, key: [id]}
            columns:
              - {to: id, from: id}
              - {to: words, from: words}
            rules:
              - {id: short, column: words, pattern: "[a-z0-9]{1,256}", basis: none, meaning: {zh: 短, en: Short}}
            """;

    @TempDir
    private Path folder;

    @Test
    void targetEqualsSourceAfterEveryKill() throws Exception {
        var source = TestDatabases.fresh();
        execute(source, "CREATE TABLE wide (id bigint PRIMARY KEY, words text)");
        execute(
                source,
                "INSERT INTO wide SELECT i, CASE WHEN i % 20000 = 7 THEN 'NOT SMALL' ELSE repeat(md5(i::text), 8) END FROM generate_series(1, "
                        + ROWS + ") i");

        targetEqualsSourceAfterEveryKill("postgresql", source);
    }

    @Test
    void targetEqualsASourceOfMariaDbAfterEveryKill() throws Exception {
        var source = TestMariaDb.fresh();
        execute(source, "CREATE TABLE wide (id bigint PRIMARY KEY, words text)");
        execute(
                source,
                "INSERT INTO wide SELECT seq, IF(seq % 20000 = 7, 'NOT SMALL', repeat(md5(seq), 8)) FROM seq_1_to_"
                        + ROWS);

        targetEqualsSourceAfterEveryKill("mariadb", source);
    }

    private void targetEqualsSourceAfterEveryKill(String connector, Login source) throws Exception {
        var target = TestDatabases.fresh();
        execute(target, "CREATE TABLE wide (id bigint PRIMARY KEY, words text)");
        var yaml = FLOW.formatted(connector);
        var file = Files.writeString(folder.resolve("flow.yaml"), yaml);

        int hit = 0;
        for (int kill = 1; kill <= KILLS; kill++) {
            var running = RunsAFlow.start(file, source, target);
            while (running.isAlive() && written(target) < kill * ROWS / (KILLS + 2)) {
                Thread.onSpinWait();
            }
            hit += running.isAlive() ? 1 : 0;
            running.destroyForcibly().waitFor();
        }
        assertThat(hit).as("kills that met a run at work").isPositive();
        var last = RunsAFlow.start(file, source, target);

        assertThat(last.waitFor(5, TimeUnit.MINUTES)).isTrue();
        assertThat(last.exitValue()).isZero();
        var flow = RunsAFlow.flow(yaml.getBytes(UTF_8));
        assertThat(new Reconciler(flow, RunsAFlow.source(flow, source), target)
                        .compare((here, there) -> {})
                        .orElseThrow()
                        .isEqual())
                .isTrue();
        assertThat(rows(target, "SELECT line FROM tongqu_exchange.quarantine WHERE run = 1 ORDER BY line"))
                .as("a quick machine finishes the first run between two kills and begins another")
                .containsExactly("7", "20007", "40007", "60007", "80007", "100007");
        assertThat(value(target, "SELECT max(rows_read) FROM tongqu_exchange.receipt WHERE run = 1"))
                .isEqualTo(String.valueOf(ROWS));
    }

    private static long written(Login target) throws SQLException {
        return Long.parseLong(value(target, "SELECT count(*) FROM wide"));
    }
}
