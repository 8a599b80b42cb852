package org.tongqu.exchange.file;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Comma-separated rows. */
final class CsvFile implements FileReading {

    /** A line, or a cell over several lines; longer ones are no rows. */
    private static final int LONGEST = 16 << 20;

    private final Path file;
    private final CloseableIterator<CsvRecord> rows;
    private int[] places = {};
    private long line = 1;

    private CsvFile(Path file, CloseableIterator<CsvRecord> rows) {
        this.file = file;
        this.rows = rows;
    }

    static CsvFile open(Path file, List<String> wanted) throws IOException, Unfit {
        var rows = CsvReader.builder()
                .maxBufferSize(LONGEST)
                .ofCsvRecord(Encodings.open(file))
                .iterator();
        var reading = new CsvFile(file, rows);
        try {
            var names = reading.find();
            if (names == null) {
                throw new Unfit(BatchFault.of("no-columns", file.getFileName(), String.join(", ", wanted)));
            }
            reading.places = FileReading.places(file, names.getFields(), wanted);
            return reading;
        } catch (IOException | Unfit | RuntimeException broken) {
            reading.close();
            throw broken;
        }
    }

    private @Nullable CsvRecord find() throws IOException, Unfit {
        try {
            if (!rows.hasNext()) {
                return null;
            }
            var row = rows.next();
            line = row.getStartingLineNumber() + 1;
            return row;
        } catch (CsvParseException broken) {
            throw new Unfit(BatchFault.of("row-broken", file.getFileName(), line));
        } catch (UncheckedIOException broken) {
            throw broken.getCause();
        }
    }

    @Override
    public boolean next(@Nullable String[] cells) throws IOException, Unfit {
        var row = find();
        if (row == null) {
            return false;
        }
        for (int i = 0; i < places.length; i++) {
            var cell = row.getField(places[i]);
            cells[i] = cell.isEmpty() ? null : cell;
        }
        return true;
    }

    @Override
    public void close() throws IOException {
        rows.close();
    }
}
