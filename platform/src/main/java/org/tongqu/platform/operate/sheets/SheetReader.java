package org.tongqu.platform.operate.sheets;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.tongqu.kernel.Outcome;

/** Reads XLSX and CSV of strangers: what a file is shows in its first bytes, not in its name. */
public final class SheetReader {

    static final int LARGEST = 8 << 20;
    static final int MOST_ROWS = 20_000;
    private static final int WIDEST = 200;
    private static final int HEADER = 8;
    private static final Charset GB18030 = Charset.forName("GB18030");

    private SheetReader() {}

    public static Outcome<List<SheetRow>, Unreadable> read(byte[] file) {
        if (file.length == 0) {
            return unfit(Unreadable.EMPTY);
        }
        if (file.length > LARGEST) {
            return unfit(Unreadable.TOO_LARGE);
        }
        if (file.length >= HEADER && ReadableWorkbook.isOLE2Header(file)) {
            return unfit(Unreadable.OLD_SPREADSHEET);
        }
        return file[0] == 'P' && file.length > 1 && file[1] == 'K' ? workbook(file) : csv(file);
    }

    private static Outcome<List<SheetRow>, Unreadable> unfit(Unreadable reason) {
        return Outcome.refused(reason);
    }

    private static Outcome<List<SheetRow>, Unreadable> workbook(byte[] file) {
        var unsafe = PackageCheck.of(file);
        if (unsafe.isPresent()) {
            return unfit(unsafe.get());
        }
        try (var book = new ReadableWorkbook(new ByteArrayInputStream(file))) {
            var rows = new ArrayList<SheetRow>();
            for (var sheet : book.getSheets().toList()) {
                if (!read(sheet, rows)) {
                    return unfit(Unreadable.TOO_MANY_ROWS);
                }
            }
            return Outcome.done(rows);
        } catch (IOException | UncheckedIOException | ExcelReaderException | IllegalArgumentException broken) {
            return unfit(Unreadable.BROKEN);
        }
    }

    /** @return whether the rows are not too many */
    private static boolean read(Sheet sheet, List<SheetRow> rows) throws IOException {
        try (var lines = sheet.openStream()) {
            for (var each = lines.iterator(); each.hasNext(); ) {
                var row = row(sheet.getName(), each.next());
                if (!row.isBlank()) {
                    rows.add(row);
                }
                if (rows.size() > MOST_ROWS) {
                    return false;
                }
            }
        }
        return true;
    }

    private static SheetRow row(String sheet, Row line) {
        var cells = new ArrayList<String>();
        Set<Integer> formulas = new HashSet<>();
        for (int column = 0; column < Math.min(line.getCellCount(), WIDEST); column++) {
            var cell = line.getOptionalCell(column);
            cells.add(cell.map(known -> written(known.getText())).orElse(""));
            if (cell.isPresent() && cell.get().getType() == CellType.FORMULA) {
                formulas.add(column);
            }
        }
        return new SheetRow(sheet, line.getRowNum(), cells, formulas);
    }

    /** What stands in a cell, without the mark that keeps it from being a formula. */
    private static String written(String cell) {
        var said = cell.strip();
        return Formulas.isGuarded(said) ? said.substring(1) : said;
    }

    private static Outcome<List<SheetRow>, Unreadable> csv(byte[] file) {
        var text = text(file, StandardCharsets.UTF_8).or(() -> text(file, GB18030));
        if (text.isEmpty() || text.get().indexOf('\0') >= 0) {
            return unfit(Unreadable.NOT_TEXT);
        }
        var rows = new ArrayList<SheetRow>();
        try (var lines = CsvReader.builder()
                .allowMissingFields(true)
                .allowExtraFields(true)
                .ofCsvRecord(text.get())) {
            for (var line : lines) {
                var cells = new ArrayList<String>();
                Set<Integer> formulas = new HashSet<>();
                for (var cell : line.getFields()) {
                    if (Formulas.isOne(cell.strip())) {
                        formulas.add(cells.size());
                    }
                    cells.add(written(cell));
                }
                var row = new SheetRow("", (int) line.getStartingLineNumber(), cells, formulas);
                if (!row.isBlank()) {
                    rows.add(row);
                }
                if (rows.size() > MOST_ROWS) {
                    return unfit(Unreadable.TOO_MANY_ROWS);
                }
            }
        } catch (CsvParseException | IOException broken) {
            return unfit(Unreadable.BROKEN);
        }
        return Outcome.done(rows);
    }

    private static Optional<String> text(byte[] file, Charset charset) {
        try {
            var read = charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(file))
                    .toString();
            return Optional.of(read.startsWith("\uFEFF") ? read.substring(1) : read);
        } catch (CharacterCodingException other) {
            return Optional.empty();
        }
    }
}
