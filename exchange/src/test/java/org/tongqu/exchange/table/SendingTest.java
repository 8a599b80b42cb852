package org.tongqu.exchange.table;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.tongqu.exchange._support.TestDatabases.execute;
import static org.tongqu.exchange._support.TestDatabases.rows;
import static org.tongqu.exchange._support.TestDatabases.value;

import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tongqu.engines.exchanges.Flow;
import org.tongqu.exchange.Login;
import org.tongqu.exchange._support.RunsAFlow;
import org.tongqu.exchange._support.TestDatabases;
import org.tongqu.exchange.parcels.Parcel;
import org.tongqu.exchange.parcels.ParcelBytes;
import org.tongqu.exchange.parcels.Start;
import org.tongqu.exchange.parcels.Tuples;
import org.tongqu.exchange.source.PostgresSource;
import org.tongqu.exchange.table.Arriving.Arrival;
import org.tongqu.exchange.wire.BrokenWire;

/** FEATURE: rows that travel in parcels reach the target as if one program moved them, each once. */
class SendingTest {

    private static final String FLOW = """
            exchange: sent
            title: {zh: 测试, en: Test}
            source: {table: person, key: [id], watermark: changed}
            target: {table: person, key: [id]}
            columns:
              - {to: id, from: id}
              - {to: words, from: words}
            rules:
              - {id: small, column: words, pattern: "[a-z0-9]*", basis: none, meaning: {zh: 小写, en: Small}}
            """;

    private static final int ROWS = 40_000;

    private final Flow flow = RunsAFlow.flow(FLOW.getBytes(UTF_8));
    private final Login source = TestDatabases.fresh();
    private final Login target = TestDatabases.fresh();
    private final Arriving arriving = new Arriving(flow, target, () -> Instant.EPOCH);

    SendingTest() throws SQLException {
        execute(source, "CREATE TABLE person (id bigint PRIMARY KEY, words text, changed timestamptz)");
        execute(
                source,
                "INSERT INTO person SELECT i, CASE WHEN i % 9000 = 7 THEN 'NOT SMALL' ELSE repeat(md5(i::text), 12) END, now()"
                        + " FROM generate_series(1, " + ROWS + ") i");
        execute(target, "CREATE TABLE person (id bigint PRIMARY KEY, words text)");
    }

    private List<Parcel> read(Start from) throws SQLException {
        List<Parcel> parcels = new ArrayList<>();
        var begun = arriving.begin(Mode.CHANGED).orElseThrow();
        var went = new Sending(flow, PostgresSource.of(flow, source), begun.columns())
                .read(7, from, Long.MAX_VALUE, parcel -> parcels.add(ParcelBytes.read(ParcelBytes.write(parcel))));
        assertThat(went).isEqualTo(Sending.Went.THROUGH);
        return parcels;
    }

    private List<Parcel> read() throws SQLException {
        return read(arriving.begin(Mode.CHANGED).orElseThrow().start());
    }

    @Test
    void aRunInParcelsLeavesWhatARunAtOnceLeaves() throws Exception {
        var parcels = read();
        assertThat(parcels).hasSizeGreaterThan(2);
        for (var parcel : parcels) {
            assertThat(arriving.take(parcel)).isInstanceOf(Arrival.Written.class);
        }

        var last = arriving.last().orElseThrow();
        assertThat(last.end()).isEqualTo(Receipt.End.COMPLETE);
        assertThat(last.read()).isEqualTo(ROWS);
        assertThat(last.setAside()).isEqualTo(5);
        assertThat(rows(target, "SELECT line FROM tongqu_exchange.quarantine ORDER BY line"))
                .containsExactly("7", "9007", "18007", "27007", "36007");
        assertThat(last.ranges().digest()).isEqualTo(atOnce().ranges().digest());
    }

    private Receipt atOnce() throws SQLException {
        var other = TestDatabases.fresh();
        execute(other, "CREATE TABLE person (id bigint PRIMARY KEY, words text)");
        return new TableExchange(flow, PostgresSource.of(flow, source), other, () -> Instant.EPOCH)
                .run(Mode.FULL, () -> true)
                .orElseThrow();
    }

