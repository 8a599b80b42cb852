package org.tongqu.exchange.outgoing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.tongqu.engines.exchanges.FileFormat;
import org.tongqu.engines.exchanges.Flow;
import org.tongqu.exchange.file.BatchCheck;
import org.tongqu.exchange.file.FileWriting;
import org.tongqu.exchange.file.Manifest;
import org.tongqu.exchange.mapping.TargetColumn;
import org.tongqu.exchange.wire.Cell;
import org.tongqu.exchange.wire.CellReader;
import org.tongqu.exchange.wire.CopyTuples;
import org.tongqu.exchange.wire.Row;

/** Makes the files of a batch out of what was laid for it. */
public final class OutgoingFiles {

    private final Flow flow;
    private final FileFormat format;
    private final List<FileWriting.Column> columns;
    private final List<TargetColumn> types;
    private final Path into;
    private final List<Manifest.Part> made = new ArrayList<>();
    private final @Nullable String[] cells;
    private final Cell cell = new Cell();
    private @Nullable FileWriting writing;
    private long rows;

    private OutgoingFiles(Flow flow, Path into) {
        this.flow = flow;
        this.format = flow.target().files().orElseThrow().format();
        this.types = Outgoing.columns(flow);
        this.columns = types.stream()
                .map(column -> new FileWriting.Column(column.name(), Outgoing.type(flow, column.name())))
                .toList();
        this.cells = new @Nullable String[columns.size()];
        this.into = into;
    }

    /**
     * Writes the files, more than one where one would hold too many rows.
     *
     * @param part as {@link Outgoing#finished} names it
     * @param into an empty folder
     * @return what a manifest says of them; nothing when there are no rows
     */
    public static List<Manifest.Part> write(Flow flow, Path part, Path into) throws IOException {
        var files = new OutgoingFiles(flow, into);
        try {
            for (var piece : Outgoing.pieces(part)) {
                files.append(Files.readAllBytes(piece));
            }
            files.end();
        } finally {
            files.abandon();
        }
        Outgoing.force(into);
        return files.made;
    }

    private void append(byte[] piece) throws IOException {
        var tuples = new CopyTuples();
        for (var bytes : List.of(CopyTuples.header(), piece, CopyTuples.trailer())) {
            tuples.feed(bytes, 0, bytes.length);
        }
        var row = new Row(types.size());
        while (tuples.next(row)) {
            for (int i = 0; i < cells.length; i++) {
                cells[i] = text(row, i);
            }
            writing().write(cells);
            rows++;
        }
        if (!tuples.isComplete()) {
            throw new IOException("Rows that were laid for " + flow.id() + " are cut off");
        }
    }

    private @Nullable String text(Row row, int index) {
        CellReader.read(types.get(index).type().type(), row, index, cell);
        if (cell.isNothing()) {
            return null;
        }
        if (cell.form() == Cell.Form.TRUTH) {
            return String.valueOf(cell.number() != 0);
        }
        cell.toText();
        return new String(cell.bytes(), cell.start(), cell.length(), UTF_8);
    }

    private FileWriting writing() throws IOException {
        if (writing != null && rows == FileWriting.most(format)) {
            end();
        }
        if (writing == null) {
            writing = FileWriting.open(format, file(), columns);
        }
        return writing;
    }

    private Path file() {
        var number = made.isEmpty() ? "" : "-" + (made.size() + 1);
        return into.resolve(flow.id() + number + "." + format.name().toLowerCase(Locale.ROOT));
    }

    private void end() throws IOException {
        if (writing == null) {
            return;
        }
        var ended = writing;
        writing = null;
        ended.close();
        var file = file();
        try (var channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
        made.add(new Manifest.Part(file.getFileName().toString(), Files.size(file), BatchCheck.digest(file), rows));
        rows = 0;
    }

    private void abandon() throws IOException {
        if (writing != null) {
            writing.close();
        }
    }
}
