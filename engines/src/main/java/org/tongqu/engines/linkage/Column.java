package org.tongqu.engines.linkage;

import org.tongqu.engines.linkage.LinkagePlan.Piece;

/** A field of both lists, prepared so that two values are compared without looking at texts. */
abstract class Column {

    static final int LEVELS = Level.values().length;

    /** {@link Level#ordinal} of the agreement of a row of the left with one of the right. */
    abstract int level(int left, int right);

    /** A number for the piece, the same where the piece is; 0 where there is none. */
    abstract long key(Side side, int row, Piece piece);

    /** How often the value of the left row is met by chance, beside how often values are met on the whole; 1 where that is the same. */
    double rarity(int left) {
        return 1;
    }

    /**
     * How often matches are similar at most, beside how often they are equal. A slip of the pen is the exception; without
     * knowing that, neighbours in a register whose names resemble each other would be taken for the matches.
     */
    static double slips(Evidence evidence) {
        // The same address is rarely written in the same way.
        return evidence == Evidence.ADDRESS ? Double.MAX_VALUE : 1.0 / 2;
    }

    static Column of(Evidence evidence, Rows left, Rows right, int field) {
        return switch (evidence) {
            case CODE -> new CodeColumn(left, right, field);
            case NAME -> new NameColumn(left, right, field);
            case DATE -> new DateColumn(left, right, field);
            case PHONE -> new PhoneColumn(left, right, field);
            case ADDRESS -> new AddressColumn(left, right, field);
        };
    }

    /** Spreads a number over all bits; 0 stays 0. */
    static long mixed(long value) {
        var x = value * 0x9E3779B97F4A7C15L;
        x = (x ^ x >>> 32) * 0xD6E8FEB86659FD93L;
        return x ^ x >>> 32;
    }
}
