package org.tongqu.engines.comparisons;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.tongqu.engines.comparisons.ComparisonJob.Words;
import org.tongqu.kernel.text.Label;

/**
 * What is asked of deliveries about the people of one application, at the counter and while they wait (核对).
 *
 * @param roles whoever has one of them in the organisation that the deliveries go to may ask
 */
public record CounterCheck(String code, Words words, Set<String> roles, List<Query> queries) {

    public CounterCheck {
        roles = Set.copyOf(roles);
        queries = List.copyOf(queries);
    }

    /**
     * One question, answered by one delivery.
     *
     * @param code of it within the check
     * @param side its key is the one column with the number of a citizen; with {@code latest} only that row of each person
     *     counts, without it all rows do
     * @param shown what of a row is shown, and how it is called
     */
    public record Query(String code, Label title, Side side, Optional<Line> line, List<Shown> shown, Answers answers) {

        public Query {
            shown = List.copyOf(shown);
        }

        public String key() {
            return side.key().getFirst();
        }
    }

    /** Where a value is one that has to be asked about. */
    public record Line(Condition condition, Label words) {}

    public record Shown(String column, Label title) {}

    /** What it means that there is something, and that there is nothing. */
    public record Answers(Label found, Label clear) {}
}
