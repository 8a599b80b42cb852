package org.tongqu.exchange.source;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.tongqu.engines.exchanges.Flow;
import org.tongqu.exchange.file.BatchCheck;
import org.tongqu.exchange.file.FileReading;
import org.tongqu.exchange.file.Unfit;
import org.tongqu.exchange.mapping.SourceField;
import org.tongqu.exchange.wire.Row;
import org.tongqu.exchange.wire.TupleWriter;

/** The rows of a batch, file by file, behind the one that is safe. */
final class FileRows implements RowSource {

    private final Flow flow;
    private final List<SourceField> fields;
    private final List<Path> files;
    private final String after;
    private final List<String> columns;
    private final int[] places;
    private final @Nullable String[] cells;
    private final TupleWriter laidOut = new TupleWriter(1 << 12);
    private volatile @Nullable FileReading reading;
    private int file;
    private long line;
    private volatile boolean isClosed;

    FileRows(Flow flow, List<SourceField> fields, List<Path> files, String after) {
        this.flow = flow;
        this.fields = fields;
        this.files = files;
        this.after = after;
        this.columns = BatchCheck.columns(flow);
        this.places =
                fields.stream().mapToInt(field -> columns.indexOf(field.name())).toArray();
        this.cells = new @Nullable String[columns.size()];
    }

    @Override
    public List<SourceField> fields() {
        return fields;
    }

    @Override
    public boolean next(Row row) throws SQLException {
        try {
            while (read()) {
                var position = position();
                if (position.compareTo(after) > 0) {
                    lay(position, row);
                    return true;
                }
            }
            return false;
        } catch (Unfit | IOException broken) {
            throw new SQLException("A file that was checked cannot be read: " + files.get(file - 1), broken);
        }
    }

    private boolean read() throws IOException, Unfit, SQLException {
        while (true) {
            if (isClosed) {
                throw new SQLException("The reading was broken off");
            }
            var current = reading;
            if (current == null) {
                if (file == files.size()) {
                    return false;
                }
                current = FileReading.open(flow.source().format().orElseThrow(), files.get(file++), columns);
                reading = current;
                line = 0;
            }
            if (current.next(cells)) {
                line++;
                return true;
            }
            current.close();
            reading = null;
        }
    }

    /** In the order of reading also as texts. */
    private String position() {
        var batch = files.get(file - 1).getParent();
        return String.format(Locale.ROOT, "%s.%04d.%012d", batch == null ? "" : batch.getFileName(), file, line);
    }

    private void lay(String position, Row row) {
        laidOut.rewind(0);
        laidOut.begin(fields.size());
        for (int i = 0; i < fields.size(); i++) {
            var value = places[i] < 0 ? position : cells[places[i]];
            var before = laidOut.length();
            if (value == null) {
                laidOut.nothing();
                row.place(i, before + 4, -1);
            } else {
                var bytes = value.getBytes(UTF_8);
                laidOut.cell(bytes, 0, bytes.length);
                row.place(i, before + 4, bytes.length);
            }
        }
        row.in(laidOut.bytes());
    }

    @Override
    public void close() throws SQLException {
        isClosed = true;
        var open = reading;
        try {
            if (open != null) {
                open.close();
            }
        } catch (IOException broken) {
            throw new SQLException(broken);
        }
    }
}
