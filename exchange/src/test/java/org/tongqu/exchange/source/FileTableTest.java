package org.tongqu.exchange.source;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.tongqu.exchange._support.TestDatabases.execute;
import static org.tongqu.exchange._support.TestDatabases.rows;
import static org.tongqu.exchange._support.TestDatabases.value;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.dhatim.fastexcel.Workbook;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tongqu.exchange.Login;
import org.tongqu.exchange._support.RunsAFlow;
import org.tongqu.exchange._support.TestBatches;
import org.tongqu.exchange._support.TestDatabases;
import org.tongqu.exchange.table.Mode;
import org.tongqu.exchange.table.Receipt;
import org.tongqu.exchange.table.TableExchange;

/** FEATURE: batches of files are a source like any other: mapped, checked, set aside, with receipts and a position. */
class FileTableTest {

    private static final String FLOW = """
            exchange: files-in
            title: {zh: 测试, en: Test}
            source: {connector: files, format: csv, key: [id]}
            target: {table: person, key: [number]}
            columns:
              - {to: number, from: id}
              - {to: name, from: xm, trim: true}
              - {to: born, from: csrq}
            rules:
              - {id: shape, column: number, pattern: "[A-Z0-9]{3,18}", basis: X, meaning: {zh: 号码, en: Number}}
            """;

    private static Login target;

    @TempDir
    Path folder;

    private final TestBatches sender = new TestBatches();
    private int batches;

    @BeforeAll
    static void database() throws SQLException {
        target = TestDatabases.fresh();
    }

    @BeforeEach
    void emptyTable() throws SQLException {
        execute(
                target,
                "DROP SCHEMA IF EXISTS tongqu_exchange CASCADE",
                "DROP TABLE IF EXISTS person",
                "CREATE TABLE person (number varchar(20) PRIMARY KEY, name text NOT NULL, born date)");
    }

    /** The folder of the next batch. */
    private Path next() throws IOException {
        return Files.createDirectories(folder.resolve("files-in").resolve(FileTable.number(++batches)));
    }

    private void csv(Charset charset, String text) throws IOException {
        var batch = next();
        Files.write(batch.resolve("a.csv"), text.getBytes(charset));
        sender.deliver("b-" + batches, "files-in", batch, 0);
    }

    private Receipt run(String yaml) throws SQLException {
        var flow = RunsAFlow.flow(yaml.getBytes(UTF_8));
        return new TableExchange(flow, RunsAFlow.source(flow, FileTable.login(folder)), target, Instant::now)
                .run(Mode.CHANGED, () -> true)
                .orElseThrow();
    }

    private static List<String> people() throws SQLException {
        return rows(target, "SELECT number, name, born FROM person ORDER BY number");
    }

    @Test
    void eachBatchIsMovedOnceInItsOrderWhateverItsEncoding() throws Exception {
        csv(UTF_8, "\uFEFFxm,id,csrq,other\r\n\" 云州,镕 \",A01,1990-02-28,x\r\nb,A02,,\r\nc,??,,\r\n");
        csv(Charset.forName("GBK"), "id,csrq,xm\nA02,2000-01-01,乙\n");

        var first = run(FLOW);
        assertThat(List.of(first.read(), first.written(), first.setAside())).containsExactly(3L, 2L, 1L);
        assertThat(people()).containsExactly("A01|云州,镕|1990-02-28", "A02|b|null");
        assertThat(rows(target, "SELECT line, key, rule, content ->> 'tongqu_row' FROM tongqu_exchange.quarantine"))
                .containsExactly("3|??|shape|0000000001.0001.000000000003");

        var second = run(FLOW);
        assertThat(List.of(second.run(), second.read(), second.written())).containsExactly(2L, 1L, 1L);
        assertThat(people()).containsExactly("A01|云州,镕|1990-02-28", "A02|乙|2000-01-01");

        assertThat(run(FLOW).read()).isZero();
        assertThat(run(FLOW).read()).isZero();
    }

