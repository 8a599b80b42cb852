package org.tongqu.exchange.node;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Supplier;
import org.tongqu.exchange.parcels.DeliveryJson;
import org.tongqu.exchange.parcels.Order;
import org.tongqu.exchange.parcels.OrderJson;
import org.tongqu.exchange.questions.QuestionJson;
import org.tongqu.exchange.source.MissingDriver;
import org.tongqu.exchange.source.SourceTable;
import org.tongqu.exchange.source.Sources;
import org.tongqu.exchange.table.ExchangeRefusal;
import org.tongqu.exchange.table.Sending;
import org.tongqu.kernel.Outcome;
import org.tongqu.kernel.data.Datum;

/** Asks the centre what to do, and reads and writes the department's database as it says. One flow after the other. */
final class Worker implements Runnable {

    private static final Duration SPOOL_PATIENCE = Duration.ofSeconds(30);
    private static final Duration UNTIL_READ = Duration.ofMillis(500);
    private static final Duration UNTIL_ASKED = Duration.ofMillis(100);
    private static final Duration WHILE_ASKED = Duration.ofSeconds(10);
    private static final Duration WITHOUT_ANSWER = Duration.ofSeconds(3);
    private static final int RENEWED_IN_LAST_PART = 3;

    private final Home home;
    private final Spool spool;
    private final Line line;
    private final Tally tally;
    private final Standing standing;
    private final Fetching fetching;
    private final Answering answering;
    private final InstantSource clock;
    private Instant asked = Instant.EPOCH;

    /** The way to the centre, renewed when its certificate grows old. */
    static final class Line implements Supplier<Sender.Line> {
        private volatile Sender.Line now;

        Line(Identity identity) {
            this.now = new Sender.Line(Centre.as(identity), identity);
        }

        @Override
        public Sender.Line get() {
            return now;
        }

        void renewed(Identity identity) {
            now = new Sender.Line(Centre.as(identity), identity);
        }
    }

    /** What is kept on this machine. */
    record Kept(Home home, Spool spool, Tally tally) {}

    Worker(Kept kept, Line line, Standing standing, InstantSource clock) {
        this.home = kept.home();
        this.spool = kept.spool();
        this.tally = kept.tally();
        this.line = line;
        this.standing = standing;
        this.fetching = new Fetching(home, line, tally, standing, clock);
        this.answering = new Answering(home, line, standing, clock);
        this.clock = clock;
    }

