package org.tongqu.platform.operate.sheets;

import static java.nio.charset.StandardCharsets.UTF_8;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** Writes a table line by line. */
public sealed interface SheetWriter extends Closeable {

    void line(List<String> cells) throws IOException;

    /** @param sheet what the sheet of a workbook is called */
    static SheetWriter to(SheetForm form, OutputStream out, String sheet) throws IOException {
        return switch (form) {
            case XLSX -> new Xlsx(out, sheet);
            case CSV -> new Csv(out);
        };
    }

    /** With the mark by which spreadsheet programs know UTF-8. */
    final class Csv implements SheetWriter {
        private final CsvWriter rows;

        private Csv(OutputStream out) throws IOException {
            var writer = new OutputStreamWriter(out, UTF_8);
            writer.write('\uFEFF');
            rows = CsvWriter.builder().build(writer);
        }

        @Override
        public void line(List<String> cells) {
            rows.writeRecord(cells.stream().map(Formulas::guarded).toList());
        }

        @Override
        public void close() throws IOException {
            rows.close();
        }
    }

    final class Xlsx implements SheetWriter {

        /** How many lines are kept before they go out. */
        private static final int KEPT = 500;

        private final Workbook book;
        private final Worksheet sheet;
        private int lines;

        private Xlsx(OutputStream out, String name) {
            book = new Workbook(out, "Tongqu", "1.0");
            sheet = book.newWorksheet(name);
            sheet.freezePane(0, 1);
        }

        @Override
        public void line(List<String> cells) throws IOException {
            for (int column = 0; column < cells.size(); column++) {
                if (!cells.get(column).isEmpty()) {
                    sheet.inlineString(lines, column, Formulas.guarded(cells.get(column)));
                }
            }
            if (++lines % KEPT == 0) {
                sheet.flush();
            }
        }

        @Override
        public void close() throws IOException {
            book.close();
        }
    }
}
