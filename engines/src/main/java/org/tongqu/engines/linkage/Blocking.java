package org.tongqu.engines.linkage;

import java.util.Arrays;
import java.util.List;
import org.tongqu.engines.linkage.LinkagePlan.Block;

/** Finds the pairs worth comparing: those that agree in all parts of a block. */
final class Blocking {

    /** A key that more rows share than this tells nothing: its pairs are left to other blocks. */
    static final int MOST = 400;

    private static final int BEGIN = 1 << 16;

    private final Columns columns;
    private final int left;
    private final int right;
    private long[] pairs = new long[BEGIN];
    private int count;

    Blocking(Columns columns) {
        this.columns = columns;
        this.left = columns.left();
        this.right = columns.right();
    }

    static int left(long pair) {
        return (int) (pair >>> 32);
    }

    static int right(long pair) {
        return (int) pair;
    }

    /** Each pair once, as the row of the left in the upper half and that of the right in the lower, in their order. */
    long[] pairs(List<Block> blocks) {
        blocks.forEach(this::add);
        Arrays.parallelSort(pairs, 0, count);
        var kept = 0;
        for (int i = 0; i < count; i++) {
            if (i == 0 || pairs[i] != pairs[i - 1]) {
                pairs[kept++] = pairs[i];
            }
        }
        return Arrays.copyOf(pairs, kept);
    }

    private void add(Block block) {
        var keys = keys(Side.RIGHT, right, block);
        var buckets = Integer.highestOneBit(Math.max(right, 1)) << 1;
        var head = new int[buckets];
        var next = new int[right];
        Arrays.fill(head, -1);
        for (int row = right - 1; row >= 0; row--) {
            if (keys[row] != 0) {
                var bucket = (int) (keys[row] >>> 17) & (buckets - 1);
                next[row] = head[bucket];
                head[bucket] = row;
            }
        }
        var asked = keys(Side.LEFT, left, block);
        for (int row = 0; row < left; row++) {
            if (asked[row] != 0) {
                meet(row, asked[row], keys, head[(int) (asked[row] >>> 17) & (buckets - 1)], next);
            }
        }
    }

    private void meet(int row, long key, long[] keys, int first, int[] next) {
        var before = count;
        for (int other = first; other >= 0; other = next[other]) {
            if (keys[other] == key) {
                if (count - before == MOST) {
                    count = before;
                    return;
                }
                if (count == pairs.length) {
                    pairs = Arrays.copyOf(pairs, count * 2);
                }
                pairs[count++] = (long) row << 32 | other;
            }
        }
    }

    private long[] keys(Side side, int rows, Block block) {
        var keys = new long[rows];
        for (int row = 0; row < rows; row++) {
            keys[row] = columns.key(side, row, block);
        }
        return keys;
    }
}
