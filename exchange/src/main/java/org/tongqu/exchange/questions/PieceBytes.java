package org.tongqu.exchange.questions;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;
import org.tongqu.engines.json.DatumJson;
import org.tongqu.exchange.inventory.Dictionary;
import org.tongqu.exchange.mapping.TargetColumn;
import org.tongqu.exchange.parcels.OrderJson;
import org.tongqu.exchange.parcels.Tuples;
import org.tongqu.exchange.questions.Piece.Place;
import org.tongqu.exchange.table.ComparedSide.Looked;
import org.tongqu.exchange.table.ComparedSide.Told;
import org.tongqu.exchange.table.KeyRanges;
import org.tongqu.exchange.table.Receipt;
import org.tongqu.exchange.table.Resending.Picked;
import org.tongqu.exchange.table.Resending.Resent;
import org.tongqu.exchange.table.TargetFilling.Filled;
import org.tongqu.exchange.wire.BrokenWire;
import org.tongqu.kernel.data.Datum;

/** Pieces and what stands in them, as bytes; contents are deflated. */
public final class PieceBytes {

    private static final String HEAD = "tongqu piece 1";

    /** What a piece may hold when it is inflated. */
    private static final int MOST = 96 << 20;

    private PieceBytes() {}

    public static byte[] write(Piece piece) {
        return bytes(out -> {
            out.writeUTF(HEAD);
            out.writeLong(piece.question());
            out.writeLong(piece.attempt());
            out.writeInt(piece.number());
            out.writeUTF(piece.place().name());
            out.writeInt(piece.content().length);
            out.write(piece.content());
        });
    }

    /** @throws BrokenWire when it is none */
    public static Piece read(byte[] bytes) {
        return from(bytes, in -> {
            if (!in.readUTF().equals(HEAD)) {
                throw new BrokenWire("Not a piece of this version");
            }
            return new Piece(
                    in.readLong(), in.readLong(), in.readInt(), Place.valueOf(in.readUTF()), block(in, bytes.length));
        });
    }

    public static byte[] told(Told told) {
        return deflated(out -> {
            out.writeLong(told.keptOut());
            columns(out, told.columns());
            out.write(told.fine().bytes());
        });
    }

    /** @throws BrokenWire when it is nothing that a side tells */
    public static Told readTold(byte[] bytes) {
        return inflated(bytes, in -> {
            var keptOut = in.readLong();
            var columns = readColumns(in);
            return new Told(KeyRanges.fine(in.readAllBytes()), keptOut, columns);
        });
    }

    public static byte[] columns(List<TargetColumn> columns) {
        return deflated(out -> columns(out, columns));
    }

    /** @throws BrokenWire when they are no columns */
    public static List<TargetColumn> readColumns(byte[] bytes) {
        return inflated(bytes, PieceBytes::readColumns);
    }

    private static void columns(DataOutputStream out, List<TargetColumn> columns) throws IOException {
        var text = Datum.of(columns.stream().map(OrderJson::column).toList())
                .canonical()
                .getBytes(UTF_8);
        out.writeInt(text.length);
        out.write(text);
    }

    private static List<TargetColumn> readColumns(DataInputStream in) throws IOException {
        var text = new String(block(in, MOST), UTF_8);
        return DatumJson.read("{\"columns\":" + text + "}").items("columns").stream()
                .map(OrderJson::readColumn)
                .toList();
    }

    public static byte[] looked(List<Looked> rows) {
        return deflated(out -> {
            out.writeInt(rows.size());
            for (var row : rows) {
                out.writeLong(row.key());
                out.writeLong(row.row());
                texts(out, row.name());
            }
        });
    }

