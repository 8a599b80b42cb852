package org.tongqu.exchange.node;

import java.util.LinkedHashMap;
import java.util.Map;
import org.tongqu.exchange.parcels.Parcel;
import org.tongqu.kernel.data.Datum;

/** How many lines of each order the centre said it committed: what a receipt is held against before it is signed. */
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
        var lines = new Lines(parcel.before(), parcel.before() + parcel.read());
        orders.merge(
                parcel.order(),
                lines,
                (one, other) -> new Lines(Math.min(one.from(), other.from()), Math.max(one.to(), other.to())));
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

    /** Lines of the order that were sent and committed. */
    synchronized long read(long order) {
        var lines = orders.get(order);
        return lines == null ? 0 : lines.to() - lines.from();
    }
}
