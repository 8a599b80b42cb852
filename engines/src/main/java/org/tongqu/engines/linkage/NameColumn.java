package org.tongqu.engines.linkage;

import java.util.ArrayList;
import java.util.List;
import org.tongqu.engines.linkage.LinkagePlan.Piece;

/** Names, by signs and not by the units a text is stored in: some signs of names take two. */
final class NameColumn extends Column {

    private static final int LONG_ENOUGH = 3;

    private final int[] left;
    private final int[] right;
    private final List<int[]> signs = new ArrayList<>();
    private final List<Integer> folds = new ArrayList<>();
    private final Pool folded = new Pool();
    private final int[] leftFolds;
    private final int[] rightFolds;
    private final double mean;

    NameColumn(Rows left, Rows right, int field) {
        var names = new Pool();
        signs.add(new int[0]);
        folds.add(0);
        this.left = numbers(left, field, names);
        this.right = numbers(right, field, names);
        this.leftFolds = counts(this.left);
        this.rightFolds = counts(this.right);
        var sum = 0.0;
        for (int i = 1; i < leftFolds.length; i++) {
            sum += (double) leftFolds[i] * rightFolds[i];
        }
        this.mean = mean(sum, left.size(), right.size());
    }

    /** By what a name is counted; empty when there is none. */
    static String fold(String name) {
        return Variants.folded(Variants.bare(name));
    }

    /** How often two names drawn at random are the same. @param met how many pairs of all have the same */
    static double mean(double met, int left, int right) {
        return Math.max(1, met) / Math.max(1.0, (double) left * right);
    }

    /** How often a name is met beside how often names are met on the whole. @param count how many of the right have it */
    static double rarity(long count, int right, double mean) {
        return Math.max(1, count) / (double) Math.max(1, right) / mean;
    }

    private int[] numbers(Rows rows, int field, Pool names) {
        var numbers = new int[rows.size()];
        for (int i = 0; i < numbers.length; i++) {
            var name = Variants.bare(rows.value(i, field));
            numbers[i] = names.number(name);
            if (numbers[i] == signs.size()) {
                var fold = Variants.folded(name);
                signs.add(fold.codePoints().toArray());
                folds.add(folded.number(fold));
            }
        }
        return numbers;
    }

    private int[] counts(int[] numbers) {
        var counts = new int[folded.size() + 1];
        for (var number : numbers) {
            counts[folds.get(number)]++;
        }
        return counts;
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
        if (folds.get(a).equals(folds.get(b))) {
            return Level.VARIANT.ordinal();
        }
        return isSlip(signs.get(a), signs.get(b)) ? Level.SIMILAR.ordinal() : Level.DIFFERENT.ordinal();
    }

    private static boolean isSlip(int[] one, int[] other) {
        if (Math.max(one.length, other.length) < LONG_ENOUGH) {
            return one.length == 2 && other.length == 2 && one[0] == other[1] && one[1] == other[0];
        }
        if (one.length == other.length) {
            return isOneSign(one, other);
        }
        return one.length < other.length ? isOneMore(one, other) : isOneMore(other, one);
    }

    private static boolean isOneSign(int[] one, int[] other) {
        var first = -1;
        var different = 0;
        for (int i = 0; i < one.length; i++) {
            if (one[i] != other[i]) {
                first = different++ == 0 ? i : first;
            }
        }
        return different == 1
                || different == 2
                        && first + 1 < one.length
                        && one[first] == other[first + 1]
                        && one[first + 1] == other[first];
    }

    private static boolean isOneMore(int[] shorter, int[] longer) {
        if (longer.length != shorter.length + 1) {
            return false;
        }
        var skipped = 0;
        for (int i = 0; i < shorter.length; i++) {
            if (shorter[i] != longer[i + skipped]) {
                if (skipped == 1 || shorter[i] != longer[i + 1]) {
                    return false;
                }
                skipped = 1;
            }
        }
        return true;
    }

    @Override
    long key(Side side, int row, Piece piece) {
        var number = side == Side.LEFT ? left[row] : right[row];
        if (number == 0) {
            return 0;
        }
        var own = signs.get(number);
        return switch (piece) {
            case FIRST -> mixed(own[0]);
            case LAST -> mixed(own[own.length - 1]);
            case WHOLE, YEAR, MONTH_AND_DAY -> folded.mark(folds.get(number));
        };
    }

    @Override
    double rarity(int one) {
        var fold = folds.get(left[one]);
        return rarity(rightFolds[fold], right.length, mean);
    }
}
