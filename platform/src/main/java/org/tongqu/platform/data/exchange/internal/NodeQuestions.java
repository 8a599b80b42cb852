package org.tongqu.platform.data.exchange.internal;

import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.BitSet;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.springframework.stereotype.Component;
import org.tongqu.exchange.inventory.Dictionary;
import org.tongqu.exchange.mapping.TargetColumn;
import org.tongqu.exchange.questions.Piece;
import org.tongqu.exchange.questions.Piece.Place;
import org.tongqu.exchange.questions.PieceBytes;
import org.tongqu.exchange.questions.Question;
import org.tongqu.exchange.questions.Question.Asked;
import org.tongqu.exchange.questions.Question.Side;
import org.tongqu.exchange.table.ComparedSide;
import org.tongqu.exchange.table.ExchangeRefusal;
import org.tongqu.exchange.table.Receipt;
import org.tongqu.exchange.table.Resending.Picked;
import org.tongqu.exchange.table.Resending.Picking;
import org.tongqu.exchange.table.Resending.Resent;
import org.tongqu.exchange.table.TargetFilling.Filled;
import org.tongqu.exchange.wire.BrokenWire;
import org.tongqu.kernel.Outcome;
import org.tongqu.kernel.data.Datum;
import org.tongqu.platform.data.exchange.Node;
import org.tongqu.platform.data.exchange.Reason;

/**
 * Asks nodes and waits for what they answer. Whoever waits may be another program of the centre than the one that a node
 * calls, so that all of it goes by way of the store; when the waiting program ends, nobody answers any more.
 */
@Component
public class NodeQuestions {

    private static final Duration LOOKS_EVERY = Duration.ofSeconds(1);

    /** Until the node has asked for work. */
    private static final Duration UNTIL_GIVEN = Duration.ofMinutes(2);

    /** Until the next piece of an answer; a large table is read by then. */
    private static final Duration UNTIL_ANSWERED = Duration.ofHours(1);

    private final NodeQuestionStore store;
    private final NodeStore nodes;
    private final Clock clock;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition news = lock.newCondition();

    NodeQuestions(NodeQuestionStore store, NodeStore nodes, Clock clock) {
        this.store = store;
        this.nodes = nodes;
        this.clock = clock;
    }

    /** Asked every second while it is waited; breaks the waiting off by throwing. */
    public interface Waiting {
        void goesOn() throws SQLException;
    }

    /** Which flow is asked about, under which agreement, and who. */
    public record About(long node, Preparing.Sides sides) {

        Question asking(List<TargetColumn> columns, Asked asked) {
            var about = new Question.About(
                    sides.permit().agreement(), sides.planned().flow(), sides.covers(), columns);
            return new Question(0, Optional.of(about), asked);
        }
    }

    /** A side of the flow that a node keeps. */
    ComparedSide source(About about, List<TargetColumn> columns) {
        return new KeptSide(about, columns, Side.SOURCE);
    }

    ComparedSide target(About about) {
        return new KeptSide(about, List.of(), Side.TARGET);
    }

    /** Compared by asking. */
    private final class KeptSide implements ComparedSide {
        private final About about;
        private final List<TargetColumn> columns;
        private final Side side;

        KeptSide(About about, List<TargetColumn> columns, Side side) {
            this.about = about;
            this.columns = columns;
            this.side = side;
        }

        @Override
        public Outcome<Told, ExchangeRefusal> tell(Watch watch) throws SQLException {
            try (var asking = ask(about, columns, new Asked.Tell(side), () -> watch.came(0))) {
                var answer = asking.only().map(PieceBytes::readTold);
                if (answer instanceof Outcome.Done<Told, ExchangeRefusal>(var told)) {
                    watch.came(told.fine().rows());
                }
                return answer;
            }
        }

        @Override
        public List<Looked> look(BitSet fine, Watch watch) throws SQLException {
            try (var asking = ask(about, columns, new Asked.Look(side, fine), () -> watch.came(0))) {
                var rows = asking.only()
                        .map(PieceBytes::readLooked)
                        .fold(found -> Optional.of(found), why -> Optional.<List<Looked>>empty())
                        .orElseThrow(() -> new SQLException("The node does not name its rows"));
                watch.came(rows.size());
                return rows;
            }
        }

        @Override
        public void close() {}
    }

    /** Which columns the target has. */
    Outcome<List<TargetColumn>, ExchangeRefusal> columns(About about, Waiting waiting) throws SQLException {
        try (var asking = ask(about, List.of(), new Asked.Columns(), waiting)) {
            return asking.only().map(PieceBytes::readColumns);
        }
    }

    /** The values of one column in some rows of the target, by their keys. */
    public Outcome<Map<List<String>, String>, ExchangeRefusal> cells(
            About about, Collection<List<String>> keys, String column, Waiting waiting) throws SQLException {
        try (var asking = ask(about, List.of(), new Asked.Cells(List.copyOf(keys), column), waiting)) {
            return asking.only().map(PieceBytes::readCells);
        }
    }

    /** In how many rows of the target each column has something. */
    Outcome<List<Filled>, ExchangeRefusal> filled(About about, Waiting waiting) throws SQLException {
        try (var asking = ask(about, List.of(), new Asked.Filling(), waiting)) {
            return asking.only().map(PieceBytes::readFilled);
        }
    }

    /** Which tables the database has that the node keeps. */
    public Outcome<Dictionary, ExchangeRefusal> dictionary(long node, Waiting waiting) throws SQLException {
        try (var asking = ask(node, Question.ofDatabase(), waiting)) {
            return asking.only().map(PieceBytes::readDictionary);
        }
    }

