package org.tongqu.platform.matter.casework;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tongqu.kernel.text.Label;

/**
 * One page of an inbox and how much there is in all. List and counts come from the same conditions.
 *
 * @param next where the next page begins; empty on the last
 */
public record Inbox(List<Row> rows, Counts counts, Optional<String> next) {

    public Inbox {
        rows = List.copyOf(rows);
    }

    /**
     * One task.
     *
     * @param step what is to be done, in the pack's words
     * @param assigneeName who has it in hand, or did it
     * @param dueAt of the case clock that falls due first
     * @param outcome of a task that is done
     */
    public record Row(
            String caseId,
            String taskId,
            String receipt,
            String packId,
            String title,
            String applicantName,
            String organisation,
            Label step,
            Optional<String> assigneeName,
            Instant openedAt,
            Optional<Instant> dueAt,
            Lamp lamp,
            Optional<Label> outcome) {}

    /**
     * How many; of what is done, no more than {@link #MOST_DONE} and one.
     *
     * @param byState of every tab, under the other conditions of the filter
     * @param byLamp of the chosen tab, under the other conditions of the filter
     */
    public record Counts(Map<InboxFilter.State, Long> byState, Map<Lamp, Long> byLamp) {
        /** Beyond so many done tasks nobody reads the number, and counting them all takes longer than the page. */
        public static final int MOST_DONE = 999;

        public Counts {
            byState = Map.copyOf(byState);
            byLamp = Map.copyOf(byLamp);
        }

        public long of(InboxFilter.State state) {
            return byState.getOrDefault(state, 0L);
        }

        public long of(Lamp lamp) {
            return byLamp.getOrDefault(lamp, 0L);
        }
    }
}
