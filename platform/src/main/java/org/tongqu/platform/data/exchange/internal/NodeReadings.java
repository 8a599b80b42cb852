package org.tongqu.platform.data.exchange.internal;

import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tongqu.exchange.Login;
import org.tongqu.exchange.parcels.Delivery.Asked;
import org.tongqu.exchange.parcels.Parcel;
import org.tongqu.exchange.parcels.Start;
import org.tongqu.exchange.source.Reading.Part;
import org.tongqu.exchange.table.Sending;
import org.tongqu.kernel.Outcome;
import org.tongqu.platform.data.exchange.Reason;

/** What this program reads for nodes that fetch, few at once. Nothing is lost with it: another reading begins where asked. */
@Component
class NodeReadings {

    /** Each holds two batches in memory. */
    private static final int AT_ONCE = 6;

    private final Map<Long, NodeReading> open = new ConcurrentHashMap<>();
    private final Semaphore room = new Semaphore(AT_ONCE);

    /** The parcel that goes on where it is asked for; nothing when that takes long, or there is no room now. */
    Outcome<Optional<Parcel>, Reason> next(Preparing.Giving giving, Login login, Asked asked, long lastLine)
            throws SQLException {
        var reading = open.get(asked.order());
        if (reading == null || !reading.goesOnAt(asked.start())) {
            end(asked.order());
            open.values().removeIf(NodeReading::isOver);
            if (!room.tryAcquire()) {
                return Outcome.done(Optional.empty());
            }
            var opened = opened(giving, login, asked, lastLine);
            if (opened instanceof Outcome.Refused<NodeReading, Reason>(var why)) {
                return Outcome.refused(why);
            }
            reading = opened.orElseThrow();
        }
        try {
            return Outcome.done(reading.next(asked.start()));
        } catch (NodeReading.TooManyWithoutKey none) {
            return Outcome.refused(new Reason("too-many-without-key", ""));
        }
    }

    private Outcome<NodeReading, Reason> opened(Preparing.Giving giving, Login login, Asked asked, long lastLine)
            throws SQLException {
        var begun = Optional.<NodeReading>empty();
        try {
            var opened =
                    giving.open(login, asked).map(sending -> new NodeReading(sending, asked, lastLine, room::release));
            begun = opened.found();
            begun.ifPresent(reading -> {
                open.put(asked.order(), reading);
                reading.start();
            });
            return opened;
        } finally {
            if (begun.isEmpty()) {
                room.release();
            }
        }
    }

    /** What is read for the run is not wanted any more. */
    void end(long run) {
        Optional.ofNullable(open.remove(run)).ifPresent(NodeReading::end);
    }

    /**
     * A reading that goes on between two parcels, since to begin anew costs more the larger the table is. When nobody comes for
     * the next parcel it ends, so that no transaction of the source is held open.
     */
    static final class NodeReading {

        private static final Duration NOBODY_COMES = Duration.ofSeconds(20);

        /** Less than a node waits for an answer. */
        private static final Duration TAKES_LONG = Duration.ofSeconds(40);

        private static final Duration LOOK = Duration.ofMillis(200);

        private final SynchronousQueue<Step> steps = new SynchronousQueue<>();
        private final Thread thread;
        private Part part;
        private long line;

        /** What the reading came to. */
        private record Step(
                @Nullable Parcel parcel, @Nullable Exception fault) {}

        /** @param over what is done when it has ended, however that came */
        NodeReading(Sending sending, Asked asked, long lastLine, Runnable over) {
            this.part = asked.start().part();
            this.line = asked.start().read();
            this.thread = Thread.ofVirtual().name("node-reading").unstarted(() -> {
                try {
                    read(sending, asked, lastLine);
                } finally {
                    over.run();
                }
            });
        }

        boolean isOver() {
            return !thread.isAlive();
        }

        void start() {
            thread.start();
        }

        private void read(Sending sending, Asked asked, long lastLine) {
            try {
                var went =
                        sending.read(asked.order(), asked.start(), lastLine, parcel -> isTaken(new Step(parcel, null)));
                if (went == Sending.Went.TOO_MANY_WITHOUT_KEY) {
                    isTaken(new Step(null, null));
                }
            } catch (SQLException | RuntimeException fault) {
                isTaken(new Step(null, fault));
            }
        }

        private boolean isTaken(Step step) {
            try {
                return steps.offer(step, NOBODY_COMES.toMillis(), TimeUnit.MILLISECONDS);
            } catch (InterruptedException ended) {
                Thread.currentThread().interrupt();
                return false;
            }
        }

        /** Whether its next parcel is the one that goes on there. */
        synchronized boolean goesOnAt(Start start) {
            return thread.isAlive() && part == start.part() && line == start.read();
        }

        /**
         * The parcel that goes on there; nothing when it takes long, or somebody else came for it.
         *
         * @throws TooManyWithoutKey when there is none
         */
        synchronized Optional<Parcel> next(Start start) throws SQLException, TooManyWithoutKey {
            var end = System.nanoTime() + TAKES_LONG.toNanos();
            while (goesOnAt(start) && System.nanoTime() < end) {
                var step = poll();
                if (step != null) {
                    return Optional.of(taken(step));
                }
            }
            return Optional.empty();
        }

        private @Nullable Step poll() throws SQLException {
            try {
                return steps.poll(LOOK.toMillis(), TimeUnit.MILLISECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new SQLException("Interrupted while reading the source", e);
            }
        }

        private Parcel taken(Step step) throws SQLException, TooManyWithoutKey {
            if (step.fault() != null) {
                throw step.fault() instanceof SQLException broken
                        ? broken
                        : new SQLException("The source cannot be read", step.fault());
            }
            var parcel = step.parcel();
            if (parcel == null) {
                throw new TooManyWithoutKey();
            }
            part = parcel.reached().end() == Parcel.End.PART ? Part.WITHOUT_KEY : parcel.part();
            line = parcel.before() + parcel.read();
            return parcel;
        }

        void end() {
            thread.interrupt();
        }

        /** Rows that lack what gives the order go into one parcel or not at all. */
        static final class TooManyWithoutKey extends Exception {
            private static final long serialVersionUID = 1L;
        }
    }
}
