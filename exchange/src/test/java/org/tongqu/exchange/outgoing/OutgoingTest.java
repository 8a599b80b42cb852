package org.tongqu.exchange.outgoing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.tongqu.exchange._support.TestDatabases.execute;
import static org.tongqu.exchange._support.TestDatabases.rows;

import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tongqu.engines.exchanges.FileFormat;
import org.tongqu.engines.exchanges.Flow;
import org.tongqu.exchange.Login;
import org.tongqu.exchange._support.RunsAFlow;
import org.tongqu.exchange._support.TestDatabases;
import org.tongqu.exchange.file.BatchCheck;
import org.tongqu.exchange.file.FileReading;
import org.tongqu.exchange.table.Mode;
import org.tongqu.exchange.table.Quarantine;
import org.tongqu.exchange.table.Receipt;
import org.tongqu.exchange.table.TableExchange;

/** FEATURE: files are a target like any other: mapped, checked, with a ledger; what broke off is gone on with, once. */
class OutgoingTest {

    private static final String FLOW = """
            exchange: files-out
            title: {zh: 测试, en: Test}
            source: {table: household, key: [id], watermark: changed}
            target:
              connector: files
              format: csv
              key: [number]
              types: {number: integer, born: date, paid: 'decimal(12,2)', active: boolean}
            columns:
              - {to: number, from: id}
              - {to: name, from: name}
              - {to: born, from: born}
              - {to: paid, from: paid}
              - {to: active, from: active}
            rules:
              - {id: plausible, column: paid, between: {least: 0, most: 1000}, basis: X, meaning: {zh: 金额, en: Amount}}
            """;

    private static Login database;

    @TempDir
    Path folder;

    @BeforeAll
    static void database() throws SQLException {
        database = TestDatabases.fresh();
    }

    @BeforeEach
    void emptyTable() throws SQLException {
        execute(
                database,
                "DROP SCHEMA IF EXISTS tongqu_exchange CASCADE",
                "DROP TABLE IF EXISTS household",
                "CREATE TABLE household (id bigint PRIMARY KEY, name text, born text, paid numeric, active boolean,"
                        + " changed timestamptz NOT NULL DEFAULT now())");
    }

    private static Flow flow(FileFormat format) {
        return RunsAFlow.flow(
                FLOW.replace("format: csv", "format: " + format.name().toLowerCase(java.util.Locale.ROOT))
                        .getBytes(UTF_8));
    }

    private Login ledger() {
        return database.laying(folder.resolve("outgoing"));
    }

    private Receipt run(Flow flow, BooleanSupplier mayGoOn) throws SQLException {
        return new TableExchange(flow, RunsAFlow.source(flow, database), ledger(), Instant::now)
                .run(Mode.CHANGED, mayGoOn)
                .orElseThrow();
    }

    private List<Path> finished(Flow flow, long last) {
        return Outgoing.of(ledger(), flow).finished(last);
    }

    /** The rows of all files that a part becomes, as a receiver reads them. */
    private List<String> delivered(Flow flow, Path part) throws Exception {
        var into = Files.createTempDirectory(folder, "batch");
        var format = flow.target().files().orElseThrow().format();
        var columns = flow.columns().stream().map(column -> column.name()).toList();
        List<String> found = new ArrayList<>();
        for (var file : OutgoingFiles.write(flow, part, into)) {
            assertThat(BatchCheck.digest(into.resolve(file.name()))).isEqualTo(file.sha256());
            var before = found.size();
            var cells = new @Nullable String[columns.size()];
            try (var reading = FileReading.open(format, into.resolve(file.name()), columns)) {
                while (reading.next(cells)) {
                    found.add(String.join(
                            "|", Arrays.stream(cells).map(String::valueOf).toList()));
                }
            }
            assertThat(found.size() - before).isEqualTo((int) file.rows());
        }
        return found;
    }

