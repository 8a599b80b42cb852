package org.tongqu.engines.linkage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.tongqu.engines.linkage.LinkagePlan.Piece;

/** Addresses by their parts: what ends like a district, a road or a house, and numbers. What half of them share says nothing. */
final class AddressColumn extends Column {

    private static final BitSet ENDS =
            Variants.text("address-ends.txt").strip().codePoints().collect(BitSet::new, BitSet::set, BitSet::or);
    private static final double ALIKE = 0.4;
    private static final double SAME = 0.8;
    private static final int OFTEN = 3;

    private final Pool pool;
    private final int[][] left;
    private final int[][] right;

    /** Of all rows. */
    AddressColumn(Rows left, Rows right, int field) {
        this(left, right, field, new Pool(), Optional.empty());
    }

    /** Of some rows. @param common parts of too many of all addresses */
    AddressColumn(Rows left, Rows right, int field, Set<String> common) {
        this(left, right, field, new Pool(), Optional.of(common));
    }

    private AddressColumn(Rows left, Rows right, int field, Pool pool, Optional<Set<String>> known) {
        this.pool = pool;
        var ones = parts(left, field, pool);
        var others = parts(right, field, pool);
        var isCommon = known.map(common -> among(common, pool)).orElseGet(() -> counted(ones, others, pool));
        this.left = rare(ones, isCommon);
        this.right = rare(others, isCommon);
    }

    private static boolean[] among(Set<String> common, Pool pool) {
        var isCommon = new boolean[pool.size() + 1];
        common.forEach(part -> isCommon[pool.find(part)] = true);
        return isCommon;
    }

    private static boolean[] counted(int[][] left, int[][] right, Pool pool) {
        var counts = new int[pool.size() + 1];
        for (var side : new int[][][] {left, right}) {
            for (var row : side) {
                for (var part : row) {
                    counts[part]++;
                }
            }
        }
        var isCommon = new boolean[counts.length];
        for (int part = 1; part < counts.length; part++) {
            isCommon[part] = isCommon(counts[part], left.length, right.length);
        }
        return isCommon;
    }

    /** Whether what so many have says nothing. */
    static boolean isCommon(long count, int left, int right) {
        return count > Math.max(OFTEN, ((long) left + right) / 2);
    }

    /** The parts of an address, each once. */
    static List<String> parts(String address) {
        List<String> parts = new ArrayList<>();
        split(address, parts::add);
        return parts.stream().distinct().toList();
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
        var count = new int[1];
        split(address, part -> found[count[0]++] = pool.number(part));
        return Arrays.stream(found, 0, count[0]).sorted().distinct().toArray();
    }

    private static void split(String address, Consumer<String> parts) {
        var part = new StringBuilder();
        var signs = address.codePoints().toArray();
        for (int i = 0; i < signs.length; i++) {
            var isEnd = ENDS.get(signs[i]);
            if (isEnd || Character.isLetterOrDigit(signs[i])) {
                if (!isEnd) {
                    part.appendCodePoint(signs[i]);
                }
                var isBreak = i + 1 < signs.length && Character.isDigit(signs[i]) != Character.isDigit(signs[i + 1]);
                if ((isEnd || isBreak) && !part.isEmpty()) {
                    parts.accept(part.toString());
                    part.setLength(0);
                }
            }
        }
        if (!part.isEmpty()) {
            parts.accept(part.toString());
        }
    }

    private static int[][] rare(int[][] rows, boolean[] isCommon) {
        var kept = new int[rows.length][];
        for (int i = 0; i < rows.length; i++) {
            kept[i] = Arrays.stream(rows[i]).filter(part -> !isCommon[part]).toArray();
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
        var sum = 0L;
        for (var part : parts) {
            sum += pool.mark(part);
        }
        return parts.length == 0 ? 0 : mixed(sum);
    }
}
