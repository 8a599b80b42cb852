package org.tongqu.exchange.wire;

import java.util.Optional;

/**
 * Values whose bytes on the wire are already what the column of the target takes: one short look, one copy, and no cell
 * between. What the look does not show goes the long way, which says what is wrong with it, if anything is.
 */
public abstract sealed class TakenOver {

    private TakenOver() {}

    /** For values of this type in a column of that type, if there are such. */
    public static Optional<TakenOver> of(WireType from, TargetType to) {
        return switch (from) {
            case TEXT, VARCHAR, BPCHAR -> Words.fit(from, to) ? Optional.of(new Words(from, to)) : Optional.empty();
            case NUMERIC ->
                to.type() == WireType.NUMERIC && to.most() > 0 && to.scale() >= 0
                        ? Optional.of(new Digits(to))
                        : Optional.empty();
            case BOOL, INT2, INT4, INT8, FLOAT4, FLOAT8, DATE, TIMESTAMP, TIMESTAMPTZ, UUID ->
                from == to.type() && to.scale() < 0 ? Optional.of(new Same(from)) : Optional.empty();
            case BYTEA -> Optional.empty();
        };
    }

    /** Writes a cell that is not null; {@code false} leaves nothing behind. */
    public abstract boolean write(Row row, int cell, TupleWriter out);

    /** Of a fixed size, and the same on both sides. */
    private static final class Same extends TakenOver {
        private final int size;

        Same(WireType type) {
            this.size = type.size();
        }

        @Override
        public boolean write(Row row, int cell, TupleWriter out) {
            if (row.length(cell) != size) {
                return false;
            }
            out.cell(row.bytes(), row.start(cell), size);
            return true;
        }
    }

    /** Texts of ASCII that are not too long, each sign of which is a byte. */
    private static final class Words extends TakenOver {
        private final boolean isPadded;
        private final boolean isFilledUp;
        private final int most;

        Words(WireType from, TargetType to) {
            this.isPadded = from == WireType.BPCHAR;
            this.isFilledUp = to.type() == WireType.BPCHAR;
            this.most = to.most() == 0 ? Integer.MAX_VALUE : to.most();
        }

        static boolean fit(WireType from, TargetType to) {
            return to.type() == WireType.TEXT
                    || to.type() == WireType.VARCHAR
                    || (to.type() == WireType.BPCHAR && from == WireType.BPCHAR && to.most() > 0);
        }

        @Override
        public boolean write(Row row, int cell, TupleWriter out) {
            var bytes = row.bytes();
            var start = row.start(cell);
            var length = row.length(cell);
            if (isFilledUp ? length != most : isPadded && length > 0 && bytes[start + length - 1] == ' ') {
                return false;
            }
            if (length > most || Texts.asciis(bytes, start, length) < length) {
                return false;
            }
            out.cell(bytes, start, length);
            return true;
        }
    }

    /** Numbers with as many digits behind the point as the column shows, and before it surely not too many. */
    private static final class Digits extends TakenOver {
        private static final int DIGITS_OF_GROUP = 4;

        private final int scale;
        private final int whole;

        Digits(TargetType to) {
            this.scale = to.scale();
            this.whole = to.most() - to.scale();
        }

        @Override
        public boolean write(Row row, int cell, TupleWriter out) {
            var bytes = row.bytes();
            var start = row.start(cell);
            var length = row.length(cell);
            if (length < 8 || length != 8 + 2 * BigEndian.int2(bytes, start)) {
                return false;
            }
            var sign = BigEndian.int2(bytes, start + 4);
            var isFitting = (sign == 0 || sign == Numerics.NEGATIVE)
                    && BigEndian.int2(bytes, start + 6) == scale
                    && (BigEndian.int2(bytes, start + 2) + 1) * DIGITS_OF_GROUP <= whole;
            if (isFitting) {
                out.cell(bytes, start, length);
            }
            return isFitting;
        }
    }
}
