package org.tongqu.exchange.node;

import java.io.IOException;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Supplier;
import org.tongqu.exchange.Drivers;
import org.tongqu.exchange.Login;
import org.tongqu.exchange.parcels.Delivery;
import org.tongqu.exchange.parcels.DeliveryJson;
import org.tongqu.exchange.parcels.Landed;
import org.tongqu.exchange.parcels.Parcel;
import org.tongqu.exchange.parcels.ParcelBytes;
import org.tongqu.exchange.table.Arriving;
import org.tongqu.exchange.table.Arriving.Arrival;
import org.tongqu.exchange.table.ExchangeRefusal;
import org.tongqu.exchange.table.Mode;
import org.tongqu.exchange.table.Quarantine;
import org.tongqu.exchange.table.Receipt;
import org.tongqu.exchange.wire.BrokenWire;
import org.tongqu.kernel.Outcome;
import org.tongqu.kernel.data.Datum;

/**
 * Fetches what the centre has for the department and writes it, parcel by parcel. Each is asked for by where the ledger
 * beside the table stands, so that nothing is kept here: whatever is killed, the ledger says what comes next.
 */
final class Fetching {

    private static final int KEPT_OUT_TOLD = 100;
    private static final String NOTHING_YET = "nothing-yet";

    private final Home home;
    private final Supplier<Sender.Line> line;
    private final Tally tally;
    private final Standing standing;
    private final InstantSource clock;

    Fetching(Home home, Supplier<Sender.Line> line, Tally tally, Standing standing, InstantSource clock) {
        this.home = home;
        this.line = line;
        this.tally = tally;
        this.standing = standing;
        this.clock = clock;
    }

    /** How a fetching came to its end. */
    enum Went {
        OVER,
        /** Another department's node has not read further yet. */
        WAITS
    }

    /** Fetches to the end, or as far as there is something. @throws IOException when the centre does not answer */
    Went fetch(Delivery delivery) throws IOException {
        var flow = delivery.flow().id();
        standing.begins(delivery.flow(), "writing", clock.instant());
        var step = tryFetch(delivery);
        var trouble = step.trouble();
        if (trouble.isPresent()) {
            var no = trouble.get();
            standing.trouble(clock.instant(), flow, no.reason(), no.detail());
            standing.ended(flow, "not-written", clock.instant());
            line.get()
                    .centre()
                    .ask(
                            "trouble",
                            Datum.empty()
                                    .with("order", Datum.of(delivery.id()))
                                    .with("reason", Datum.of(no.reason()))
                                    .with("detail", Datum.of(no.detail())));
        }
        return step.went();
    }

    private Step tryFetch(Delivery delivery) throws IOException {
        var login = home.connection();
        if (login.isEmpty()) {
            return Step.of(
                    new Centre.No("node-no-connection", line.get().identity().system()));
        }
        var connector = delivery.flow().target().connector();
        if (!Drivers.isThere(connector)) {
            return Step.of(new Centre.No("no-driver", Drivers.needed(connector).driver()));
        }
        try {
            return new OneRun(delivery, login.get()).fetch();
        } catch (SQLException | RuntimeException fault) {
            var code = fault instanceof SQLException sql && sql.getSQLState() != null ? sql.getSQLState() : "";
            standing.trouble(clock.instant(), delivery.flow().id(), "fault", String.valueOf(fault.getMessage()));
            return Step.of(new Centre.No("fault", code));
        }
    }

    /** What is fetched under one order. */
    private final class OneRun {
        private final Delivery delivery;
        private final Login login;
        private final Arriving arriving;

        OneRun(Delivery delivery, Login login) {
            this.delivery = delivery;
            this.login = login;
            this.arriving = new Arriving(delivery.flow(), login, clock);
        }

        Step fetch() throws SQLException, IOException {
            var last = delivery.run().isPresent() ? arriving.last() : Optional.<Receipt>empty();
            if (delivery.run().isPresent()
                    && last.filter(receipt -> receipt.run() == delivery.run().getAsLong())
                            .isEmpty()) {
                return Step.of(new Centre.No("order-over", ""));
            }
            if (last.isPresent() && last.get().end() == Receipt.End.COMPLETE) {
                // All of it was committed, and this program ended before it could say so.
                return landed(last.get());
            }
            var step = Step.ON;
            while (step.equals(Step.ON)) {
                var mode = delivery.flow().source().watermark().isPresent() ? Mode.CHANGED : Mode.FULL;
                step = switch (arriving.begin(mode)) {
                    case Outcome.Refused<Arriving.Begun, ExchangeRefusal>(var why) -> Step.of(Worker.why(why));
                    case Outcome.Done<Arriving.Begun, ExchangeRefusal>(var begun) -> next(begun);
                };
            }
            return step;
        }

