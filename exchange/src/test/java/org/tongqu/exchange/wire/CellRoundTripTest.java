package org.tongqu.exchange.wire;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tongqu.exchange.wire.Cell.Form;
import org.tongqu.kernel._support.Property;

/** FEATURE: a value keeps its worth on the way through the binary format, and what does not fit is said. */
class CellRoundTripTest {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    @Test
    void anyNumberComesBackAsItWas() {
        Property.holds(3000, random -> {
            var number = number(random);
            var cell = new Cell();
            cell.text(number.toPlainString().getBytes(UTF_8));

            assertThat(text(through(cell, WireType.NUMERIC))).isEqualTo(number.toPlainString());
        });
    }

    private static BigDecimal number(RandomGenerator random) {
        var digits = 1 + random.nextInt(random.nextBoolean() ? 18 : 60);
        var unscaled = new StringBuilder();
        for (int i = 0; i < digits; i++) {
            unscaled.append(random.nextInt(3) == 0 ? random.nextInt(10) : 0);
        }
        var value = new BigDecimal(new BigInteger(unscaled.toString()), random.nextInt(digits + 4));
        return random.nextBoolean() ? value.negate() : value;
    }

    @Test
    void anyDayAndMomentComesBackAsItsText() {
        Property.holds(3000, random -> {
            var day = LocalDate.ofEpochDay(random.nextLong(-719_162, 2_932_896));
            var moment = day.atStartOfDay().plusNanos(random.nextLong(86_400_000_000L) * 1000);
            var written = moment.toLocalDate() + " "
                    + moment.toLocalTime().withNano(0).toString();
            var cell = new Cell();

            cell.text(day.toString().getBytes(UTF_8));
            assertThat(text(through(cell, WireType.DATE))).isEqualTo(day.toString());

            cell.text(moment.toString().getBytes(UTF_8));
            assertThat(text(through(cell, WireType.TIMESTAMP))).startsWith(written);
        });
    }

