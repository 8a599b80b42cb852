package org.tongqu.platform.matter.casework;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.tongqu.kernel.text.Label;

/**
 * How a case stands, for lists and headings.
 *
 * @param item the service, in the pack's words
 */
public record CaseView(CaseHead head, Label item, Standing standing, Instant movedAt) {

    /**
     * Where it is.
     *
     * @param steps ids of the steps it is at; empty when it has ended
     * @param stepNames the same in words
     * @param turn whose move it is
     * @param warnAt of the running clock that warns first
     * @param dueAt of the running clock that falls due first
     */
    public record Standing(
            List<String> steps,
            List<Label> stepNames,
            Turn turn,
            Lamp.Timing timing,
            Optional<Instant> warnAt,
            Optional<Instant> dueAt,
            Optional<Result> result) {

        public Standing {
            steps = List.copyOf(steps);
            stepNames = List.copyOf(stepNames);
        }

        public boolean isEnded() {
            return result.isPresent();
        }

        public Lamp lamp(Instant now) {
            return isEnded() ? Lamp.NONE : Lamp.of(timing, warnAt, dueAt, now);
        }
    }

    /**
     * How it ended.
     *
     * @param code e.g. {@code issued}
     */
    public record Result(String code, Label name, Instant at) {}
}
