package org.tongqu.exchange.parcels;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.tongqu.exchange.mapping.Failure;
import org.tongqu.exchange.source.Reading;
import org.tongqu.exchange.wire.BrokenWire;

/** A parcel as bytes: what is signed, kept in a spool and sent. */
public final class ParcelBytes {

    private static final String HEAD = "tongqu parcel 1";

    private ParcelBytes() {}

    public static byte[] write(Parcel parcel) {
        var bytes = new ByteArrayOutputStream(parcel.rows().bytes().length + (1 << 12));
        try (var out = new DataOutputStream(bytes)) {
            text(out, HEAD);
            out.writeLong(parcel.order());
            text(out, parcel.flow());
            out.writeLong(parcel.run());
            text(out, parcel.part().name());
            out.writeLong(parcel.before());
            texts(out, parcel.reached().position());
            text(out, parcel.reached().moment());
            text(out, parcel.reached().end().name());
            out.writeInt(parcel.aside().size());
            for (var row : parcel.aside()) {
                out.writeLong(row.line());
                var failure = row.failure();
                texts(out, List.of(row.key(), failure.rule(), failure.column(), failure.reason(), row.row()));
            }
            out.writeInt(parcel.rows().count());
            out.writeInt(parcel.rows().bytes().length);
            out.write(parcel.rows().bytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static void texts(DataOutputStream out, List<String> texts) throws IOException {
        out.writeInt(texts.size());
        for (var text : texts) {
            text(out, text);
        }
    }

    private static void text(DataOutputStream out, String text) throws IOException {
        var bytes = text.getBytes(UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    /**
     * Reads what came from outside.
     *
     * @throws BrokenWire when it is no parcel, or one that was cut off
     */
    public static Parcel read(byte[] bytes) {
        try (var in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            if (!text(in).equals(HEAD)) {
                throw new BrokenWire("Not a parcel of this version");
            }
            var parcel = parcel(in);
            if (in.available() > 0) {
                throw new BrokenWire("Something stands behind the parcel");
            }
            return parcel;
        } catch (IOException | IllegalArgumentException broken) {
            throw new BrokenWire("Not a parcel: " + broken.getMessage());
        }
    }

    private static Parcel parcel(DataInputStream in) throws IOException {
        var order = in.readLong();
        var flow = text(in);
        var run = in.readLong();
        var part = Reading.Part.valueOf(text(in));
        var before = in.readLong();
        var reached = new Parcel.Reached(texts(in), text(in), Parcel.End.valueOf(text(in)));
        var asides = count(in, in.readInt());
        List<Parcel.Aside> aside = new ArrayList<>();
        for (int i = 0; i < asides; i++) {
            aside.add(aside(in.readLong(), texts(in)));
        }
        var rows = in.readInt();
        return new Parcel(order, flow, run, part, before, new Tuples(rows, bytes(in)), aside, reached);
    }

    private static Parcel.Aside aside(long line, List<String> texts) {
        if (texts.size() != 5) {
            throw new BrokenWire("A row set aside has " + texts.size() + " texts");
        }
        var failure = new Failure(texts.get(1), texts.get(2), texts.get(3));
        return new Parcel.Aside(line, texts.getFirst(), failure, texts.getLast());
    }

    private static List<String> texts(DataInputStream in) throws IOException {
        var count = count(in, in.readInt());
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            texts.add(text(in));
        }
        return texts;
    }

    private static String text(DataInputStream in) throws IOException {
        return new String(bytes(in), UTF_8);
    }

    private static byte[] bytes(DataInputStream in) throws IOException {
        return in.readNBytes(count(in, in.readInt()));
    }

    /** Nothing is longer than what is left. */
    private static int count(DataInputStream in, int said) throws IOException {
        if (said < 0 || said > in.available()) {
            throw new BrokenWire("The parcel was cut off");
        }
        return said;
    }
}
