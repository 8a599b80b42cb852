package org.tongqu.exchange.wire;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.tongqu.kernel._support.Property;

/** FEATURE: a value that is taken over as it came is the one that the long way would have written. */
class TakenOverTest {

    private static final List<WireType> TEXTS = List.of(WireType.TEXT, WireType.VARCHAR, WireType.BPCHAR);
    private static final List<String> SIGNS =
            List.of("a", "Z", "0", "~", " ", "\t", "\u8def", "\u00e9", "\0", "abcdefgh");

    private int taken;
    private int left;

    @Test
    void textsAreTakenOverOrLookedAt() {
        Property.holds(4000, random -> {
            var from = TEXTS.get(random.nextInt(3));
            var to = new TargetType(TEXTS.get(random.nextInt(3)), random.nextInt(14), -1);
            var text = new StringBuilder();
            for (int i = random.nextInt(12); i > 0; i--) {
                text.append(SIGNS.get(random.nextInt(random.nextBoolean() ? 4 : SIGNS.size())));
            }
            compare(from, to, text.toString().getBytes(UTF_8));
        });
        assertThat(taken).isPositive();
        assertThat(left).isPositive();
    }

    @Test
    void bytesThatAreNoTextAreLookedAt() {
        Property.holds(2000, random -> {
            var bytes = new byte[random.nextInt(24)];
            Arrays.fill(bytes, (byte) 'x');
            if (bytes.length > 0) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
            }
            compare(WireType.TEXT, TargetType.of(WireType.VARCHAR), bytes);
        });
        assertThat(taken).isPositive();
        assertThat(left).isPositive();
    }

    @Test
    void numbersAreTakenOverOrLookedAt() {
        Property.holds(4000, random -> {
            var most = 1 + random.nextInt(18);
            var to = new TargetType(WireType.NUMERIC, most, random.nextInt(Math.min(most, 6) + 1));
            compare(WireType.NUMERIC, to, number(random));
        });
        assertThat(taken).isPositive();
        assertThat(left).isPositive();
    }

    private static byte[] number(RandomGenerator random) {
        var value = BigDecimal.valueOf(
                random.nextLong() >> random.nextInt(64), random.nextInt(4) == 0 ? random.nextInt(8) : 2);
        var cell = new Cell();
        cell.big(value);
        var out = new TupleWriter(64);
        writer(TargetType.of(WireType.NUMERIC)).write(cell, out);
        return Arrays.copyOfRange(out.bytes(), 4, out.length());
    }

    private void compare(WireType from, TargetType to, byte[] bytes) {
        var row = new Row(1);
        row.in(bytes);
        row.place(0, 0, bytes.length);
        var quick = new TupleWriter(64);
        var isTaken =
                TakenOver.of(from, to).map(way -> way.write(row, 0, quick)).orElse(false);
        if (!isTaken) {
            left++;
            assertThat(quick.length()).isZero();
            return;
        }
        taken++;
        var cell = new Cell();
        CellReader.read(from, row, 0, cell);
        var slow = new TupleWriter(64);
        assertThat(writer(to).write(cell, slow)).isEqualTo(Misfit.NONE);
        assertThat(Arrays.copyOf(quick.bytes(), quick.length())).isEqualTo(Arrays.copyOf(slow.bytes(), slow.length()));
    }

    private static CellWriter writer(TargetType type) {
        return new CellWriter(type, DatePattern.iso(), ZoneId.of("Asia/Shanghai"));
    }
}
