package org.tongqu.exchange.feed;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tongqu.exchange.wire.BrokenWire;

/** One message of the feed; the object is filled again with the next one. */
public final class FeedMessage {

    /** What a message says; whatever else there is does not concern a table. */
    public enum Kind {
        BEGIN,
        COMMIT,
        RELATION,
        INSERT,
        UPDATE,
        DELETE,
        TRUNCATE,
        OTHER
    }

    private Kind kind = Kind.OTHER;
    private long position;
    private long committedAt;
    private int table;
    private @Nullable Relation relation;
    private final FeedTuple before = new FeedTuple();
    private final FeedTuple after = new FeedTuple();

    public Kind kind() {
        return kind;
    }

    /** Of a begin: where the commit of the transaction stands in the log. Of a commit: where the log goes on. */
    public long position() {
        return position;
    }

    /** Of a begin: microseconds since 2000, by the source's clock. */
    public long committedAt() {
        return committedAt;
    }

    public int table() {
        return table;
    }

    public Relation relation() {
        if (relation == null) {
            throw new IllegalStateException("Not a description of a table");
        }
        return relation;
    }

    /** The row as it was, or only what names it; not there when nothing of that changed. */
    public FeedTuple before() {
        return before;
    }

    public FeedTuple after() {
        return after;
    }

    /** The bytes stay where they are and must not change before the message is used up. */
    public void read(ByteBuffer bytes) {
        before.clear();
        after.clear();
        switch (bytes.get()) {
            case 'B' -> {
                kind = Kind.BEGIN;
                position = bytes.getLong();
                committedAt = bytes.getLong();
            }
            case 'C' -> {
                kind = Kind.COMMIT;
                bytes.get();
                bytes.getLong();
                position = bytes.getLong();
            }
            case 'R' -> {
                kind = Kind.RELATION;
                relation = relation(bytes);
            }
            case 'I' -> {
                kind = Kind.INSERT;
                table = bytes.getInt();
                bytes.get();
                tuple(bytes, after);
            }
            case 'U' -> {
                kind = Kind.UPDATE;
                update(bytes);
            }
            case 'D' -> {
                kind = Kind.DELETE;
                table = bytes.getInt();
                bytes.get();
                tuple(bytes, before);
            }
            case 'T' -> kind = Kind.TRUNCATE;
            default -> kind = Kind.OTHER;
        }
    }

    private void update(ByteBuffer bytes) {
        table = bytes.getInt();
        var which = bytes.get();
        if (which != 'N') {
            tuple(bytes, before);
            which = bytes.get();
        }
        if (which != 'N') {
            throw new BrokenWire("An update without a new row");
        }
        tuple(bytes, after);
    }

    private static Relation relation(ByteBuffer bytes) {
        var id = bytes.getInt();
        var schema = text(bytes);
        var name = text(bytes);
        bytes.get();
        var count = bytes.getShort();
        List<Relation.Column> columns = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            bytes.get();
            var column = text(bytes);
            columns.add(new Relation.Column(column, bytes.getInt()));
            bytes.getInt();
        }
        return new Relation(id, schema, name, columns);
    }

    private static String text(ByteBuffer bytes) {
        var start = bytes.position();
        while (bytes.get() != 0) {
            // up to the zero that ends it
        }
        var length = bytes.position() - 1 - start;
        return new String(bytes.array(), bytes.arrayOffset() + start, length, UTF_8);
    }

    private static void tuple(ByteBuffer bytes, FeedTuple into) {
        var count = bytes.getShort();
        into.begin(bytes.array(), count);
        for (int column = 0; column < count; column++) {
            switch (bytes.get()) {
                case 'n' -> into.place(column, 0, -1);
                case 'u' -> into.place(column, 0, FeedTuple.UNCHANGED);
                default -> {
                    var length = bytes.getInt();
                    into.place(column, bytes.arrayOffset() + bytes.position(), length);
                    bytes.position(bytes.position() + length);
                }
            }
        }
    }
}
