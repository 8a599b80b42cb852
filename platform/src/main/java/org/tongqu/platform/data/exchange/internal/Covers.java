package org.tongqu.platform.data.exchange.internal;

import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.tongqu.engines.exchanges.Column;
import org.tongqu.engines.exchanges.Flow;
import org.tongqu.exchange.parcels.Order;
import org.tongqu.platform.data.agreements.Agreement.Granted;
import org.tongqu.platform.data.agreements.Covering;
import org.tongqu.platform.data.agreements.Masking;
import org.tongqu.platform.data.agreements.Permit;

/** Hides in a flow what its agreement gives only hidden. */
@Component
class Covers {

    private final Covering covering;

    Covers(Covering covering) {
        this.covering = covering;
    }

    /** The flow as the permit allows it. */
    Flow over(Flow flow, Permit permit) {
        var maskings = permit.items().stream().collect(Collectors.toMap(Granted::field, Granted::masking));
        return flow.making(flow.columns().stream()
                .map(column -> covered(column, maskings.getOrDefault(column.name(), Masking.PLAIN), permit.agreement()))
                .toList());
    }

    /** The same for a node, which covers by itself. */
    List<Order.Cover> told(Flow flow, Permit permit) {
        var named = flow.columns().stream().map(Column::name).collect(Collectors.toSet());
        return permit.items().stream()
                .filter(item -> named.contains(item.field()))
                .flatMap(item -> told(item, permit.agreement()).stream())
                .toList();
    }

    private Optional<Order.Cover> told(Granted item, String agreement) {
        return switch (item.masking()) {
            case PLAIN -> Optional.empty();
            case MASKED -> Optional.of(new Order.Cover.Middle(item.field()));
            case HASHED ->
                Optional.of(new Order.Cover.Token(
                        item.field(), Base64.getEncoder().encodeToString(covering.tokenKey(agreement))));
        };
    }

    private Column covered(Column column, Masking masking, String agreement) {
        return masking == Masking.PLAIN ? column : column.under(covering.of(masking, agreement)::apply);
    }
}
