package org.tongqu.exchange.parcels;

import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import org.tongqu.engines.exchanges.Column;
import org.tongqu.engines.exchanges.Flow;
import org.tongqu.engines.exchanges.Hiding;
import org.tongqu.exchange.mapping.TargetColumn;

/**
 * What the centre wants read: which rows, from where on, and how they must look.
 *
 * @param id by which parcels are told to belong to it
 * @param flow as it is declared; what is to be hidden stands in {@code covers}
 * @param lastLine behind which nothing may be read
 * @param columns of the target, in the order of the flow's
 */
public record Order(
        long id,
        String agreement,
        Flow flow,
        List<Cover> covers,
        Start start,
        OptionalLong lastLine,
        List<TargetColumn> columns) {

    public Order {
        covers = List.copyOf(covers);
        columns = List.copyOf(columns);
    }

    /** How a column is hidden before it leaves. */
    public sealed interface Cover {

        String column();

        Column.Cover how();

        /** The middle of it. */
        record Middle(String column) implements Cover {
            @Override
            public Column.Cover how() {
                return Hiding::ends;
            }
        }

        /** All of it, behind a token. @param key in base64 */
        record Token(String column, String key) implements Cover {
            @Override
            public Column.Cover how() {
                return Hiding.tokens(java.util.Base64.getDecoder().decode(key))::apply;
            }

            @Override
            public String toString() {
                return "Token[" + column + "]";
            }
        }
    }

    /** The flow with its columns hidden as agreed. */
    public Flow covered() {
        return covered(flow, covers);
    }

    /** A flow with its columns hidden as these say. */
    public static Flow covered(Flow flow, List<Cover> covers) {
        var hidden = covers.stream().collect(Collectors.toMap(Cover::column, Cover::how));
        return flow.making(flow.columns().stream()
                .map(column -> hidden.containsKey(column.name()) ? column.under(hidden.get(column.name())) : column)
                .toList());
    }
}