    @Test
    void aWallClockAndUtcAgreeInEveryYear() {
        Property.holds(2000, random -> {
            var moment =
                    LocalDateTime.of(1 + random.nextInt(9998), 6, 15, 12, 0).plusMinutes(random.nextInt(500_000));
            var wall = moment.toEpochSecond(ZoneOffset.UTC) * 1_000_000;
            var clock = new ZoneClock(ZONE);

            assertThat(clock.inUtc(wall)).isEqualTo(moment.atZone(ZONE).toEpochSecond() * 1_000_000);
        });
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
                    INT2, 32767, NONE
                    INT2, 32768, OUT_OF_RANGE
                    INT4, -2147483648, NONE
                    INT4, 2147483648, OUT_OF_RANGE
                    INT8, 9223372036854775807, NONE
                    INT8, 9223372036854775808, OUT_OF_RANGE
                    INT4, 1.50, WOULD_LOSE
                    INT4, 2.00, NONE
                    INT4, 1e5, NOT_A_NUMBER
                    INT4, '', NOT_A_NUMBER
                    NUMERIC, 1., NOT_A_NUMBER
                    DATE, 0000-00-00, NOT_A_DATE
                    DATE, 0000-01-01, NOT_A_DATE
                    DATE, 2023-02-29, NOT_A_DATE
                    DATE, 2024-02-29, NONE
                    DATE, 2024-02-29 10:00:00, WOULD_LOSE
                    DATE, 2024-02-29x, NOT_A_DATE
                    TIMESTAMP, 2024-02-29 24:00:00, NOT_A_DATE
                    TIMESTAMP, 2024-02-29T23:59:59.012, NONE
                    BOOL, true, NONE
                    BOOL, 2, NOT_A_TRUTH
                    UUID, 00000000-0000-0000-0000-000000000001, NONE
                    UUID, 0001, NOT_AN_IDENTITY
                    """)
    void aTextBecomesAValueOrIsRefused(WireType type, String text, Misfit expected) {
        var cell = new Cell();
        cell.text(text.getBytes(UTF_8));

        assertThat(write(cell, TargetType.of(type), new TupleWriter(64))).isEqualTo(expected);
    }

    @Test
    void digitsAndSignsThatDoNotFitAreNeverCutOff() {
        var money = new TargetType(WireType.NUMERIC, 6, 2);

        assertThat(write(text("1234.5"), money, new TupleWriter(64))).isEqualTo(Misfit.NONE);
        assertThat(write(text("1234.567"), money, new TupleWriter(64))).isEqualTo(Misfit.WOULD_LOSE);
        assertThat(write(text("12345"), money, new TupleWriter(64))).isEqualTo(Misfit.OUT_OF_RANGE);
        assertThat(write(text("云州市民"), new TargetType(WireType.VARCHAR, 4, -1), new TupleWriter(64)))
                .isEqualTo(Misfit.NONE);
        assertThat(write(text("云州市民们"), new TargetType(WireType.VARCHAR, 4, -1), new TupleWriter(64)))
                .isEqualTo(Misfit.TOO_LONG);
    }

    @Test
    void bytesOfAnotherEncodingAreNoText() {
        for (var bytes : new byte[][] {
            {(byte) 0xd4, (byte) 0xc6, (byte) 0xd6, (byte) 0xdd},
            {(byte) 0xc0, (byte) 0xaf},
            {0x41, 0},
            {(byte) 0xed, (byte) 0xa0, (byte) 0x80},
            {(byte) 0xf4, (byte) 0x90, (byte) 0x80, (byte) 0x80},
            {(byte) 0xe4, (byte) 0xba}
        }) {
            var cell = new Cell();
            cell.text(bytes);

            assertThat(write(cell, TargetType.of(WireType.TEXT), new TupleWriter(64)))
                    .isEqualTo(Misfit.NOT_TEXT);
        }
    }

    @Test
    void anyTextIsSeenAsTheJdkSeesIt() {
        Property.holds(3000, random -> {
            var bytes = new byte[1 + random.nextInt(6)];
            random.nextBytes(bytes);
            var text = new String(bytes, UTF_8);
            var isGood = Arrays.equals(text.getBytes(UTF_8), bytes) && text.indexOf('\0') < 0;

            var signs = Texts.signs(bytes, 0, bytes.length);

            assertThat(signs).isEqualTo(isGood ? text.codePointCount(0, text.length()) : -1);
        });
    }

    @Test
    void rowsAreReadHoweverTheyAreCutIntoPieces() {
        Property.holds(500, random -> {
            var out = new TupleWriter(16);
            out.raw(CopyTuples.header(), 0, CopyTuples.header().length);
            var rows = random.nextInt(5);
            for (int i = 0; i < rows; i++) {
                out.begin(2);
                out.int4(i);
                if (i % 2 == 0) {
                    out.nothing();
                } else {
                    out.cell(new byte[i], 0, i);
                }
            }
            out.raw(CopyTuples.trailer(), 0, 2);
            var tuples = new CopyTuples();
            var row = new Row(2);
            var found = 0;
            for (int at = 0; at < out.length(); ) {
                var piece = Math.min(1 + random.nextInt(30), out.length() - at);
                tuples.feed(out.bytes(), at, piece);
                at += piece;
                while (tuples.next(row)) {
                    assertThat(BigEndian.int4(row.bytes(), row.start(0))).isEqualTo(found);
                    assertThat(row.length(1)).isEqualTo(found % 2 == 0 ? -1 : found);
                    found++;
                }
            }
            assertThat(found).isEqualTo(rows);
            assertThat(tuples.isComplete()).isTrue();
        });
    }

    @Test
    void brokenBytesAreAFaultAndNeverARow() {
        assertThatThrownBy(() -> next(new byte[32])).isInstanceOf(BrokenWire.class);
        var out = new TupleWriter(64);
        out.raw(CopyTuples.header(), 0, CopyTuples.header().length);
        out.begin(3);
        assertThatThrownBy(() -> next(Arrays.copyOf(out.bytes(), out.length()))).hasMessageContaining("3 cells");
        out.rewind(CopyTuples.header().length);
        out.begin(1);
        out.raw(new byte[] {-1, -1, -1, -5}, 0, 4);
        assertThatThrownBy(() -> next(Arrays.copyOf(out.bytes(), out.length()))).hasMessageContaining("-5 bytes");
    }

    private static void next(byte[] bytes) {
        var tuples = new CopyTuples();
        tuples.feed(bytes, 0, bytes.length);
        tuples.next(new Row(1));
    }

    private static Cell text(String text) {
        var cell = new Cell();
        cell.text(text.getBytes(UTF_8));
        return cell;
    }

    private static Misfit write(Cell cell, TargetType type, TupleWriter out) {
        return new CellWriter(type, DatePattern.iso(), ZONE).write(cell, out);
    }

    private static Cell through(Cell cell, WireType type) {
        var out = new TupleWriter(16);
        assertThat(write(cell, TargetType.of(type), out)).isEqualTo(Misfit.NONE);
        var row = new Row(1);
        row.in(out.bytes());
        row.place(0, 4, out.length() - 4);
        var read = new Cell();
        CellReader.read(type, row, 0, read);
        return read;
    }

    private static String text(Cell cell) {
        cell.toText();
        assertThat(cell.form()).isEqualTo(Form.TEXT);
        return new String(cell.bytes(), cell.start(), cell.length(), UTF_8);
    }
}
