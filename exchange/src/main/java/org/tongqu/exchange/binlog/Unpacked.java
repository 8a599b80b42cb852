package org.tongqu.exchange.binlog;

import java.util.Arrays;
import java.util.Set;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.tongqu.exchange.wire.BrokenWire;

/** Events of a server that compresses its log ({@code log_bin_compress}), as they were before. */
final class Unpacked {

    private static final int QUERY = 165;
    private static final int FIRST_ROWS = 166;
    private static final int FIRST_ROWS_V2 = 169;
    private static final Set<Integer> UPDATES = Set.of(167, 170);
    private static final int LAST = 171;

    private static final int BEFORE_WIDTH = 8;
    private static final int BEFORE_SETTINGS = 13;
    private static final int LENGTH_OF_SCHEMA = 8;
    private static final int LENGTH_OF_SETTINGS = 11;
    private static final int LENGTH_OF_LENGTH = 7;

    private Unpacked() {}

    static LogEvent of(LogEvent event) {
        var type = event.type();
        if (type < QUERY || type > LAST) {
            return event;
        }
        var plain = type == QUERY
                ? LogEvent.QUERY
                : type < FIRST_ROWS_V2
                        ? LogEvent.WRITE_ROWS + type - FIRST_ROWS
                        : LogEvent.WRITE_ROWS_V2 + type - FIRST_ROWS_V2;
        var from = type == QUERY ? behindSchema(event.body()) : behindColumns(event.body(), type);
        return new LogEvent(plain, event.seconds(), event.server(), event.next(), inflated(event.body(), from));
    }

    private static int behindSchema(byte[] body) {
        var schema = body[LENGTH_OF_SCHEMA] & 0xff;
        return BEFORE_SETTINGS + (int) LogBytes.little(body, LENGTH_OF_SETTINGS, 2) + schema + 1;
    }

    private static int behindColumns(byte[] body, int type) {
        var bytes = new LogBytes(body);
        bytes.skip(BEFORE_WIDTH);
        if (type >= FIRST_ROWS_V2) {
            bytes.skip(bytes.length(2) - 2);
        }
        var included = (bytes.packed() + 7) / 8;
        return bytes.at + included * (UPDATES.contains(type) ? 2 : 1);
    }

    /** Before the compressed bytes stands how many they were. */
    private static byte[] inflated(byte[] body, int from) {
        var ofLength = body[from] & LENGTH_OF_LENGTH;
        var length = Math.toIntExact(LogBytes.big(body, from + 1, ofLength));
        var start = from + 1 + ofLength;
        var whole = Arrays.copyOf(body, from + length);
        var inflater = new Inflater();
        try {
            inflater.setInput(body, start, body.length - start);
            var done = from;
            while (done < whole.length && !inflater.finished()) {
                var more = inflater.inflate(whole, done, whole.length - done);
                if (more == 0) {
                    break;
                }
                done += more;
            }
            if (done < whole.length) {
                throw new BrokenWire("A compressed event ends early");
            }
            return whole;
        } catch (DataFormatException e) {
            throw new BrokenWire("A compressed event cannot be read: " + e.getMessage());
        } finally {
            inflater.end();
        }
    }
}