        private Step next(Arriving.Begun begun) throws SQLException, IOException {
            tally.stands(delivery.id(), begun.start().read());
            var asked = new Delivery.Asked(delivery.id(), begun.start(), rows(begun.soFar()), begun.columns());
            return switch (line.get().centre().fetch("fetch", DeliveryJson.write(asked))) {
                case Outcome.Refused<byte[], Centre.No>(var no) when no.reason().equals(NOTHING_YET) -> Step.WAITS;
                case Outcome.Refused<byte[], Centre.No>(var no) -> {
                    standing.trouble(clock.instant(), delivery.flow().id(), no.reason(), no.detail());
                    standing.ended(delivery.flow().id(), "stopped", clock.instant());
                    yield Step.END;
                }
                case Outcome.Done<byte[], Centre.No>(var bytes) -> {
                    standing.hears(clock.instant());
                    yield write(bytes);
                }
            };
        }

        private Step write(byte[] bytes) throws SQLException, IOException {
            Parcel parcel;
            try {
                parcel = ParcelBytes.read(bytes);
            } catch (BrokenWire broken) {
                return Step.of(new Centre.No("malformed", String.valueOf(broken.getMessage())));
            }
            return switch (arriving.take(parcel)) {
                case Arrival.Written(var soFar) -> written(parcel, soFar);
                case Arrival.Known(var soFar) -> written(parcel, soFar);
                // The next question says where the ledger stands; the centre decides whether that can be.
                case Arrival.OutOfOrder() -> Step.ON;
                case Arrival.Busy() -> Step.of(new Centre.No("already-running", ""));
                case Arrival.Malformed(var what) -> Step.of(new Centre.No("malformed", what));
                case Arrival.Barred(var why) -> Step.of(Worker.why(why));
            };
        }

        private Step written(Parcel parcel, Receipt soFar) throws SQLException, IOException {
            tally.stands(delivery.id(), soFar.read());
            standing.committed(
                    parcel.flow(), parcel.rows().count(), parcel.aside().size());
            var isOver = soFar.end() == Receipt.End.COMPLETE || parcel.reached().end() == Parcel.End.CUT;
            return isOver ? landed(soFar) : Step.ON;
        }

        /** Tells the centre what the ledger says. */
        private Step landed(Receipt receipt) throws SQLException, IOException {
            tally.stands(delivery.id(), receipt.read());
            var quarantine = new Quarantine(delivery.flow(), login);
            var keptOut = quarantine.open(0, KEPT_OUT_TOLD).stream()
                    .map(row -> new Landed.Kept(
                            row.line(),
                            row.key(),
                            row.failure().rule(),
                            row.failure().column(),
                            row.failure().reason()))
                    .toList();
            var span = receipt.span();
            var told = new Landed(
                    delivery.id(),
                    receipt.run(),
                    rows(receipt),
                    receipt.ranges().digest(),
                    new Landed.Reached(span.since(), span.until(), span.position(), quarantine.waiting()),
                    keptOut);
            var answer = line.get().centre().ask("landed", DeliveryJson.write(told));
            standing.ended(delivery.flow().id(), "written", clock.instant());
            if (answer instanceof Outcome.Refused<Datum, Centre.No>(var no)) {
                standing.trouble(clock.instant(), delivery.flow().id(), no.reason(), no.detail());
            }
            return Step.END;
        }
    }

    /** What comes after a question. @param trouble what this node cannot do, so that the centre has to be told */
    private record Step(String name, Optional<Centre.No> trouble) {
        static final Step ON = new Step("on", Optional.empty());
        static final Step WAITS = new Step("waits", Optional.empty());
        static final Step END = new Step("end", Optional.empty());

        static Step of(Centre.No no) {
            return new Step("trouble", Optional.of(no));
        }

        Went went() {
            return equals(WAITS) ? Went.WAITS : Went.OVER;
        }
    }

    private static Delivery.Rows rows(Receipt receipt) {
        return new Delivery.Rows(receipt.read(), receipt.written(), receipt.setAside());
    }
}
