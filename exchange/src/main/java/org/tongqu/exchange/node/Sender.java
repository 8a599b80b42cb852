package org.tongqu.exchange.node;

import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.function.Supplier;
import org.tongqu.exchange.parcels.Parcel;
import org.tongqu.exchange.parcels.ParcelBytes;
import org.tongqu.kernel.Outcome;
import org.tongqu.kernel.data.Datum;

/** Hands the spool's parcels to the centre, the oldest first, each until the centre has committed it or refuses it. */
final class Sender implements Runnable {

    private static final Duration FIRST_WAIT = Duration.ofMillis(500);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(5);
    private static final String TAKEN_BACK = "taken-back";

    private final Spool spool;
    private final Supplier<Line> line;
    private final Tally tally;
    private final Standing standing;
    private final InstantSource clock;
    private Duration wait = FIRST_WAIT;

    /** The way to the centre, and who calls. */
    record Line(Centre centre, Identity identity) {}

    Sender(Spool spool, Supplier<Line> line, Tally tally, Standing standing, InstantSource clock) {
        this.spool = spool;
        this.line = line;
        this.tally = tally;
        this.standing = standing;
        this.clock = clock;
    }

    @Override
    public void run() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                send(spool.awaitFirst());
            }
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    private void send(Spool.Kept first) throws InterruptedException {
        var bytes = spool.open(first);
        if (bytes.isEmpty()) {
            standing.trouble(
                    clock.instant(),
                    "",
                    "spool-changed",
                    first.file().getFileName().toString());
            spool.removeAll(first.order());
            return;
        }
        try {
            var now = line.get();
            var signature = NodeKeys.sign(now.identity().signing(), NodeKeys.PARCEL, bytes.get());
            var answer = now.centre().hand("parcel", bytes.get(), signature);
            wait = FIRST_WAIT;
            standing.hears(clock.instant());
            took(first, ParcelBytes.read(bytes.get()), answer);
        } catch (IOException away) {
            standing.isAway(clock.instant(), String.valueOf(away.getMessage()));
            pause();
        }
    }

    private void took(Spool.Kept first, Parcel parcel, Outcome<Datum, Centre.No> answer) throws InterruptedException {
        switch (answer) {
            case Outcome.Done<Datum, Centre.No> done -> {
                tally.committed(parcel);
                spool.remove(first);
                standing.committed(
                        parcel.flow(), parcel.rows().count(), parcel.aside().size());
            }
            case Outcome.Refused<Datum, Centre.No>(var no) -> {
                standing.trouble(clock.instant(), parcel.flow(), no.reason(), no.detail());
                if (no.reason().equals(TAKEN_BACK)) {
                    pause();
                } else {
                    // What was read stays in the department: the next order begins where the target stands.
                    spool.removeAll(first.order());
                    standing.ended(parcel.flow(), "stopped", clock.instant());
                }
            }
        }
    }

    private void pause() throws InterruptedException {
        Thread.sleep(wait);
        wait = wait.multipliedBy(2).compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait.multipliedBy(2);
    }
}
