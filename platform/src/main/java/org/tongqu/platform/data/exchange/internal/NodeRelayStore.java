package org.tongqu.platform.data.exchange.internal;

import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import org.tongqu.engines.json.DatumJson;
import org.tongqu.exchange.parcels.Delivery.Asked;
import org.tongqu.exchange.parcels.DeliveryJson;
import org.tongqu.exchange.parcels.Parcel;
import org.tongqu.exchange.parcels.ParcelBytes;
import org.tongqu.exchange.parcels.Start;
import org.tongqu.exchange.source.Reading.Part;
import org.tongqu.kernel.proof.FieldCipher;
import org.tongqu.platform.trust.seals.Seals;

/** Parcels between two nodes: sealed, few at once, gone when the second node has written them. */
@Repository
class NodeRelayStore {

    /** Of one run; the reading node waits for the writing one. */
    private static final int MOST_WAITING = 3;

    private final JdbcClient jdbc;
    private final FieldCipher cipher;

    NodeRelayStore(JdbcClient jdbc, Seals seals) {
        this.jdbc = jdbc;
        this.cipher = seals.cipher("exchange.node-relay");
    }

    /** What one node is to read for another. @param asked from where on, behind what waits already */
    record Relay(long run, Asked asked, State state) {}

    /** How far the reading is. */
    enum State {
        GOES_ON,
        /** As many parcels wait as may. */
        FULL,
        READ
    }

    /** What became of a parcel. */
    enum Put {
        KEPT,
        KNOWN,
        FULL,
        OUT_OF_ORDER
    }

    private record Row(Asked asked, boolean isRead, int waiting) {}

    /**
     * The parcel that goes on where the writing node stands; what it has written by that is gone. Nothing when it was not
     * read yet: then it is to be.
     *
     * @param reader the node that reads
     */
    @Transactional
    Optional<byte[]> hand(Asked asked, long reader) {
        var run = asked.order();
        jdbc.sql("INSERT INTO exchange.node_relay (run, node, asked) VALUES (?, ?, ?) ON CONFLICT (run) DO NOTHING")
                .params(run, reader, seal(asked))
                .update();
        var goesOn = row(run).asked().start();
        var part = asked.start().part();
        var before = asked.start().read();
        jdbc.sql("""
                        DELETE FROM exchange.node_parcel
                         WHERE run = :run AND (part < :part AND :part = 'WITHOUT_KEY' OR part = :part AND before < :before)""")
                .param("run", run)
                .param("part", part.name())
                .param("before", before)
                .update();
        var found = jdbc.sql("SELECT content FROM exchange.node_parcel WHERE run = ? AND part = ? AND before = ?")
                .params(run, part.name(), before)
                .query((row, number) -> cipher.open(row.getBytes(1)))
                .optional();
        if (found.isEmpty() && (goesOn.part() != part || goesOn.read() != before)) {
            drop(run);
            jdbc.sql("UPDATE exchange.node_relay SET asked = ?, is_read = false WHERE run = ?")
                    .params(seal(asked), run)
                    .update();
        }
        return found;
    }

    /** Keeps a parcel when it goes on behind those that wait, and there is room. */
    @Transactional
    Put put(Parcel parcel) {
        var row = row(parcel.order());
        var start = row.asked().start();
        if (parcel.run() != start.run()) {
            return Put.OUT_OF_ORDER;
        }
        if (row.isRead() || isBehind(parcel, start)) {
            return Put.KNOWN;
        }
        if (parcel.part() != start.part() || parcel.before() != start.read()) {
            return Put.OUT_OF_ORDER;
        }
        if (row.waiting() >= MOST_WAITING) {
            return Put.FULL;
        }
        jdbc.sql("INSERT INTO exchange.node_parcel (run, part, before, content) VALUES (?, ?, ?, ?)")
                .params(parcel.order(), parcel.part().name(), parcel.before(), cipher.seal(ParcelBytes.write(parcel)))
                .update();
        var end = parcel.reached().end();
        jdbc.sql("UPDATE exchange.node_relay SET asked = ?, is_read = ? WHERE run = ?")
                .params(
                        seal(behind(parcel, row.asked())),
                        end == Parcel.End.NOTHING || end == Parcel.End.CUT,
                        parcel.order())
                .update();
        return Put.KEPT;
    }

    private static boolean isBehind(Parcel parcel, Start start) {
        return parcel.part() == start.part()
                ? parcel.before() < start.read()
                : parcel.part() == Part.WITH_KEY && start.part() == Part.WITHOUT_KEY;
    }

    private static Asked behind(Parcel parcel, Asked asked) {
        var isPart = parcel.reached().end() == Parcel.End.PART;
        var start = new Start(
                parcel.run(),
                isPart ? Part.WITHOUT_KEY : parcel.part(),
                parcel.before() + parcel.read(),
                isPart ? List.of() : parcel.reached().position(),
                asked.start().since(),
                parcel.reached().moment());
        return new Asked(asked.order(), start, asked.rows(), asked.columns());
    }

    /** Of those that did not end. */
    @Transactional(readOnly = true)
    List<Relay> open(long reader) {
        return jdbc.sql("SELECT r.*, " + WAITING + " FROM exchange.node_relay r WHERE r.node = ? AND NOT r.ended")
                .param(reader)
                .query((row, number) -> relay(row.getLong("run"), row(row)))
                .list();
    }

    /** Whether the node reads for this run, which did not end. */
    @Transactional(readOnly = true)
    boolean isOf(long run, long reader) {
        return jdbc.sql("SELECT EXISTS (SELECT 1 FROM exchange.node_relay WHERE run = ? AND node = ? AND NOT ended)")
                .params(run, reader)
                .query(Boolean.class)
                .single();
    }

    /** The run ended: what waits is gone; in the transaction of the caller. */
    void end(long run) {
        drop(run);
        jdbc.sql("UPDATE exchange.node_relay SET ended = true WHERE run = ?")
                .param(run)
                .update();
    }

    private void drop(long run) {
        jdbc.sql("DELETE FROM exchange.node_parcel WHERE run = ?").param(run).update();
    }

    private static final String WAITING =
            "(SELECT count(*) FROM exchange.node_parcel p WHERE p.run = r.run) AS waiting";

    /** Held until the transaction of the caller ends. */
    private Row row(long run) {
        return jdbc.sql("SELECT r.*, " + WAITING + " FROM exchange.node_relay r WHERE r.run = ? FOR UPDATE OF r")
                .param(run)
                .query((row, number) -> row(row))
                .single();
    }

    private Row row(java.sql.ResultSet row) throws java.sql.SQLException {
        var asked = DeliveryJson.readAsked(DatumJson.read(cipher.openText(row.getBytes("asked"))));
        return new Row(asked, row.getBoolean("is_read"), row.getInt("waiting"));
    }

    private static Relay relay(long run, Row row) {
        var state = row.isRead() ? State.READ : row.waiting() >= MOST_WAITING ? State.FULL : State.GOES_ON;
        return new Relay(run, row.asked(), state);
    }

    private byte[] seal(Asked asked) {
        return cipher.seal(DeliveryJson.write(asked).canonical());
    }
}
