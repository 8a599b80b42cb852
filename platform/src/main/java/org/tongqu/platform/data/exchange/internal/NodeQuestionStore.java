package org.tongqu.platform.data.exchange.internal;

import static org.tongqu.platform.operate.store.Columns.time;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import org.tongqu.engines.json.DatumJson;
import org.tongqu.exchange.questions.Piece;
import org.tongqu.exchange.questions.Piece.Place;
import org.tongqu.exchange.questions.Question;
import org.tongqu.exchange.questions.QuestionJson;
import org.tongqu.kernel.data.Datum;
import org.tongqu.kernel.proof.FieldCipher;
import org.tongqu.platform.data.exchange.Reason;
import org.tongqu.platform.trust.seals.Seals;

/** Questions to nodes and the pieces that go to and fro: sealed, few at once, gone when nobody waits for them. */
@Repository
class NodeQuestionStore {

    /** Of one question and way; whoever makes them waits for whoever takes them. */
    private static final int MOST_WAITING = 3;

    /** A program that waits says so every second. */
    private static final Duration SILENT = Duration.ofMinutes(2);

    private final JdbcClient jdbc;
    private final FieldCipher cipher;

    NodeQuestionStore(JdbcClient jdbc, Seals seals) {
        this.jdbc = jdbc;
        this.cipher = seals.cipher("exchange.node-question");
    }

    /** What became of a piece. */
    enum Put {
        KEPT,
        FULL,
        OVER
    }

    /** How a question stands. @param reason why the node does not answer it */
    record Standing(Optional<Instant> given, Optional<Reason> reason) {}

    @Transactional
    long insert(long node, Question question, Instant now) {
        jdbc.sql("DELETE FROM exchange.node_question WHERE heard_at < ?")
                .param(time(now.minus(SILENT)))
                .update();
        return jdbc.sql("INSERT INTO exchange.node_question (node, asked, heard_at) VALUES (?, ?, ?) RETURNING id")
                .params(node, cipher.seal(QuestionJson.write(question).canonical()), time(now))
                .query(Long.class)
                .single();
    }

    /** Says that somebody waits. @return how it stands; nothing when it is gone */
    @Transactional
    Optional<Standing> wait(long question, Instant now) {
        return jdbc.sql(
                        "UPDATE exchange.node_question SET heard_at = ? WHERE id = ? RETURNING given_at, reason, detail")
                .params(time(now), question)
                .query((row, number) -> standing(row))
                .optional();
    }

    private static Standing standing(ResultSet row) throws SQLException {
        var code = Optional.ofNullable(row.getString("reason"));
        var detail = Optional.ofNullable(row.getString("detail")).orElse("");
        return new Standing(FlowStore.moment(row, "given_at"), code.map(said -> new Reason(said, detail)));
    }

    @Transactional
    void drop(long question) {
        jdbc.sql("DELETE FROM exchange.node_question WHERE id = ?")
                .param(question)
                .update();
    }

    /** What the node is to answer now: what somebody waits for. */
    @Transactional
    List<Datum> open(long node, Instant now) {
        return jdbc.sql("""
                        UPDATE exchange.node_question SET given_at = coalesce(given_at, :now)
                         WHERE node = :node AND reason IS NULL AND NOT answered AND heard_at >= :silent
                        RETURNING id, asked""")
                .param("now", time(now))
                .param("node", node)
                .param("silent", time(now.minus(SILENT)))
                .query((row, number) -> DatumJson.read(cipher.openText(row.getBytes("asked")))
                        .with("question", Datum.of(row.getLong("id"))))
                .list();
    }

    /** The node does not answer. */
    @Transactional
    void refuse(long node, long question, Reason why) {
        jdbc.sql("""
                        UPDATE exchange.node_question SET reason = :reason, detail = :detail
                         WHERE id = :id AND node = :node AND reason IS NULL""")
                .param("reason", why.code())
                .param("detail", why.detail())
                .param("id", question)
                .param("node", node)
                .update();
    }

    private record Row(Optional<Long> attempt, int taken) {}

