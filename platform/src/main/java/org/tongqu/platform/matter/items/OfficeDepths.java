package org.tongqu.platform.matter.items;

import java.util.Map;

/**
 * How far the items of an office can be handled online (网办深度, GB/T 39046).
 *
 * @param office its code
 * @param items how many it has
 * @param reaching how many of them offer each depth, 1 to 8; an item offers several
 */
public record OfficeDepths(String office, int items, Map<Integer, Integer> reaching) {

    /** How many depths the standard knows. */
    public static final int MOST = 8;

    public OfficeDepths {
        reaching = Map.copyOf(reaching);
    }

    public int of(int depth) {
        return reaching.getOrDefault(depth, 0);
    }
}
