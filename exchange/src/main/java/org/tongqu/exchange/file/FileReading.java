package org.tongqu.exchange.file;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tongqu.engines.exchanges.FileFormat;

/** A delivered file, read once from its first row to its last. */
public interface FileReading extends AutoCloseable {

    /**
     * The next row: its cells in the order of the wanted columns, nothing where a cell is empty.
     *
     * @return {@code false} behind the last row
     */
    boolean next(@Nullable String[] cells) throws IOException, Unfit;

    @Override
    void close() throws IOException;

    /** Opens a file; a column that is wanted and not there is a fault. */
    static FileReading open(FileFormat format, Path file, List<String> wanted) throws IOException, Unfit {
        return switch (format) {
            case CSV -> CsvFile.open(file, wanted);
            case JSONL -> JsonLines.open(file, wanted);
            case XLSX -> SheetFile.open(file, wanted);
            case PARQUET -> ParquetFile.open(file, wanted);
        };
    }

    /** Where the wanted columns stand in a line of names. */
    static int[] places(Path file, List<String> names, List<String> wanted) throws Unfit {
        var stripped = names.stream().map(String::strip).toList();
        var missing =
                wanted.stream().filter(column -> !stripped.contains(column)).toList();
        if (!missing.isEmpty()) {
            throw new Unfit(BatchFault.of("no-columns", file.getFileName(), String.join(", ", missing)));
        }
        for (var column : wanted) {
            if (stripped.indexOf(column) != stripped.lastIndexOf(column)) {
                throw new Unfit(BatchFault.of("column-twice", file.getFileName(), column));
            }
        }
        return wanted.stream().mapToInt(stripped::indexOf).toArray();
    }
}