    /** Lets the node pick rows of the source. */
    Outcome<Receipt.End, ExchangeRefusal> pick(
            About about, List<TargetColumn> columns, Asked.Pick pick, Picking picking, Waiting waiting)
            throws SQLException {
        try (var asking = ask(about, columns, pick, waiting)) {
            while (true) {
                switch (asking.next()) {
                    case Outcome.Refused<Piece, ExchangeRefusal>(var why) -> {
                        return Outcome.refused(why);
                    }
                    case Outcome.Done<Piece, ExchangeRefusal>(var piece) -> {
                        if (piece.place() == Place.LAST) {
                            return Outcome.done(
                                    PieceBytes.readResent(piece.content()).end());
                        }
                        if (!picking.mayGoOn()) {
                            return Outcome.done(Receipt.End.STOPPED);
                        }
                        picking.take(PieceBytes.readPicked(piece.content()));
                    }
                }
            }
        }
    }

    /** Lets the node write rows into the target. */
    Writing writing(About about, Waiting waiting) {
        return new Writing(ask(about, List.of(), new Asked.Write(), waiting));
    }

    /** Rows on their way to a node that writes them. */
    final class Writing implements AutoCloseable {
        private final Asking asking;
        private int given;
        private boolean isOver;

        Writing(Asking asking) {
            this.asking = asking;
        }

        /** Whether the node writes no more; {@link #end} says why. */
        boolean isOver() {
            return isOver;
        }

        void write(Picked rows) throws SQLException {
            give(PieceBytes.picked(rows), Place.MORE);
        }

        private void give(byte[] content, Place place) throws SQLException {
            var piece = new Piece(asking.id, 0, given, place, content);
            while (!isOver && store.give(piece) == NodeQuestionStore.Put.FULL) {
                isOver = asking.refusal().isPresent();
                asking.waits();
            }
            given++;
        }

        /** That was all. @return what the node wrote */
        Outcome<Resent, ExchangeRefusal> end(Receipt.End end) throws SQLException {
            give(PieceBytes.resent(new Resent(0, 0, end)), Place.LAST);
            return asking.only().map(PieceBytes::readResent);
        }

        @Override
        public void close() {
            asking.close();
        }
    }

    private Asking ask(About about, List<TargetColumn> columns, Asked asked, Waiting waiting) {
        return ask(about.node(), about.asking(columns, asked), waiting);
    }

    private Asking ask(long node, Question question, Waiting waiting) {
        var now = clock.instant();
        return new Asking(store.insert(node, question, now), node, now, waiting);
    }

    /** A question that is waited for. */
    private final class Asking implements AutoCloseable {
        private final long id;
        private final long node;
        private final Waiting waiting;
        private Instant since;
        private Optional<Long> attempt = Optional.empty();
        private int number;

        Asking(long id, long node, Instant now, Waiting waiting) {
            this.id = id;
            this.node = node;
            this.since = now;
            this.waiting = waiting;
        }

        Outcome<byte[], ExchangeRefusal> only() throws SQLException {
            return next().map(Piece::content);
        }

        /** The next piece, of the first attempt that is whole: another one begins anew, and rows are taken twice then. */
        Outcome<Piece, ExchangeRefusal> next() throws SQLException {
            while (true) {
                var piece = store.take(id, attempt, number);
                if (piece.isPresent()) {
                    attempt = Optional.of(piece.get().attempt());
                    number = piece.get().number() + 1;
                    since = clock.instant();
                    return Outcome.done(piece.get());
                }
                var why = refusal();
                if (why.isPresent()) {
                    return Outcome.refused(new ExchangeRefusal.Elsewhere(
                            why.get().code(), why.get().detail()));
                }
                waits();
            }
        }

        private Optional<Reason> refusal() {
            var now = clock.instant();
            var standing = store.wait(id, now);
            if (standing.isEmpty()) {
                return Optional.of(new Reason("node-silent", ""));
            }
            if (standing.get().reason().isPresent()) {
                return standing.get().reason();
            }
            var isBack = nodes.find(node).flatMap(Node::back).isPresent();
            if (isBack) {
                return Optional.of(new Reason("node-taken-back", ""));
            }
            var patience = standing.get().given().isPresent() ? UNTIL_ANSWERED : UNTIL_GIVEN;
            return now.isAfter(since.plus(patience)) ? Optional.of(new Reason("node-silent", "")) : Optional.empty();
        }

        void waits() throws SQLException {
            lock.lock();
            try {
                news.await(LOOKS_EVERY.toMillis(), TimeUnit.MILLISECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new SQLException("Told to stop", e);
            } finally {
                lock.unlock();
            }
            waiting.goesOn();
        }

        @Override
        public void close() {
            store.drop(id);
        }
    }

    private void tell() {
        lock.lock();
        try {
            news.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** What the node is to answer now. */
    List<Datum> open(Node node) {
        return store.open(node.id(), clock.instant());
    }

    /** A piece of an answer. */
    NodeQuestionStore.Put take(Node node, byte[] bytes) throws BrokenWire {
        var put = store.put(node.id(), PieceBytes.read(bytes));
        tell();
        return put;
    }

    /** A piece that the node is to write. */
    Outcome<byte[], Reason> fetch(Node node, long question, int number) {
        var found = store.fetch(node.id(), question, number);
        tell();
        if (found.isEmpty()) {
            return Outcome.refused(new Reason("question-over", ""));
        }
        return found.get()
                .<Outcome<byte[], Reason>>map(piece -> Outcome.done(PieceBytes.write(piece)))
                .orElseGet(() -> Outcome.refused(new Reason("nothing-yet", "")));
    }

    /** The node cannot answer. */
    void refused(Node node, long question, Reason why) {
        store.refuse(node.id(), question, why);
        tell();
    }
}
