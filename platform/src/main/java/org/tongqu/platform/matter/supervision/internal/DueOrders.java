package org.tongqu.platform.matter.supervision.internal;

import java.time.Instant;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.tongqu.platform.matter.supervision.Orders;

/** Orders nobody answered in time. */
@Component
class DueOrders implements DueWork {

    private final OrderStore store;
    private final ObjectProvider<Orders> orders;

    DueOrders(OrderStore store, ObjectProvider<Orders> orders) {
        this.store = store;
        this.orders = orders;
    }

    @Override
    public Optional<Instant> next() {
        return store.nextDue();
    }

    @Override
    public int settle(Instant now) {
        return orders.getObject().escalateNext(now) ? 1 : 0;
    }
}