    /** Keeps a piece of an answer when it is of the attempt that counts, and there is room. */
    @Transactional
    Put put(long node, Piece piece) {
        var row = jdbc.sql("""
                        SELECT attempt, taken FROM exchange.node_question
                         WHERE id = ? AND node = ? AND reason IS NULL FOR UPDATE""")
                .params(piece.question(), node)
                .query((found, number) ->
                        new Row(Optional.ofNullable(found.getObject("attempt", Long.class)), found.getInt("taken")))
                .optional();
        if (row.isEmpty()) {
            return Put.OVER;
        }
        var isKnownAttempt =
                row.get().attempt().filter(known -> known == piece.attempt()).isPresent();
        if (!isKnownAttempt && piece.number() == 0) {
            begin(piece);
        } else if (!isKnownAttempt) {
            return Put.OVER;
        } else if (piece.number() < row.get().taken()) {
            return Put.KEPT;
        }
        var kept = keep("answer", piece);
        if (kept == Put.KEPT && piece.place() == Place.LAST) {
            jdbc.sql("UPDATE exchange.node_question SET answered = true WHERE id = ?")
                    .param(piece.question())
                    .update();
        }
        return kept;
    }

    private void begin(Piece piece) {
        jdbc.sql("DELETE FROM exchange.node_piece WHERE question = ? AND way = 'answer'")
                .param(piece.question())
                .update();
        jdbc.sql("UPDATE exchange.node_question SET attempt = ?, taken = 0 WHERE id = ?")
                .params(piece.attempt(), piece.question())
                .update();
    }

    private Put keep(String way, Piece piece) {
        var kept = jdbc.sql("""
                        INSERT INTO exchange.node_piece (question, way, number, attempt, is_last, content)
                        SELECT :question, :way, :number, :attempt, :last, :content
                         WHERE (SELECT count(*) FROM exchange.node_piece
                                 WHERE question = :question AND way = :way AND number <> :number) < :most
                        ON CONFLICT (question, way, number) DO UPDATE SET content = excluded.content""")
                .param("question", piece.question())
                .param("way", way)
                .param("number", piece.number())
                .param("attempt", piece.attempt())
                .param("last", piece.place() == Place.LAST)
                .param("content", cipher.seal(piece.content()))
                .param("most", MOST_WAITING)
                .update();
        return kept == 1 ? Put.KEPT : Put.FULL;
    }

    /** The next piece of an answer, or the first of another attempt; it is gone then. @param attempt none before the first */
    @Transactional
    Optional<Piece> take(long question, Optional<Long> attempt, int number) {
        var found = jdbc.sql("""
                        DELETE FROM exchange.node_piece
                         WHERE question = :question AND way = 'answer'
                           AND (number = :number AND attempt = coalesce(:attempt, attempt)
                                OR number = 0 AND attempt <> coalesce(:attempt, attempt))
                        RETURNING *""")
                .param("question", question)
                .param("number", number)
                .param("attempt", attempt.orElse(null), Types.BIGINT)
                .query((row, at) -> piece(row))
                .optional();
        found.ifPresent(piece -> jdbc.sql("UPDATE exchange.node_question SET taken = ? WHERE id = ?")
                .params(piece.number() + 1, question)
                .update());
        return found;
    }

    /** Lays a piece ready for the node, when there is room. */
    @Transactional
    Put give(Piece piece) {
        return keep("given", piece);
    }

    /** The piece that the node asks for, if it is there; what it has asked for before is gone. Nothing when the question is. */
    @Transactional
    Optional<Optional<Piece>> fetch(long node, long question, int number) {
        var isOpen = jdbc.sql("""
                        SELECT EXISTS (SELECT 1 FROM exchange.node_question
                                        WHERE id = ? AND node = ? AND reason IS NULL AND taken <= ?)""")
                .params(question, node, number)
                .query(Boolean.class)
                .single();
        if (!isOpen) {
            // What it wrote before it ended is there; which that was is not known.
            refuse(node, question, new Reason("node-cut-short", ""));
            return Optional.empty();
        }
        jdbc.sql("UPDATE exchange.node_question SET taken = ? WHERE id = ?")
                .params(number, question)
                .update();
        jdbc.sql("DELETE FROM exchange.node_piece WHERE question = ? AND way = 'given' AND number < ?")
                .params(question, number)
                .update();
        return Optional.of(
                jdbc.sql("SELECT * FROM exchange.node_piece WHERE question = ? AND way = 'given' AND number = ?")
                        .params(question, number)
                        .query((row, at) -> piece(row))
                        .optional());
    }

    private Piece piece(ResultSet row) throws SQLException {
        return new Piece(
                row.getLong("question"),
                row.getLong("attempt"),
                row.getInt("number"),
                row.getBoolean("is_last") ? Place.LAST : Place.MORE,
                cipher.open(row.getBytes("content")));
    }
}
