package org.tongqu.exchange.file;

import static java.nio.charset.StandardCharsets.UTF_8;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.QuoteStrategies;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Comma-separated rows in UTF-8; what is nothing is an empty cell, an empty text stands in quotes. */
final class CsvWriting implements FileWriting {

    private final CsvWriter out;

    CsvWriting(Path file, List<Column> columns) throws IOException {
        this.out = CsvWriter.builder().quoteStrategy(QuoteStrategies.EMPTY).build(file, UTF_8);
        write(columns.stream().map(Column::name).toArray(String[]::new));
    }

    @Override
    public void write(@Nullable String[] cells) throws IOException {
        try {
            out.writeRecord(cells);
        } catch (UncheckedIOException full) {
            throw full.getCause();
        }
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
