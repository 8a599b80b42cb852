package org.tongqu.exchange.node;

import java.io.IOException;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Supplier;
import org.tongqu.exchange.Drivers;
import org.tongqu.exchange.Login;
import org.tongqu.exchange.inventory.Dictionary;
import org.tongqu.exchange.questions.Piece;
import org.tongqu.exchange.questions.Piece.Place;
import org.tongqu.exchange.questions.PieceBytes;
import org.tongqu.exchange.questions.Question;
import org.tongqu.exchange.questions.Question.Asked;
import org.tongqu.exchange.questions.Question.Side;
import org.tongqu.exchange.source.MissingDriver;
import org.tongqu.exchange.source.SourceTable;
import org.tongqu.exchange.source.Sources;
import org.tongqu.exchange.table.ComparedSide;
import org.tongqu.exchange.table.ComparedSide.Told;
import org.tongqu.exchange.table.ExchangeRefusal;
import org.tongqu.exchange.table.Receipt;
import org.tongqu.exchange.table.Resending;
import org.tongqu.exchange.table.Resending.Beside;
import org.tongqu.exchange.table.Resending.Picked;
import org.tongqu.exchange.table.TargetCell;
import org.tongqu.exchange.table.TargetFilling;
import org.tongqu.kernel.Outcome;
import org.tongqu.kernel.data.Datum;

/**
 * Answers what the centre asks about the department's side of a flow, and which tables its database has. Nothing is kept here: an answer that did not arrive
 * is given anew from its beginning, by another number.
 */
final class Answering {

    private static final Duration AGAIN = Duration.ofMillis(500);

    /** As long as the centre has no room or is away; then it asks again. */
    private static final int TIMES = 240;

    private static final String NOT_YET = "nothing-yet";

    private final Home home;
    private final Supplier<Sender.Line> line;
    private final Standing standing;
    private final InstantSource clock;
    private final SecureRandom random = new SecureRandom();

    Answering(Home home, Supplier<Sender.Line> line, Standing standing, InstantSource clock) {
        this.home = home;
        this.line = line;
        this.standing = standing;
        this.clock = clock;
    }

    /** The centre does not want to know any more. */
    private static final class Over extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    /** Answers, or says why it cannot. @throws IOException when the centre does not answer */
    void answer(Question question) throws IOException, InterruptedException {
        // To be counted is no work that hides what a run did last.
        var shown = question.about().filter(about -> !(question.asked() instanceof Asked.Filling));
        shown.ifPresent(about -> standing.begins(about.flow(), "asked", clock.instant()));
        var no = tryAnswer(question);
        if (no.isPresent()) {
            standing.trouble(
                    clock.instant(), name(question), no.get().reason(), no.get().detail());
            line.get()
                    .centre()
                    .ask(
                            "trouble",
                            Datum.empty()
                                    .with("question", Datum.of(question.id()))
                                    .with("reason", Datum.of(no.get().reason()))
                                    .with("detail", Datum.of(no.get().detail())));
        }
        var became = no.isPresent() ? "failed" : "answered";
        shown.ifPresent(about -> standing.ended(about.flow().id(), became, clock.instant()));
    }

    /** Of the flow that is asked about; nothing when the database itself is. */
    private static String name(Question question) {
        return question.about().map(about -> about.flow().id()).orElse("");
    }

    private Optional<Centre.No> tryAnswer(Question question) throws IOException, InterruptedException {
        var login = home.connection();
        if (login.isEmpty()) {
            return Optional.of(
                    new Centre.No("node-no-connection", line.get().identity().system()));
        }
        try {
            return new OneAnswer(question, login.get()).give();
        } catch (Over over) {
            return Optional.empty();
        } catch (SQLException | RuntimeException fault) {
            var code = fault instanceof SQLException sql && sql.getSQLState() != null ? sql.getSQLState() : "";
            standing.trouble(clock.instant(), name(question), "fault", String.valueOf(fault.getMessage()));
            return Optional.of(new Centre.No("fault", code));
        }
    }

    /** One answer, in its pieces. */
    private final class OneAnswer {
        private final Question question;
        private final Login login;
        private final long attempt = random.nextLong();
        private int pieces;

        OneAnswer(Question question, Login login) {
            this.question = question;
            this.login = login;
        }

        Optional<Centre.No> give() throws SQLException, IOException, InterruptedException {
            return switch (question.asked()) {
                case Asked.Tell(var side) -> side(side, compared -> tell(compared));
                case Asked.Look(var side, var fine) ->
                    side(side, compared -> {
                        put(PieceBytes.looked(compared.look(fine, rows -> {})), Place.LAST);
                        return Optional.empty();
                    });
                case Asked.Cells(var keys, var column) -> cells(keys, column);
                case Asked.Columns() -> beside(this::columns);
                case Asked.Pick pick -> source(source -> pick(source, pick));
                case Asked.Write() -> beside(this::write);
                case Asked.Filling() -> filling();
                case Asked.Inventory() -> {
                    put(PieceBytes.dictionary(Dictionary.of(login)), Place.LAST);
                    yield Optional.empty();
                }
            };
        }

        private Question.About about() {
            return question.about().orElseThrow();
        }

        private Optional<Centre.No> filling() throws SQLException, IOException, InterruptedException {
            var missing = missing();
            if (missing.isEmpty()) {
                put(PieceBytes.filled(new TargetFilling(about().flow(), login).count()), Place.LAST);
            }
            return missing;
        }

        private Optional<Centre.No> tell(ComparedSide side) throws SQLException, IOException, InterruptedException {
            return switch (side.tell(rows -> {})) {
                case Outcome.Refused<Told, ExchangeRefusal>(var why) -> Optional.of(Worker.why(why));
                case Outcome.Done<Told, ExchangeRefusal>(var told) -> {
                    put(PieceBytes.told(told), Place.LAST);
                    yield Optional.empty();
                }
            };
        }