    @ParameterizedTest
    @EnumSource(FileFormat.class)
    void aRunBecomesFilesThatAReceiverReadsAsTheyWereAndTheNextOneHoldsWhatChanged(FileFormat format) throws Exception {
        var flow = flow(format);
        execute(
                database,
                "INSERT INTO household VALUES (1, '云州,\"镕\"\n二', '1990-02-28', 12.50, true),"
                        + " (9007199254740993, NULL, NULL, 0.01, NULL), (3, 'x', '1990-02-31', 1, false),"
                        + " (4, 'y', NULL, 1001, false)");
        var first = run(flow, () -> true);
        assertThat(List.of(first.run(), first.read(), first.written(), first.setAside()))
                .containsExactly(1L, 4L, 2L, 2L);
        assertThat(delivered(flow, finished(flow, 1).getFirst()))
                .containsExactly(
                        "1|云州,\"镕\"\n二|1990-02-28|12.5" + (format == FileFormat.XLSX ? "" : "0") + "|true",
                        "9007199254740993|null|null|0.01|null");
        assertThat(rows(database, "SELECT line, rule, field FROM tongqu_exchange.quarantine ORDER BY line"))
                .containsExactly("2|type|born", "3|plausible|paid");

        execute(database, "INSERT INTO household VALUES (5, 'neu', NULL, 7, false, now() + interval '1 s')");
        assertThat(run(flow, () -> true).written()).isPositive();
        assertThat(finished(flow, 1)).hasSize(1);
        assertThat(delivered(flow, finished(flow, 2).getLast()))
                .contains("5|neu|null|7" + (format == FileFormat.XLSX ? "" : ".00") + "|false");

        var quarantine = new Quarantine(flow, ledger());
        var entry = quarantine.open(0, 10).getFirst();
        assertThat(quarantine.repair(entry.id(), Map.of("born", "1990-02-03"))).isTrue();
        assertThat(quarantine.replay().written()).isEqualTo(1);
        assertThat(delivered(flow, finished(flow, 0).getFirst()).getFirst()).startsWith("3|x|1990-02-03|");
    }

    @Test
    void aRunThatIsCutShortIsNotFinishedAndItsRestIsDeliveredOnce() throws Exception {
        var flow = flow(FileFormat.CSV);
        execute(
                database,
                "INSERT INTO household (id, name, paid) SELECT n, repeat('数', 400) || n, 1 FROM generate_series(1, 16000) n");
        var asked = new AtomicInteger();
        var stopped = run(flow, () -> asked.incrementAndGet() < 2);
        assertThat(stopped.end()).isEqualTo(Receipt.End.STOPPED);
        assertThat(stopped.written()).isBetween(1L, 15999L);
        assertThat(finished(flow, stopped.run() - 1)).isEmpty();

        // What a program left that was killed between the piece and its transaction.
        var half = Outgoing.of(ledger(), flow);
        half.lay(1, stopped.read(), ByteBuffer.wrap("half a row".getBytes(UTF_8)));
        half.lay(1, 15_999, ByteBuffer.wrap("half a row".getBytes(UTF_8)));

        var ended = run(flow, () -> true);
        assertThat(List.of(ended.run(), ended.written())).containsExactly(1L, 16000L);
        var rows = delivered(flow, finished(flow, 1).getFirst());
        assertThat(rows).hasSize(16000).doesNotHaveDuplicates();

        Outgoing.drop(finished(flow, 1).getFirst());
        assertThat(finished(flow, 1)).isEmpty();
    }

    @Test
    void rowsThatWereCutOffOnTheDiskAreAFaultAndNotAShortFile() throws Exception {
        var flow = flow(FileFormat.JSONL);
        Outgoing.of(ledger(), flow).lay(1, 0, ByteBuffer.wrap(new byte[] {0, 5, 0, 0, 0, 8, 1}));

        assertThatThrownBy(() -> delivered(flow, finished(flow, 1).getFirst())).hasMessageContaining("cut off");
    }
}
