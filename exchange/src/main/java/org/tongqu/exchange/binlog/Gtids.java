package org.tongqu.exchange.binlog;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** How far a log was read: of each domain the last transaction, as {@code domain-server-sequence}. */
final class Gtids implements Progress {

    private final Map<Long, String> last = new TreeMap<>();
    private long seenDomain;
    private String seen = "";

    /** @param text as the server writes it, e.g. {@code 0-1-100,1-2-7}; empty for the beginning */
    static Gtids of(String text) {
        var gtids = new Gtids();
        Arrays.stream(text.split(",", -1))
                .map(String::strip)
                .filter(one -> !one.isEmpty())
                .forEach(one -> gtids.last.put(Long.parseLong(one.substring(0, one.indexOf('-'))), one));
        return gtids;
    }

    @Override
    public void see(LogEvent event) {
        if (event.type() == LogEvent.GTID) {
            var from = new LogBytes(event.body());
            var sequence = from.little(8);
            seenDomain = from.little(4);
            seen = seenDomain + "-" + event.server() + "-" + Long.toUnsignedString(sequence);
        }
    }

    @Override
    public void reach() {
        if (!seen.isEmpty()) {
            last.put(seenDomain, seen);
        }
    }

    @Override
    public String toString() {
        return last.values().stream().collect(Collectors.joining(","));
    }
}
