package org.tongqu.engines.linkage;

import org.tongqu.engines.linkage.LinkagePlan.Piece;

/** Days, of which only eight digits are asked: what no calendar has may still be a slip of a real one. */
final class DateColumn extends Column {

    private static final int HUNDRED = 100;
    private static final int YEAR = 10_000;
    private static final int LEAST = 1_000_0101;

    private final int[] left;
    private final int[] right;

    DateColumn(Rows left, Rows right, int field) {
        this.left = days(left, field);
        this.right = days(right, field);
    }

    private static int[] days(Rows rows, int field) {
        var days = new int[rows.size()];
        for (int i = 0; i < days.length; i++) {
            var number = Digits.of(rows.value(i, field));
            days[i] = number >= LEAST && number < HUNDRED * (long) HUNDRED * YEAR ? (int) number : 0;
        }
        return days;
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
        var isSwapped =
                a / YEAR == b / YEAR && a / HUNDRED % HUNDRED == b % HUNDRED && b / HUNDRED % HUNDRED == a % HUNDRED;
        return isSwapped || Digits.isSlip(a, b) ? Level.SIMILAR.ordinal() : Level.DIFFERENT.ordinal();
    }

    @Override
    long key(Side side, int row, Piece piece) {
        var day = side == Side.LEFT ? left[row] : right[row];
        if (day == 0) {
            return 0;
        }
        var month = day / HUNDRED % HUNDRED;
        var number = day % HUNDRED;
        return mixed(
                switch (piece) {
                    case YEAR -> day / YEAR;
                    case MONTH_AND_DAY -> 1 + Math.min(month, number) * HUNDRED + Math.max(month, number);
                    case WHOLE, FIRST, LAST -> day;
                });
    }
}
