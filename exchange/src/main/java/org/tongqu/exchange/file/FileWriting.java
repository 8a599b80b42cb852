package org.tongqu.exchange.file;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tongqu.engines.exchanges.FileFormat;
import org.tongqu.engines.exchanges.FileType;

/** A file that is written, once from its first row to its last; {@link FileReading} reads it again. */
public interface FileWriting extends AutoCloseable {

    /** A column of the file. */
    record Column(String name, FileType type) {}

    /** Cells in the order of the columns, as texts of their types. */
    void write(@Nullable String[] cells) throws IOException;

    @Override
    void close() throws IOException;

    /** How many rows a file may have. */
    static long most(FileFormat format) {
        return format == FileFormat.XLSX ? SheetWriting.MOST_ROWS : Long.MAX_VALUE;
    }

    static FileWriting open(FileFormat format, Path file, List<Column> columns) throws IOException {
        return switch (format) {
            case CSV -> new CsvWriting(file, columns);
            case JSONL -> new JsonLinesWriting(file, columns);
            case XLSX -> new SheetWriting(file, columns);
            case PARQUET -> new ParquetWriting(file, columns);
        };
    }
}
