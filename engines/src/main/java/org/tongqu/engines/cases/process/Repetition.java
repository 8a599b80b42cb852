package org.tongqu.engines.cases.process;

import java.util.List;
import java.util.Optional;
import org.tongqu.engines.expressions.Expression;
import org.tongqu.kernel.data.Datum;

/**
 * How often an inner process runs at one place of the drawing, and when that is enough.
 *
 * @param times how often, where the drawing says it; else 0
 * @param each else the path of a list in the facts, one instance for each of its rows
 * @param until once it holds at the end of an instance the others are given up
 */
public record Repetition(Voices.Order order, int times, String each, Optional<Expression> until) {

    /** As the conditions inside call the row an instance is for. */
    public static final String ITEM = "item";

    /** As the completion condition calls how many are done, and how many there are. */
    public static final String INSTANCES = "instances";

    public boolean isOneByOne() {
        return order == Voices.Order.ONE_BY_ONE;
    }

    /** None where the list is empty or not there. */
    public int times(Datum facts) {
        return each.isEmpty() ? times : facts.items(each).size();
    }

    /** The row an instance is for; its number, counted from one, where the drawing says how often. */
    public Datum item(Datum facts, int instance) {
        if (each.isEmpty()) {
            return Datum.of(instance + 1);
        }
        List<Datum> rows = facts.items(each);
        return instance < rows.size() ? rows.get(instance) : Datum.nothing();
    }

    /** Whether what the ended instances say is enough. */
    public boolean isEnough(Datum known, int done, int total) {
        var asked = known.with(INSTANCES + ".done", Datum.of(done)).with(INSTANCES + ".total", Datum.of(total));
        return until.filter(condition -> condition.holds(asked)).isPresent();
    }
}
