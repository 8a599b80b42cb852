package org.tongqu.exchange.source;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tongqu.exchange.mapping.SourceField;
import org.tongqu.exchange.wire.Row;
import org.tongqu.exchange.wire.TupleWriter;

/** The rows of a running query, each laid out as PostgreSQL would send it. */
final class JdbcRows implements RowSource {

    private static final long DAYS_BEFORE_2000 = 10_957;
    private static final long SECONDS_BEFORE_2000 = DAYS_BEFORE_2000 * 86_400;

    private final Connection connection;
    private final ResultSet rows;
    private final List<JdbcColumn> columns;
    private final JdbcColumn.Fetch[] fetches;
    private final @Nullable Encoded[] decoders;
    private final TupleWriter laidOut = new TupleWriter(1 << 12);
    private boolean isAtEnd;

    JdbcRows(Connection connection, ResultSet rows, List<JdbcColumn> columns) {
        this.connection = connection;
        this.rows = rows;
        this.columns = columns;
        this.fetches = columns.stream().map(JdbcColumn::fetch).toArray(JdbcColumn.Fetch[]::new);
        this.decoders = columns.stream()
                .map(column -> column.encoding().map(Encoded::new).orElse(null))
                .toArray(Encoded[]::new);
    }

    @Override
    public List<SourceField> fields() {
        return columns.stream()
                .map(column -> new SourceField(column.name(), column.fetch().type))
                .toList();
    }

    @Override
    public boolean next(Row row) throws SQLException {
        if (!rows.next()) {
            isAtEnd = true;
            return false;
        }
        laidOut.rewind(0);
        laidOut.begin(fetches.length);
        for (int i = 0; i < fetches.length; i++) {
            var before = laidOut.length();
            var isThere = lay(i);
            if (!isThere) {
                laidOut.nothing();
            }
            row.place(i, before + 4, isThere ? laidOut.length() - before - 4 : -1);
        }
        row.in(laidOut.bytes());
        return true;
    }

    /** {@code false} when there is nothing in the cell. */
    private boolean lay(int index) throws SQLException {
        var place = index + 1;
        switch (fetches[index]) {
            case TEXT_BYTES -> {
                return bytes(decoded(index, rows.getBytes(place)));
            }
            case BYTES -> {
                return bytes(rows.getBytes(place));
            }
            case TEXT -> {
                var text = rows.getString(place);
                return bytes(text == null ? null : text.getBytes(UTF_8));
            }
            case NUMBER -> {
                var number = rows.getBigDecimal(place);
                return bytes(number == null ? null : number.toPlainString().getBytes(UTF_8));
            }
            case FLOATING -> {
                laidOut.int8(Double.doubleToRawLongBits(rows.getDouble(place)));
                return kept(12);
            }
            case DAY -> {
                var day = rows.getObject(place, LocalDate.class);
                laidOut.int4(day == null ? 0 : Math.toIntExact(day.toEpochDay() - DAYS_BEFORE_2000));
                return kept(8);
            }
            case MOMENT -> {
                var moment = rows.getObject(place, LocalDateTime.class);
                laidOut.int8(moment == null ? 0 : micros(moment));
                return kept(12);
            }
        }
        throw new IllegalStateException("No such way to take a value");
    }

    private boolean bytes(byte @Nullable [] value) {
        if (value == null) {
            return false;
        }
        laidOut.cell(value, 0, value.length);
        return true;
    }

    /** Takes a number back that stands for nothing. */
    private boolean kept(int written) throws SQLException {
        if (rows.wasNull()) {
            laidOut.rewind(laidOut.length() - written);
            return false;
        }
        return true;
    }

    private static long micros(LocalDateTime moment) {
        var seconds = moment.toEpochSecond(ZoneOffset.UTC) - SECONDS_BEFORE_2000;
        return seconds * 1_000_000 + moment.getNano() / 1000;
    }

    private byte @Nullable [] decoded(int index, byte @Nullable [] value) {
        var decoder = decoders[index];
        return decoder == null || value == null ? value : decoder.utf8(value);
    }

    /** A query that is still running is not waited for. */
    @Override
    public void close() throws SQLException {
        if (isAtEnd) {
            connection.close();
        } else {
            connection.abort(Runnable::run);
        }
    }
}