        private Optional<Centre.No> side(Side side, With<ComparedSide> what)
                throws SQLException, IOException, InterruptedException {
            if (side == Side.SOURCE) {
                return source(source -> {
                    try (var compared = ComparedSide.source(about().covered(), source, about().columns())) {
                        return what.with(compared);
                    }
                });
            }
            var missing = missing();
            if (missing.isPresent()) {
                return missing;
            }
            try (var compared = ComparedSide.target(about().flow(), login)) {
                return what.with(compared);
            }
        }

        private Optional<Centre.No> missing() {
            var connector = about().flow().target().connector();
            return Drivers.isThere(connector)
                    ? Optional.empty()
                    : Optional.of(
                            new Centre.No("no-driver", Drivers.needed(connector).driver()));
        }

        private Optional<Centre.No> source(With<SourceTable> what)
                throws SQLException, IOException, InterruptedException {
            return switch (Sources.open(about().covered(), login)) {
                case Outcome.Refused<SourceTable, MissingDriver>(var missing) ->
                    Optional.of(new Centre.No("no-driver", missing.driver()));
                case Outcome.Done<SourceTable, MissingDriver>(var source) -> what.with(source);
            };
        }

        private Optional<Centre.No> pick(SourceTable source, Asked.Pick pick) throws SQLException {
            var picked = Resending.pick(
                    about().covered(),
                    source,
                    about().columns(),
                    pick.wanted(),
                    OptionalLong.of(pick.most()),
                    new Resending.Picking() {
                        @Override
                        public boolean mayGoOn() {
                            return true;
                        }

                        @Override
                        public void take(Picked rows) throws SQLException {
                            handed(PieceBytes.picked(rows), Place.MORE);
                        }
                    });
            return switch (picked) {
                case Outcome.Refused<Receipt.End, ExchangeRefusal>(var why) -> Optional.of(Worker.why(why));
                case Outcome.Done<Receipt.End, ExchangeRefusal>(var end) -> {
                    handed(PieceBytes.resent(new Resending.Resent(0, 0, end)), Place.LAST);
                    yield Optional.empty();
                }
            };
        }

        private void handed(byte[] content, Place place) throws SQLException {
            try {
                put(content, place);
            } catch (IOException away) {
                throw new SQLException("The centre does not answer", away);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new SQLException("Interrupted", e);
            }
        }

        private Optional<Centre.No> beside(With<Beside> what) throws SQLException, IOException, InterruptedException {
            var missing = missing();
            if (missing.isPresent()) {
                return missing;
            }
            return switch (Beside.open(about().flow(), login)) {
                case Outcome.Refused<Beside, ExchangeRefusal>(var why) -> Optional.of(Worker.why(why));
                case Outcome.Done<Beside, ExchangeRefusal>(var opened) -> {
                    try (var beside = opened) {
                        yield what.with(beside);
                    }
                }
            };
        }

        private Optional<Centre.No> cells(List<List<String>> keys, String column)
                throws SQLException, IOException, InterruptedException {
            var missing = missing();
            if (missing.isEmpty()) {
                var cells = new TargetCell(about().flow(), login).find(keys, column);
                put(PieceBytes.cells(cells), Place.LAST);
            }
            return missing;
        }

        private Optional<Centre.No> columns(Beside beside) throws IOException, InterruptedException {
            put(PieceBytes.columns(beside.columns()), Place.LAST);
            return Optional.empty();
        }

        private Optional<Centre.No> write(Beside beside) throws SQLException, IOException, InterruptedException {
            for (var number = 0; ; number++) {
                var piece = fetched(number);
                if (piece.place() == Place.LAST) {
                    var end = PieceBytes.readResent(piece.content()).end();
                    put(PieceBytes.resent(beside.resent(end)), Place.LAST);
                    return Optional.empty();
                }
                beside.write(PieceBytes.readPicked(piece.content()));
            }
        }

        private Piece fetched(int number) throws IOException, InterruptedException {
            var asked = Datum.empty().with("question", Datum.of(question.id())).with("number", Datum.of(number));
            for (int time = 0; time < TIMES; time++) {
                switch (line.get().centre().fetch("piece", asked)) {
                    case Outcome.Done<byte[], Centre.No>(var bytes) -> {
                        return PieceBytes.read(bytes);
                    }
                    case Outcome.Refused<byte[], Centre.No>(var no) -> {
                        if (!no.reason().equals(NOT_YET)) {
                            throw new Over();
                        }
                        Thread.sleep(AGAIN);
                    }
                }
            }
            throw new IOException("Nothing came to be written");
        }

        private void put(byte[] content, Place place) throws IOException, InterruptedException {
            var bytes = PieceBytes.write(new Piece(question.id(), attempt, pieces, place, content));
            var now = line.get();
            var signature = NodeKeys.sign(now.identity().signing(), NodeKeys.ANSWER, bytes);
            for (int time = 0; time < TIMES; time++) {
                switch (now.centre().hand("answer", bytes, signature)) {
                    case Outcome.Done<Datum, Centre.No> done -> {
                        pieces++;
                        return;
                    }
                    case Outcome.Refused<Datum, Centre.No>(var no) -> {
                        if (!no.reason().equals(NOT_YET)) {
                            throw new Over();
                        }
                        Thread.sleep(AGAIN);
                    }
                }
            }
            throw new IOException("The centre has no room for an answer");
        }
    }

    /** What is done with a side once it is open. */
    private interface With<T> {
        Optional<Centre.No> with(T opened) throws SQLException, IOException, InterruptedException;
    }
}
