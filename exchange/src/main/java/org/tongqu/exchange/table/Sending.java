package org.tongqu.exchange.table;

import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.tongqu.engines.exchanges.Flow;
import org.tongqu.exchange.mapping.RowMapper;
import org.tongqu.exchange.mapping.TargetColumn;
import org.tongqu.exchange.parcels.Parcel;
import org.tongqu.exchange.parcels.Start;
import org.tongqu.exchange.parcels.Tuples;
import org.tongqu.exchange.source.Reading;
import org.tongqu.exchange.source.SourceTable;

/**
 * The source side of a run whose target is elsewhere: the same reading, mapping and rules as of {@link TableExchange},
 * batch by batch in parcels. Remembers nothing; how far the run came the target says.
 */
public final class Sending {

    private final Flow flow;
    private final SourceTable source;
    private final List<TargetColumn> columns;

    /** @param columns of the target, in the order of the flow's */
    public Sending(Flow flow, SourceTable source, List<TargetColumn> columns) {
        this.flow = flow;
        this.source = source;
        this.columns = List.copyOf(columns);
    }

    /** Takes parcels in their order. */
    @FunctionalInterface
    public interface Taker {

        /** @return whether the next is to be read */
        boolean take(Parcel parcel) throws SQLException;
    }

    /** How a reading came to its end. */
    public enum Went {
        THROUGH,
        STOPPED,
        /** Rows that lack what gives the order are counted all or none, and these are more than go into one parcel. */
        TOO_MANY_WITHOUT_KEY
    }

    /** What keeps the source from being read as the flow says. */
    public Optional<ExchangeRefusal> findRefusal(Start start) {
        var unread = new SentRows(flow, source).findRefusal();
        return unread.isEmpty() && start.since().isPresent() && !source.canTellChanges()
                ? Optional.of(new ExchangeRefusal.NoWatermark(flow.id()))
                : unread;
    }

    /** Reads from where it is told on, no line behind the last. */
    public Went read(long order, Start from, long lastLine, Taker taker) throws SQLException {
        var start = from;
        while (true) {
            var opened = source.open(new Reading(start.part(), start.since(), start.position()));
            var moment = start.moment().isEmpty() ? opened.moment() : start.moment();
            var mapper = new RowMapper(flow, opened.rows().fields(), columns, TableExchange.ZONE);
            var lines = new RowReader.Lines(start.read(), lastLine);
            var reader = new RowReader(flow, opened.rows(), mapper, ComparedSide.key(flow), lines);
            try (var leg = new Leg(opened.rows(), reader)) {
                var reading = new OneReading(order, start, moment, leg, taker);
                var went = reading.pass();
                if (went != Went.THROUGH || !reading.isPartFollowing()) {
                    return went;
                }
                start = new Start(
                        start.run(), Reading.Part.WITHOUT_KEY, reading.read, List.of(), start.since(), moment);
            }
        }
    }

    /** One part of the source, batch by batch. */
    private final class OneReading {
        private final long order;
        private final Start start;
        private final String moment;
        private final Leg leg;
        private final Taker taker;
        private long read;
        private Parcel.End end = Parcel.End.MORE;

        OneReading(long order, Start start, String moment, Leg leg, Taker taker) {
            this.order = order;
            this.start = start;
            this.moment = moment;
            this.leg = leg;
            this.taker = taker;
            this.read = start.read();
        }

        boolean isPartFollowing() {
            return end == Parcel.End.PART;
        }

        Went pass() throws SQLException {
            while (end == Parcel.End.MORE) {
                var batch = leg.take();
                var isKeyless = start.part() == Reading.Part.WITHOUT_KEY;
                if (isKeyless && !batch.isLast && !batch.isCut) {
                    return Went.TOO_MANY_WITHOUT_KEY;
                }
                if (isKeyless && batch.isCut) {
                    batch.clear();
                    batch.isCut = true;
                }
                end = end(batch);
                if (!taker.take(parcel(batch))) {
                    return Went.STOPPED;
                }
                read += batch.read;
                leg.giveBack(batch);
            }
            return Went.THROUGH;
        }

        private Parcel.End end(Batch batch) {
            if (batch.isCut) {
                return Parcel.End.CUT;
            }
            if (!batch.isLast) {
                return Parcel.End.MORE;
            }
            return start.part() == Reading.Part.WITH_KEY && source.mayLackOrder()
                    ? Parcel.End.PART
                    : Parcel.End.NOTHING;
        }

        private Parcel parcel(Batch batch) {
            var position = batch.position.isEmpty() && read == start.read() ? start.position() : batch.position;
            return new Parcel(
                    order,
                    flow.id(),
                    start.run(),
                    start.part(),
                    read,
                    new Tuples(batch.count(), Arrays.copyOf(batch.tuples.bytes(), batch.tuples.length())),
                    batch.setAside.stream()
                            .map(row -> new Parcel.Aside(row.line(), row.key(), row.failure(), row.row()))
                            .toList(),
                    new Parcel.Reached(position, moment, end));
        }
    }
}
