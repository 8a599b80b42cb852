package org.tongqu.engines.linkage;

import org.tongqu.engines.linkage.LinkagePlan.Piece;

/** Codes, which are the same or not. */
final class CodeColumn extends Column {

    private final Pool pool = new Pool();
    private final int[] left;
    private final int[] right;

    CodeColumn(Rows left, Rows right, int field) {
        this.left = numbers(left, field, pool);
        this.right = numbers(right, field, pool);
    }

    private static int[] numbers(Rows rows, int field, Pool pool) {
        var numbers = new int[rows.size()];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = pool.number(rows.value(i, field).strip());
        }
        return numbers;
    }

    @Override
    int level(int one, int other) {
        if (left[one] == 0 || right[other] == 0) {
            return Level.MISSING.ordinal();
        }
        return left[one] == right[other] ? Level.EQUAL.ordinal() : Level.DIFFERENT.ordinal();
    }

    @Override
    long key(Side side, int row, Piece piece) {
        return pool.mark(side == Side.LEFT ? left[row] : right[row]);
    }
}