    @Test
    void jsonLinesAndWorkbooksAreReadAlike() throws Exception {
        var lines = next();
        Files.writeString(lines.resolve("a.jsonl"), """
                {"id": "A01", "xm": "云州镕", "csrq": "1990-02-28", "more": [1, {"x": 2}]}
                {"xm": null, "id": "A02"}
                {"id": 303, "xm": true, "csrq": null}
                """);
        sender.deliver("b-1", "files-in", lines, 3);

        run(FLOW.replace("format: csv", "format: jsonl"));

        assertThat(people()).containsExactly("303|true|null", "A01|云州镕|1990-02-28");

        var sheet = next();
        try (var out = Files.newOutputStream(sheet.resolve("a.xlsx"));
                var book = new Workbook(out, "test", "1.0")) {
            var page = book.newWorksheet("一");
            page.value(0, 0, "id");
            page.value(0, 1, "xm");
            page.value(0, 2, "csrq");
            page.value(1, 0, 303);
            page.value(1, 1, "丙");
            page.value(1, 2, LocalDate.of(1990, 2, 28));
            page.style(1, 2).format("yyyy-mm-dd").set();
            page.value(3, 0, "A09");
            page.value(3, 1, "丁");
        }
        sender.deliver("b-2", "files-in", sheet, 2);

        run(FLOW.replace("format: csv", "format: xlsx"));

        assertThat(people()).containsExactly("303|丙|1990-02-28", "A01|云州镕|1990-02-28", "A09|丁|null");
    }

    @Test
    void aCellOfTenMegabytesIsSetAsideAndTheOthersPass() throws Exception {
        csv(UTF_8, "id,xm,csrq\nA01,a,\nA02," + "长".repeat(3_500_000) + ",\nA03,c,\n");

        assertThat(run(FLOW).written()).isEqualTo(2);
        assertThat(rows(target, "SELECT line, rule FROM tongqu_exchange.quarantine"))
                .containsExactly("2|too-large");
    }

    @Test
    void aRunThatIsStoppedOrKilledGoesOnBehindTheLastRowThatIsSafe(@TempDir Path elsewhere) throws Exception {
        var batch = next();
        for (var name : List.of("a.csv", "b.csv")) {
            try (var out = Files.newBufferedWriter(batch.resolve(name))) {
                out.write("id,xm,csrq\n");
                for (int i = 0; i < 7000; i++) {
                    out.write(name.substring(0, 1).toUpperCase(Locale.ROOT) + String.format(Locale.ROOT, "%05d", i)
                            + "," + (i % 1000 == 7 ? " " : ("n" + i).repeat(300)) + ",\n");
                }
            }
        }
        sender.deliver("b-1", "files-in", batch, 7000);
        var yaml = FLOW.replace(
                "rules:\n",
                "rules:\n  - {id: named, column: name, check: required, basis: X, meaning: {zh: 名, en: N}}\n");
        var flow = RunsAFlow.flow(yaml.getBytes(UTF_8));
        var source = FileTable.login(folder);
        var asked = new AtomicInteger();
        new TableExchange(flow, RunsAFlow.source(flow, source), target, Instant::now)
                .run(Mode.CHANGED, () -> asked.incrementAndGet() < 2)
                .orElseThrow();
        var before = Long.parseLong(value(target, "SELECT count(*) FROM person"));
        assertThat(before).isBetween(1L, 7000L);

        var file = Files.writeString(elsewhere.resolve("flow.yaml"), yaml);
        var running = RunsAFlow.start(file, source, target);
        while (running.isAlive() && Long.parseLong(value(target, "SELECT count(*) FROM person")) == before) {
            Thread.onSpinWait();
        }
        running.destroyForcibly().waitFor();
        var last = RunsAFlow.start(file, source, target);

        assertThat(last.waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(rows(target, "SELECT count(*), min(number), max(number) FROM person"))
                .containsExactly("13986|A00000|B06999");
        assertThat(rows(
                        target,
                        "SELECT count(*), count(DISTINCT content) FROM tongqu_exchange.quarantine WHERE run = 1"))
                .containsExactly("14|14");
        assertThat(rows(target, "SELECT rows_read, rows_written FROM tongqu_exchange.receipt WHERE run = 1"))
                .containsExactly("14000|13986");
    }
}
