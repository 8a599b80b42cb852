package org.tongqu.platform.data.exchange;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.tongqu.engines.exchanges.Column;
import org.tongqu.engines.exchanges.Flow;
import org.tongqu.engines.exchanges.Origin;
import org.tongqu.platform.data.agreements.Purpose;
import org.tongqu.platform.data.catalog.ResourceCode;

/**
 * A flow whose parties are known.
 *
 * @param consumer code of the organisation that takes
 * @param provider code of the organisation that has the resource
 */
public record PlannedFlow(
        Flow flow, Flow.Running running, ResourceCode resource, String consumer, String provider, Purpose purpose) {

    public String id() {
        return flow.id();
    }

    /** The items of the resource it moves: what the target calls so, but for what is the same in every row. */
    public Set<String> items() {
        return moved().stream().map(Column::name).collect(Collectors.toSet());
    }

    private List<Column> moved() {
        return flow.columns().stream()
                .filter(column -> !(column.origin() instanceof Origin.Always))
                .toList();
    }
}
