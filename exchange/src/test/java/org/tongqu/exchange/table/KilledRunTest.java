package org.tongqu.exchange.table;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.tongqu.exchange._support.TestDatabases.execute;
import static org.tongqu.exchange._support.TestDatabases.rows;
import static org.tongqu.exchange._support.TestDatabases.value;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tongqu.exchange.Login;
import org.tongqu.exchange._support.RunsAFlow;
import org.tongqu.exchange._support.TestDatabases;
import org.tongqu.exchange.source.PostgresSource;

/** FEATURE: a program that is killed while it moves rows loses none and writes none twice. */
class KilledRunTest {

    private static final int ROWS = 120_000;
    private static final int KILLS = 3;

    private static final String FLOW = """
            exchange: killed
            title: {zh: 测试, en: Test}
            source: {table: wide, key: [id]}
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
        var target = TestDatabases.fresh();
        execute(source, "CREATE TABLE wide (id bigint PRIMARY KEY, words text)");
        execute(
                source,
                "INSERT INTO wide SELECT i, CASE WHEN i % 20000 = 7 THEN 'NOT SMALL' ELSE repeat(md5(i::text), 8) END FROM generate_series(1, "
                        + ROWS + ") i");
        execute(target, "CREATE TABLE wide (id bigint PRIMARY KEY, words text)");
        var file = Files.writeString(folder.resolve("flow.yaml"), FLOW);

        for (int kill = 1; kill <= KILLS; kill++) {
            var running = start(file, source, target);
            while (running.isAlive() && written(target) < kill * ROWS / (KILLS + 2)) {
                Thread.onSpinWait();
            }
            running.destroyForcibly().waitFor();
        }
        var last = start(file, source, target);

        assertThat(last.waitFor(5, TimeUnit.MINUTES)).isTrue();
        assertThat(last.exitValue()).isZero();
        var flow = RunsAFlow.flow(FLOW.getBytes(UTF_8));
        assertThat(new Reconciler(flow, PostgresSource.of(flow, source), target)
                        .compare()
                        .isEqual())
                .isTrue();
        assertThat(rows(target, "SELECT line FROM tongqu_exchange.quarantine ORDER BY line"))
                .containsExactly("7", "20007", "40007", "60007", "80007", "100007");
        assertThat(value(target, "SELECT max(rows_read) FROM tongqu_exchange.receipt WHERE run = 1"))
                .isEqualTo(String.valueOf(ROWS));
    }

    private static long written(Login target) throws SQLException {
        return Long.parseLong(value(target, "SELECT count(*) FROM wide"));
    }

    private static Process start(Path flow, Login source, Login target) throws IOException {
        var builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-Xmx128m",
                "-cp",
                System.getProperty("java.class.path"),
                RunsAFlow.class.getName(),
                flow.toString(),
                source.url(),
                target.url(),
                source.user());
        builder.environment().put("PGPASSWORD", source.password());
        return builder.redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.INHERIT)
                .start();
    }
}
