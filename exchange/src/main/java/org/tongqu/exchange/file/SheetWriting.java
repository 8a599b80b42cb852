package org.tongqu.exchange.file;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

/** The sheet of a workbook. Numbers with more digits than a workbook keeps are written as texts. */
final class SheetWriting implements FileWriting {

    /** A sheet has 1,048,576 rows, of which one is the names. */
    static final int MOST_ROWS = 1_000_000;

    private static final int MOST_DIGITS = 15;
    private static final int ROWS_IN_MEMORY = 1000;

    private final List<Column> columns;
    private final OutputStream file;
    private final Workbook book;
    private final Worksheet sheet;
    private int row;

    SheetWriting(Path file, List<Column> columns) throws IOException {
        this.columns = columns;
        this.file = Files.newOutputStream(file);
        this.book = new Workbook(this.file, "tongqu", "1.0");
        this.sheet = book.newWorksheet("data");
        for (int i = 0; i < columns.size(); i++) {
            sheet.inlineString(0, i, columns.get(i).name());
        }
    }

    @Override
    public void write(@Nullable String[] cells) throws IOException {
        row++;
        for (int i = 0; i < cells.length; i++) {
            var text = cells[i];
            if (text != null) {
                write(i, text);
            }
        }
        if (row % ROWS_IN_MEMORY == 0) {
            sheet.flush();
        }
    }

    private void write(int at, String text) {
        switch (columns.get(at).type().kind()) {
            case INTEGER, DECIMAL, FLOAT -> number(at, text);
            case TEXT, BOOLEAN, DATE, TIMESTAMP -> sheet.inlineString(row, at, text);
        }
    }

    private void number(int at, String text) {
        var number = number(text);
        if (number.isPresent() && number.get().precision() <= MOST_DIGITS) {
            sheet.value(row, at, number.get());
        } else {
            sheet.inlineString(row, at, text);
        }
    }

    /** Nothing for what is endless or not a number at all: a workbook knows no such number. */
    private static Optional<BigDecimal> number(String text) {
        try {
            return Optional.of(new BigDecimal(text));
        } catch (NumberFormatException endless) {
            return Optional.empty();
        }
    }

    @Override
    public void close() throws IOException {
        try (file) {
            book.finish();
        }
    }
}
