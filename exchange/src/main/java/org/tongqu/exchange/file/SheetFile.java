package org.tongqu.exchange.file;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.jspecify.annotations.Nullable;

/** The first sheet of a workbook. A day that a cell shows as one is read as a day. */
final class SheetFile implements FileReading {

    private static final int HEADER = 8;

    private final Path file;
    private final ReadableWorkbook book;
    private final Stream<Row> lines;
    private final Iterator<Row> rows;
    private int[] places = {};

    private SheetFile(Path file, ReadableWorkbook book, Stream<Row> lines) {
        this.file = file;
        this.book = book;
        this.lines = lines;
        this.rows = lines.iterator();
    }

    static SheetFile open(Path file, List<String> wanted) throws IOException, Unfit {
        try (var in = Files.newInputStream(file)) {
            var first = in.readNBytes(HEADER);
            if (first.length == HEADER && ReadableWorkbook.isOLE2Header(first)) {
                throw new Unfit(BatchFault.of("old-sheet", file.getFileName()));
            }
        }
        SheetParts.check(file);
        ReadableWorkbook book;
        try {
            book = new ReadableWorkbook(file.toFile(), new ReadingOptions(true, false));
        } catch (ExcelReaderException | IOException | IllegalArgumentException broken) {
            throw new Unfit(BatchFault.of("sheet-broken", file.getFileName()));
        }
        try {
            var reading = new SheetFile(file, book, book.getFirstSheet().openStream());
            var names = new ArrayList<String>();
            if (reading.rows.hasNext()) {
                reading.rows.next().forEach(cell -> names.add(cell == null ? "" : cell.getText()));
            }
            reading.places = FileReading.places(file, names, wanted);
            return reading;
        } catch (IOException | UncheckedIOException | ExcelReaderException | IllegalArgumentException broken) {
            book.close();
            throw new Unfit(BatchFault.of("sheet-broken", file.getFileName()));
        } catch (Unfit unfit) {
            book.close();
            throw unfit;
        }
    }

    @Override
    public boolean next(@Nullable String[] cells) throws Unfit {
        try {
            while (rows.hasNext()) {
                var row = rows.next();
                var isEmpty = true;
                for (int i = 0; i < places.length; i++) {
                    cells[i] = text(row, places[i]);
                    isEmpty &= cells[i] == null;
                }
                if (!isEmpty) {
                    return true;
                }
            }
            return false;
        } catch (UncheckedIOException | ExcelReaderException | IllegalArgumentException broken) {
            throw new Unfit(BatchFault.of("sheet-broken", file.getFileName()));
        }
    }

    private @Nullable String text(Row row, int place) throws Unfit {
        var cell = row.getOptionalCell(place).orElse(null);
        if (cell == null || cell.getType() == CellType.EMPTY) {
            return null;
        }
        var text = switch (cell.getType()) {
            case FORMULA, ERROR -> throw new Unfit(BatchFault.of("formula", file.getFileName(), cell.getAddress()));
            case NUMBER -> number(cell);
            default -> cell.getText();
        };
        return text.isEmpty() ? null : text;
    }

    private static String number(Cell cell) {
        var format = cell.getDataFormatString();
        if (format != null && format.matches("(?i).*(yy|dd|hh|ss).*")) {
            return day(cell.asDate());
        }
        return new BigDecimal(cell.getRawValue()).stripTrailingZeros().toPlainString();
    }

    private static String day(LocalDateTime moment) {
        return moment.toLocalTime().equals(LocalTime.MIDNIGHT)
                ? moment.toLocalDate().toString()
                : moment.toString().replace('T', ' ');
    }

    @Override
    public void close() throws IOException {
        lines.close();
        book.close();
    }
}