    @Override
    public void run() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                // Only when the centre has all that was read does it say where to go on.
                if (spool.awaitEmpty(SPOOL_PATIENCE)) {
                    Thread.sleep(ask());
                }
            }
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    /** @return how long to wait before asking again */
    private Duration ask() throws InterruptedException {
        try {
            renewWhenOld();
            return switch (line.get().centre().ask("work", told())) {
                case Outcome.Refused<Datum, Centre.No>(var no) -> {
                    standing.hears(clock.instant());
                    standing.trouble(clock.instant(), "", no.reason(), no.detail());
                    yield WITHOUT_ANSWER;
                }
                case Outcome.Done<Datum, Centre.No>(var answer) -> {
                    standing.hears(clock.instant());
                    sign(answer);
                    yield obey(answer);
                }
            };
        } catch (IOException away) {
            standing.isAway(clock.instant(), String.valueOf(away.getMessage()));
            return WITHOUT_ANSWER;
        }
    }

    private Datum told() {
        var filling = spool.filling();
        return Datum.empty()
                .with("version", Datum.of(Version.TEXT))
                .with("parcels", Datum.of(filling.parcels()))
                .with("bytes", Datum.of(filling.bytes()))
                .with("connected", new Datum.Truth(home.connection().isPresent()));
    }

    private void renewWhenOld() throws IOException {
        var identity = line.get().identity();
        var from = identity.certificate().getNotBefore().toInstant();
        var until = identity.certificate().getNotAfter().toInstant();
        var third = Duration.between(from, until).dividedBy(RENEWED_IN_LAST_PART);
        if (clock.instant().isAfter(until.minus(third))) {
            Enrolment.renew(home, identity, line.get().centre()).ifPresent(line::renewed);
        }
    }

    private Duration obey(Datum answer) throws IOException, InterruptedException {
        // Somebody waits for these, and asks more by what is answered.
        for (var written : answer.items("questions")) {
            answering.answer(QuestionJson.read(written));
            asked = clock.instant();
        }
        var orders = answer.items("orders");
        for (var written : orders) {
            read(OrderJson.read(written));
        }
        var pause = orders.isEmpty()
                ? Duration.ofMillis(answer.number("pause")
                        .map(java.math.BigDecimal::longValue)
                        .orElse(WITHOUT_ANSWER.toMillis()))
                : Duration.ZERO;
        for (var written : answer.items("deliveries")) {
            var went = fetching.fetch(DeliveryJson.read(written));
            var soon = went == Fetching.Went.WAITS ? UNTIL_READ : Duration.ZERO;
            pause = soon.compareTo(pause) < 0 ? soon : pause;
        }
        var isAsked = clock.instant().isBefore(asked.plus(WHILE_ASKED));
        return isAsked && UNTIL_ASKED.compareTo(pause) < 0 ? UNTIL_ASKED : pause;
    }

    private void read(Order order) throws IOException {
        standing.begins(order.flow(), "reading", clock.instant());
        var trouble = tryRead(order);
        if (trouble.isPresent()) {
            var no = trouble.get();
            standing.trouble(clock.instant(), order.flow().id(), no.reason(), no.detail());
            standing.ended(order.flow().id(), "failed", clock.instant());
            var told = Datum.empty()
                    .with("order", Datum.of(order.id()))
                    .with("reason", Datum.of(no.reason()))
                    .with("detail", Datum.of(no.detail()));
            line.get().centre().ask("trouble", told);
        } else {
            standing.ended(order.flow().id(), "read", clock.instant());
        }
    }

    private Optional<Centre.No> tryRead(Order order) {
        var login = home.connection();
        if (login.isEmpty()) {
            return Optional.of(
                    new Centre.No("node-no-connection", line.get().identity().system()));
        }
        try {
            var flow = order.covered();
            return switch (Sources.open(flow, login.get())) {
                case Outcome.Refused<SourceTable, MissingDriver>(var missing) ->
                    Optional.of(new Centre.No("no-driver", missing.driver()));
                case Outcome.Done<SourceTable, MissingDriver>(var source) -> {
                    var sending = new Sending(flow, source, order.columns());
                    var refusal = sending.findRefusal(order.start());
                    yield refusal.isPresent() ? refusal.map(Worker::why) : moved(order, sending);
                }
            };
        } catch (SQLException | RuntimeException fault) {
            var code = fault instanceof SQLException sql && sql.getSQLState() != null ? sql.getSQLState() : "";
            standing.trouble(clock.instant(), order.flow().id(), "fault", String.valueOf(fault.getMessage()));
            return Optional.of(new Centre.No("fault", code));
        }
    }

    private Optional<Centre.No> moved(Order order, Sending sending) throws SQLException {
        var last = order.lastLine().orElse(Long.MAX_VALUE);
        // A full spool ends the reading, so that no transaction of the department's database is held open for hours.
        var went = sending.read(order.id(), order.start(), last, parcel -> spool.put(parcel, SPOOL_PATIENCE));
        return went == Sending.Went.TOO_MANY_WITHOUT_KEY
                ? Optional.of(new Centre.No("too-many-without-key", ""))
                : Optional.empty();
    }

    static Centre.No why(ExchangeRefusal refusal) {
        var told = refusal.told();
        return new Centre.No(told.reason(), told.detail());
    }

    /** Signs the receipts of runs that say what this node knows to have sent; of others it says that they do not. */
    private void sign(Datum answer) throws IOException {
        for (var asked : answer.items("sign")) {
            var content = asked.text("content").orElse("");
            var order =
                    asked.number("order").map(java.math.BigDecimal::longValue).orElse(0L);
            var said = Receipts.read(content);
            if (said.isEmpty() || said.getAsLong() != tally.read(order)) {
                standing.trouble(clock.instant(), "", "receipt-differs", String.valueOf(order));
                continue;
            }
            var signature = Receipts.sign(line.get().identity().signing(), content);
            line.get()
                    .centre()
                    .ask(
                            "signature",
                            Datum.empty().with("order", Datum.of(order)).with("value", Datum.of(signature)));
        }
    }

    static Instant until(Identity identity) {
        return identity.certificate().getNotAfter().toInstant();
    }
}
