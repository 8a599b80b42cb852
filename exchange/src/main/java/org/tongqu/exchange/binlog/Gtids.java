package org.tongqu.exchange.binlog;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** How far a log was read: of each domain the last transaction, as {@code domain-server-sequence}. */
final class Gtids {

    private final Map<Long, String> last = new TreeMap<>();

    /** @param text as the server writes it, e.g. {@code 0-1-100,1-2-7}; empty for the beginning */
    static Gtids of(String text) {
        var gtids = new Gtids();
        Arrays.stream(text.split(","))
                .map(String::strip)
                .filter(one -> !one.isEmpty())
                .forEach(one -> gtids.last.put(Long.parseLong(one.substring(0, one.indexOf('-'))), one));
        return gtids;
    }

    void reach(long domain, long server, long sequence) {
        last.put(domain, domain + "-" + server + "-" + Long.toUnsignedString(sequence));
    }

    @Override
    public String toString() {
        return last.values().stream().collect(Collectors.joining(","));
    }
}