    @Test
    void aParcelIsTakenOnceAndInItsOrderAlone() throws Exception {
        var parcels = read();

        assertThat(arriving.take(parcels.get(1))).as("before the first").isEqualTo(new Arrival.OutOfOrder());
        assertThat(arriving.take(parcels.getFirst())).isInstanceOf(Arrival.Written.class);
        assertThat(arriving.take(parcels.getFirst())).as("once more").isInstanceOf(Arrival.Known.class);
        assertThat(count()).isEqualTo(parcels.getFirst().rows().count());
        assertThat(arriving.take(parcels.get(2))).as("one left out").isEqualTo(new Arrival.OutOfOrder());

        // Read again from where the target stands: parcels end elsewhere, and rows are there once all the same.
        for (var parcel : read()) {
            arriving.take(parcel);
        }
        assertThat(arriving.take(parcels.getLast())).as("of a run that is over").isInstanceOf(Arrival.Known.class);
        assertThat(count()).isEqualTo(ROWS - 5);
        execute(source, "UPDATE person SET words = 'changed', changed = now() WHERE id = 7");
        var changed = read();
        assertThat(changed).as("and the part of rows without a watermark").hasSize(2);
        assertThat(changed.getFirst().read()).isEqualTo(1);
        assertThat(arriving.take(changed.getFirst())).isInstanceOf(Arrival.Written.class);
        assertThat(arriving.take(parcels.getFirst())).as("of an earlier run").isEqualTo(new Arrival.OutOfOrder());
        assertThat(value(target, "SELECT words FROM person WHERE id = 7")).isEqualTo("changed");
    }

    private long count() throws SQLException {
        return Long.parseLong(value(target, "SELECT count(*) FROM person"));
    }

    @Test
    void whatIsNotMadeAsTheFlowSaysIsNotWritten() throws Exception {
        var first = read().getFirst();
        var bytes = first.rows().bytes();

        assertThat(arriving.take(with(first, new Tuples(first.rows().count() - 1, bytes))))
                .isInstanceOf(Arrival.Malformed.class);
        assertThat(arriving.take(with(first, new Tuples(first.rows().count() + 1, bytes))))
                .isInstanceOf(Arrival.Malformed.class);
        var otherLength = bytes.clone();
        otherLength[5] = 7;
        assertThat(arriving.take(with(first, new Tuples(first.rows().count(), otherLength))))
                .isInstanceOf(Arrival.Malformed.class);
        var notUtf8 = bytes.clone();
        Arrays.fill(notUtf8, 18, 40, (byte) 0xff);
        assertThat(arriving.take(with(first, new Tuples(first.rows().count(), notUtf8))))
                .isInstanceOf(Arrival.Malformed.class);
        assertThat(count()).isZero();
        var whole = ParcelBytes.write(first);
        assertThatThrownBy(() -> ParcelBytes.read(Arrays.copyOf(whole, whole.length - 1)))
                .isInstanceOf(BrokenWire.class);
        assertThatThrownBy(() -> ParcelBytes.read(Arrays.copyOf(whole, whole.length + 1)))
                .isInstanceOf(BrokenWire.class);
        assertThatThrownBy(() -> ParcelBytes.read("rubbish".getBytes(UTF_8))).isInstanceOf(BrokenWire.class);
        assertThat(arriving.take(first)).isInstanceOf(Arrival.Written.class);
    }

    private static Parcel with(Parcel parcel, Tuples rows) {
        return new Parcel(
                parcel.order(),
                parcel.flow(),
                parcel.run(),
                parcel.part(),
                parcel.before(),
                rows,
                parcel.aside(),
                parcel.reached());
    }

    @Test
    void rowsThatLackWhatGivesTheOrderComeBehindTheOthersAllAtOnce() throws Exception {
        execute(source, "UPDATE person SET changed = NULL WHERE id <= 100");
        var parcels = read();
        assertThat(parcels.getLast().read()).isEqualTo(100);
        for (var parcel : parcels) {
            assertThat(arriving.take(parcel)).isInstanceOf(Arrival.Written.class);
            assertThat(arriving.take(parcel)).isInstanceOf(Arrival.Known.class);
        }
        assertThat(count()).isEqualTo(ROWS - 5);

        execute(source, "UPDATE person SET changed = NULL");
        var begun = arriving.begin(Mode.CHANGED).orElseThrow();
        var went = new Sending(flow, PostgresSource.of(flow, source), begun.columns())
                .read(8, begun.start(), Long.MAX_VALUE, parcel -> true);
        assertThat(went).isEqualTo(Sending.Went.TOO_MANY_WITHOUT_KEY);
    }
}
