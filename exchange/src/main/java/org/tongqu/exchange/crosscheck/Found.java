package org.tongqu.exchange.crosscheck;

import java.util.List;
import java.util.Map;

/**
 * What does not agree, of one key.
 *
 * @param key by which the sides were laid beside each other
 * @param row key of the row in the flow that it is about, in that flow's order; empty when it cannot be named
 * @param about what that row says
 * @param against what the other side says
 */
public record Found(List<String> key, List<String> row, Map<String, String> about, Map<String, String> against) {

    public Found {
        key = List.copyOf(key);
        row = List.copyOf(row);
    }
}
