package org.tongqu.engines.linkage;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.tongqu.engines.linkage.LinkagePlan.Piece;

/** Addresses by their parts: what ends like a district, a road or a house, and numbers. What half of them share says nothing. */
final class AddressColumn extends Column {

    private static final Set<Integer> ENDS =
            Variants.text("address-ends.txt").strip().codePoints().boxed().collect(Collectors.toUnmodifiableSet());
    private static final double ALIKE = 0.4;
    private static final double SAME = 0.8;
    private static final int OFTEN = 3;

    private final int[][] left;
    private final int[][] right;

    AddressColumn(Rows left, Rows right, int field) {
        var pool = new Pool();
        var all = new int[][][] {parts(left, field, pool), parts(right, field, pool)};
        var counts = new int[pool.size() + 1];
        for (var side : all) {
            for (var row : side) {
                for (var part : row) {
                    counts[part]++;
                }
            }
        }
        var most = Math.max(OFTEN, (left.size() + right.size()) / 2);
        this.left = rare(all[0], counts, most);
        this.right = rare(all[1], counts, most);
    }

    private static int[][] parts(Rows rows, int field, Pool pool) {
        var parts = new int[rows.size()][];
        for (int i = 0; i < parts.length; i++) {
            parts[i] = parts(rows.value(i, field), pool);
        }
        return parts;
    }

    private static int[] parts(String address, Pool pool) {
        var found = new int[address.length()];
        var count = 0;
        var part = new StringBuilder();
        var signs = address.codePoints().toArray();
        for (int i = 0; i < signs.length; i++) {
            var isEnd = ENDS.contains(signs[i]);
            if (isEnd || Character.isLetterOrDigit(signs[i])) {
                if (!isEnd) {
                    part.appendCodePoint(signs[i]);
                }
                var isBreak = i + 1 < signs.length && Character.isDigit(signs[i]) != Character.isDigit(signs[i + 1]);
                if ((isEnd || isBreak) && !part.isEmpty()) {
                    found[count++] = pool.number(part.toString());
                    part.setLength(0);
                }
            }
        }
        if (!part.isEmpty()) {
            found[count++] = pool.number(part.toString());
        }
        return Arrays.stream(found, 0, count).sorted().distinct().toArray();
    }

    private static int[][] rare(int[][] rows, int[] counts, int most) {
        var kept = new int[rows.length][];
        for (int i = 0; i < rows.length; i++) {
            kept[i] =
                    Arrays.stream(rows[i]).filter(part -> counts[part] <= most).toArray();
        }
        return kept;
    }

    @Override
    int level(int one, int other) {
        var a = left[one];
        var b = right[other];
        if (a.length == 0 || b.length == 0) {
            return Level.MISSING.ordinal();
        }
        var common = 0;
        for (int i = 0, j = 0; i < a.length && j < b.length; ) {
            if (a[i] == b[j]) {
                common++;
                i++;
                j++;
            } else if (a[i] < b[j]) {
                i++;
            } else {
                j++;
            }
        }
        var share = (double) common / Math.min(a.length, b.length);
        if (share >= SAME) {
            return Level.EQUAL.ordinal();
        }
        return share >= ALIKE ? Level.SIMILAR.ordinal() : Level.DIFFERENT.ordinal();
    }

    @Override
    long key(Side side, int row, Piece piece) {
        var parts = side == Side.LEFT ? left[row] : right[row];
        return parts.length == 0 ? 0 : mixed(Arrays.hashCode(parts));
    }

    /** The same address is rarely written in the same way. */
    @Override
    double slips() {
        return Double.MAX_VALUE;
    }
}
