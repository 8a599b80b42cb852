package org.tongqu.platform.data.checks;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tongqu.engines.comparisons.CounterCheck.Query;
import org.tongqu.kernel.identity.CitizenNumber;
import org.tongqu.platform.data.catalog.Coded;
import org.tongqu.platform.data.exchange.PlannedFlow;

/** What was answered about the people of one application. It is shown and not kept. */
public record CheckAnswer(Instant at, List<CitizenNumber> people, List<Answered> answers) {

    public CheckAnswer {
        people = List.copyOf(people);
        answers = List.copyOf(answers);
    }

    /** @param flow that is asked; none when it is not known here */
    public record Answered(Query query, Optional<PlannedFlow> flow, Said said) {}

    /** Whether a question could be asked. */
    public sealed interface Said {

        /**
         * It could: whoever has no rows has nothing.
         *
         * @param asOf when the delivery was complete the last time
         * @param rows by the number of the person
         */
        record Told(String agreement, Instant asOf, Map<String, List<Row>> rows) implements Said {

            public Told {
                rows = Map.copyOf(rows);
            }

            public List<Row> of(CitizenNumber person) {
                return rows.getOrDefault(person.value(), List.of());
            }

            @Override
            public String toString() {
                return "Told[agreement=" + agreement + "]";
            }
        }

        /** It could not, so that nothing is known of anybody. @param detail e.g. a column */
        record Untold(Why why, String detail) implements Said {}
    }

    /** One row, as delivered. @param line where it stands to the declared line */
    public record Row(Map<String, String> values, Beside line) {

        public String value(String column) {
            return values.getOrDefault(column, "");
        }

        @Override
        public String toString() {
            return "Row[" + line + "]";
        }
    }

    /** How a row stands to a line. */
    public enum Beside {
        /** No line is declared, or the row says nothing that could stand to it. */
        NONE,
        BEYOND,
        WITHIN
    }

    /** Why nothing can be said. */
    public enum Why implements Coded {
        /** The flow is not known here. */
        NO_FLOW,
        /** No agreement of the asking organisation permits it now. */
        NOT_PERMITTED,
        /** It was agreed for another purpose. */
        OTHER_PURPOSE,
        /** It never delivered all that there is. */
        NOT_DELIVERED,
        AWAY,
        /** The numbers are delivered covered. */
        COVERED_KEY,
        NO_COLUMN,
        TOO_MANY
    }
}
