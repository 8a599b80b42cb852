package org.tongqu.engines.linkage;

import org.tongqu.engines.linkage.LinkagePlan.Piece;

/** Telephone numbers. */
final class PhoneColumn extends Column {

    private final long[] left;
    private final long[] right;

    PhoneColumn(Rows left, Rows right, int field) {
        this.left = numbers(left, field);
        this.right = numbers(right, field);
    }

    private static long[] numbers(Rows rows, int field) {
        var numbers = new long[rows.size()];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = Digits.of(rows.value(i, field));
        }
        return numbers;
    }

    @Override
    int level(int one, int other) {
        var a = left[one];
        var b = right[other];
        if (a == 0 || b == 0) {
            return Level.MISSING.ordinal();
        }
        if (a == b) {
            return Level.EQUAL.ordinal();
        }
        return Digits.isSlip(a, b) ? Level.SIMILAR.ordinal() : Level.DIFFERENT.ordinal();
    }

    @Override
    long key(Side side, int row, Piece piece) {
        return mixed(side == Side.LEFT ? left[row] : right[row]);
    }
}
