package org.tongqu.platform.matter.supervision;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Some orders, the latest first.
 *
 * @param counts how many there are in all, by state, whichever was asked for
 * @param next where the next page begins; empty on the last
 */
public record OrderPage(List<Order> orders, Map<Order.State, Long> counts, Optional<String> next) {
    public OrderPage {
        orders = List.copyOf(orders);
        counts = Map.copyOf(counts);
    }
}
