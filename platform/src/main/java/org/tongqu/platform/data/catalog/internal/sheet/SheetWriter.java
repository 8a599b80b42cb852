package org.tongqu.platform.data.catalog.internal.sheet;

import static java.nio.charset.StandardCharsets.UTF_8;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.util.ArrayList;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.tongqu.platform.data.catalog.CatalogSheets.Form;
import org.tongqu.platform.data.catalog.Edition;

/** Writes editions line by line, one for each item. */
public final class SheetWriter implements Closeable {

    /** How many lines are kept before they go out. */
    private static final int KEPT = 500;

    private final Target target;
    private final SheetTelling telling;

    private SheetWriter(Target target, SheetTelling telling) throws IOException {
        this.target = target;
        this.telling = telling;
        target.line(telling.headings());
    }

    public static SheetWriter to(Form form, OutputStream out, SheetTelling telling) throws IOException {
        return new SheetWriter(
                switch (form) {
                    case XLSX -> new Xlsx(out, telling.sheet());
                    case CSV -> new Csv(out);
                },
                telling);
    }

    public void write(Edition edition) throws IOException {
        var resource = telling.resource(edition);
        if (edition.items().isEmpty()) {
            target.line(resource);
        }
        for (var item : edition.items()) {
            var line = new ArrayList<>(resource);
            line.addAll(telling.item(item));
            target.line(line);
        }
    }

    @Override
    public void close() throws IOException {
        target.close();
    }

    private interface Target extends Closeable {
        void line(List<String> cells) throws IOException;
    }

    /** With the mark by which spreadsheet programs know UTF-8. */
    private static final class Csv implements Target {
        private final CsvWriter rows;

        Csv(OutputStream out) throws IOException {
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

    private static final class Xlsx implements Target {
        private final Workbook book;
        private final Worksheet sheet;
        private int lines;

        Xlsx(OutputStream out, String name) {
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
