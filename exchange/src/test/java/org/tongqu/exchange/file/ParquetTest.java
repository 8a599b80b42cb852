package org.tongqu.exchange.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tongqu.engines.exchanges.FileFormat;
import org.tongqu.kernel.text.Language;

/** FEATURE: files of Parquet are read row by row as texts of their values, and trees are refused by name. */
class ParquetTest {

    @TempDir
    Path folder;

    /** As another program writes it. */
    private Path written(String select) throws Exception {
        var file = folder.resolve("a.parquet");
        try (var connection = DriverManager.getConnection("jdbc:duckdb:");
                var statement = connection.createStatement()) {
            statement.execute("COPY (" + select + ") TO '" + file + "' (FORMAT parquet)");
        }
        return file;
    }

    private static List<String> rows(Path file, String... wanted) throws Exception {
        List<String> found = new ArrayList<>();
        var cells = new @Nullable String[wanted.length];
        try (var reading = FileReading.open(FileFormat.PARQUET, file, List.of(wanted))) {
            while (reading.next(cells)) {
                found.add(String.join(
                        "|", Arrays.stream(cells).map(String::valueOf).toList()));
            }
        }
        return found;
    }

    @Test
    void everyPlainTypeIsReadAsTheTextOfItsValue() throws Exception {
        var file = written(
                "SELECT 1::BIGINT AS n, 2::UTINYINT AS tiny, 12.30::DECIMAL(12,2) AS paid, DATE '1990-02-28' AS born,"
                        + " TIMESTAMP '2026-11-23 09:30:00.000123' AS at, '云州' AS name, true AS active, 'a\\x00'::BLOB AS photo,"
                        + " 1.5::DOUBLE AS rate, to_timestamp(0) AS instant"
                        + " UNION ALL SELECT NULL, NULL, NULL, NULL, NULL, '', NULL, NULL, NULL, NULL");

        assertThat(rows(file, "name", "n", "tiny", "paid", "born", "at", "active", "photo", "rate", "instant"))
                .containsExactly(
                        "云州|1|2|12.30|1990-02-28|2026-11-23 09:30:00.000123|true|\\x6100|1.5|1970-01-01 00:00:00.000000+00",
                        "|null|null|null|null|null|null|null|null|null");
    }

    @Test
    void aTreeAMissingColumnAndABrokenFileAreNamed() throws Exception {
        var file = written("SELECT 1 AS n, {'a': 1} AS tree, [1, 2] AS list");

        assertThatThrownBy(() -> rows(file, "n", "tree"))
                .isInstanceOfSatisfying(
                        Unfit.class,
                        unfit -> assertThat(unfit.fault().text(Language.EN)).contains("a.parquet", "tree", "STRUCT"));
        assertThatThrownBy(() -> rows(file, "list")).hasMessageContaining("parquet-tree");
        assertThatThrownBy(() -> rows(file, "other")).hasMessageContaining("no-columns");
        assertThat(rows(file, "n")).containsExactly("1");
        Files.write(file, Arrays.copyOf(Files.readAllBytes(file), 60));
        assertThatThrownBy(() -> rows(file, "n")).hasMessageContaining("parquet-broken");
    }

    @Test
    void whatReadsAFileReadsNoOther() throws Exception {
        var elsewhere = Files.createTempFile("outside", ".csv");
        try (var connection = Parquet.open(folder);
                var statement = connection.createStatement();
                var other = connection.createStatement()) {
            assertThatThrownBy(() -> statement.executeQuery("SELECT * FROM read_csv('" + elsewhere + "')"))
                    .hasMessageContaining("ermission");
            assertThatThrownBy(() -> other.execute("SET enable_external_access = true"))
                    .hasMessageContaining("lock");
        } finally {
            Files.delete(elsewhere);
        }
    }
}
