package org.tongqu.exchange.node;

import java.util.LinkedHashMap;
import java.util.Map;
import org.tongqu.exchange.parcels.Parcel;
import org.tongqu.kernel.data.Datum;

/** How many lines of each order were committed, by the centre or here: what a receipt is held against before it is signed. */
final class Tally {

    private static final int KEPT = 200;
    private static final String FILE = "tally.sealed";

    private final Home home;
    private final Map<Long, Lines> orders = new LinkedHashMap<>();

    /** From the line before the first to the last: the same parcel told twice counts once. */
    private record Lines(long from, long to) {}

    Tally(Home home) {
        this.home = home;
        home.read(FILE)
                .ifPresent(written -> written.fields("")
                        .forEach((order, lines) -> orders.put(
                                Long.valueOf(order.substring(1)),
                                new Lines(
                                        lines.number("from").orElseThrow().longValueExact(),
                                        lines.number("to").orElseThrow().longValueExact()))));
    }

    synchronized void committed(Parcel parcel) {
        keep(parcel.order(), new Lines(parcel.before(), parcel.before() + parcel.read()));
    }

    /** As far as the ledger of this department's own table is, of what is written here. */
    synchronized void stands(long order, long line) {
        keep(order, new Lines(line, line));
    }

    private void keep(long order, Lines lines) {
        var before = orders.get(order);
        var now = orders.merge(
                order,
                lines,
                (one, other) -> new Lines(Math.min(one.from(), other.from()), Math.max(one.to(), other.to())));
        if (now.equals(before)) {
            return;
        }
        while (orders.size() > KEPT) {
            orders.remove(orders.keySet().iterator().next());
        }
        var written = Datum.empty();
        for (var each : orders.entrySet()) {
            written = written.with(
                    "n" + each.getKey(),
                    Datum.empty()
                            .with("from", Datum.of(each.getValue().from()))
                            .with("to", Datum.of(each.getValue().to())));
        }
        home.write(FILE, written);
    }

    /** Lines of the order that were committed. */
    synchronized long read(long order) {
        var lines = orders.get(order);
        return lines == null ? 0 : lines.to() - lines.from();
    }
}