    /** @throws BrokenWire when they are no rows that were looked at */
    public static List<Looked> readLooked(byte[] bytes) {
        return inflated(bytes, in -> {
            var count = in.readInt();
            List<Looked> rows = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                var key = in.readLong();
                var row = in.readLong();
                rows.add(new Looked(key, row, readTexts(in)));
            }
            return rows;
        });
    }

    /** By key. */
    public static byte[] cells(Map<List<String>, String> cells) {
        return deflated(out -> {
            out.writeInt(cells.size());
            for (var cell : cells.entrySet()) {
                texts(out, cell.getKey());
                texts(out, List.of(cell.getValue()));
            }
        });
    }

    /** @throws BrokenWire when they are no cells */
    public static Map<List<String>, String> readCells(byte[] bytes) {
        return inflated(bytes, in -> {
            var count = in.readInt();
            Map<List<String>, String> cells = new HashMap<>();
            for (int i = 0; i < count; i++) {
                var key = readTexts(in);
                cells.put(key, String.join("", readTexts(in)));
            }
            return cells;
        });
    }

    public static byte[] dictionary(Dictionary dictionary) {
        return deflated(
                out -> out.write(DictionaryJson.write(dictionary).canonical().getBytes(UTF_8)));
    }

    /** @throws BrokenWire when it is no dictionary */
    public static Dictionary readDictionary(byte[] bytes) {
        return inflated(bytes, in -> DictionaryJson.read(DatumJson.read(new String(in.readAllBytes(), UTF_8))));
    }

    public static byte[] filled(List<Filled> columns) {
        return deflated(out -> {
            out.writeInt(columns.size());
            for (var column : columns) {
                texts(out, List.of(column.column()));
                out.writeLong(column.rows());
                out.writeLong(column.filled());
            }
        });
    }

    /** @throws BrokenWire when it does not say how full columns are */
    public static List<Filled> readFilled(byte[] bytes) {
        return inflated(bytes, in -> {
            var count = in.readInt();
            List<Filled> columns = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                columns.add(new Filled(String.join("", readTexts(in)), in.readLong(), in.readLong()));
            }
            return columns;
        });
    }

    private static void texts(DataOutputStream out, List<String> texts) throws IOException {
        out.writeInt(texts.size());
        for (var text : texts) {
            var bytes = text.getBytes(UTF_8);
            out.writeInt(bytes.length);
            out.write(bytes);
        }
    }

    private static List<String> readTexts(DataInputStream in) throws IOException {
        var count = in.readInt();
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            texts.add(new String(block(in, MOST), UTF_8));
        }
        return texts;
    }

    public static byte[] picked(Picked picked) {
        return deflated(out -> {
            out.writeInt(picked.lines().length);
            for (var line : picked.lines()) {
                out.writeLong(line);
            }
            out.writeInt(picked.rows().bytes().length);
            out.write(picked.rows().bytes());
        });
    }

    /** @throws BrokenWire when they are no rows that were picked */
    public static Picked readPicked(byte[] bytes) {
        return inflated(bytes, in -> {
            var count = in.readInt();
            if (count < 0 || count > MOST / Long.BYTES) {
                throw new BrokenWire("So many lines cannot be");
            }
            var lines = new long[count];
            for (int i = 0; i < count; i++) {
                lines[i] = in.readLong();
            }
            return new Picked(new Tuples(count, block(in, MOST)), lines);
        });
    }

    public static byte[] resent(Resent resent) {
        return deflated(out -> {
            out.writeLong(resent.written());
            out.writeLong(resent.setAside());
            out.writeUTF(resent.end().name());
        });
    }

    /** @throws BrokenWire when it does not say what was written */
    public static Resent readResent(byte[] bytes) {
        return inflated(bytes, in -> new Resent(in.readLong(), in.readLong(), Receipt.End.valueOf(in.readUTF())));
    }

    private static byte[] block(DataInputStream in, int most) throws IOException {
        var length = in.readInt();
        if (length < 0 || length > most) {
            throw new BrokenWire("A part of " + length + " bytes cannot be");
        }
        var bytes = in.readNBytes(length);
        if (bytes.length < length) {
            throw new BrokenWire("The piece was cut off");
        }
        return bytes;
    }

    /** Writes what it likes. */
    private interface Writing {
        void write(DataOutputStream out) throws IOException;
    }

    /** Reads it again. */
    private interface Reading<T> {
        T read(DataInputStream in) throws IOException;
    }

    private static byte[] bytes(Writing writing) {
        var bytes = new ByteArrayOutputStream();
        try (var out = new DataOutputStream(bytes)) {
            writing.write(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static byte[] deflated(Writing writing) {
        var bytes = new ByteArrayOutputStream();
        try (var out = new DataOutputStream(new DeflaterOutputStream(bytes))) {
            writing.write(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static <T> T from(byte[] bytes, Reading<T> reading) {
        try (var in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            return reading.read(in);
        } catch (IOException | IllegalArgumentException broken) {
            throw new BrokenWire("Not a piece: " + broken.getMessage());
        }
    }

    private static <T> T inflated(byte[] bytes, Reading<T> reading) {
        return from(bytes, packed -> {
            var unpacked = new InflaterInputStream(packed).readNBytes(MOST + 1);
            if (unpacked.length > MOST) {
                throw new BrokenWire("A piece is larger than any that is made");
            }
            return from(unpacked, reading);
        });
    }
}
