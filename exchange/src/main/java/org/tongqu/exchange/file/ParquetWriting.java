package org.tongqu.exchange.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tongqu.engines.exchanges.FileType;

/** Apache Parquet, made at the end of comma-separated rows beside it, so that memory does not grow with the file. */
final class ParquetWriting implements FileWriting {

    private static final int LONGEST_LINE = 16 << 20;
    private static final int BUFFER = 2 * LONGEST_LINE;

    private final Path file;
    private final Path aside;
    private final List<Column> columns;
    private final CsvWriting rows;

    ParquetWriting(Path file, List<Column> columns) throws IOException {
        this.file = file;
        this.aside = file.resolveSibling(file.getFileName() + ".csv");
        this.columns = List.copyOf(columns);
        this.rows = new CsvWriting(aside, columns);
    }

    @Override
    public void write(@Nullable String[] cells) throws IOException {
        rows.write(cells);
    }

    @Override
    public void close() throws IOException {
        rows.close();
        var types = columns.stream()
                .map(column -> Parquet.quoted(column.name()) + ": '" + type(column.type()) + "'")
                .collect(Collectors.joining(", ", "{", "}"));
        try (var connection = Parquet.open(file.toAbsolutePath().resolveSibling(""));
                var statement = connection.createStatement()) {
            statement.execute(
                    "COPY (SELECT * FROM read_csv(" + Parquet.quoted(aside) + ", auto_detect = false, header = true,"
                            + " delim = ',', quote = '\"', escape = '\"', new_line = '\\r\\n', nullstr = '', allow_quoted_nulls = false,"
                            + " parallel = false, max_line_size = " + LONGEST_LINE + ", buffer_size = " + BUFFER
                            + ", columns = " + types + ")) TO "
                            + Parquet.quoted(file) + " (FORMAT parquet, COMPRESSION zstd)");
        } catch (SQLException broken) {
            throw new IOException(broken);
        } finally {
            Files.deleteIfExists(aside);
        }
    }

    private static String type(FileType type) {
        return switch (type.kind()) {
            case TEXT -> "VARCHAR";
            case INTEGER -> "BIGINT";
            case DECIMAL -> "DECIMAL(" + type.digits() + "," + type.scale() + ")";
            case FLOAT -> "DOUBLE";
            case BOOLEAN -> "BOOLEAN";
            case DATE -> "DATE";
            case TIMESTAMP -> "TIMESTAMP";
        };
    }
}
