package org.tongqu.platform.matter.evaluation;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.tongqu.engines.evaluation.Period;

/**
 * What the leader of an organisation says against a score of a frozen period.
 *
 * @param dueAt the first instant at which an answer is too late; nothing where the calendar does not reach
 */
public record Appeal(String id, About about, Raised raised, Optional<Instant> dueAt, Optional<Answer> answer) {

    /** Against which score. */
    public record About(Period period, Subject subject, String indicator) {}

    /** @param organisation for which it was raised */
    public record Raised(String by, String name, String organisation, Instant at, String reason) {}

    /** A row that is said not to count, as it was called then. */
    public record Named(RowKind kind, String row, String number, String title) {}

    /** What is wished: which rows should not count, and why. */
    public record Wish(List<Pick> rows, String reason) {
        public Wish {
            rows = List.copyOf(rows);
        }
    }

    /** A row of a measure. */
    public record Pick(Measure measure, String row) {}

    public record Answer(Verdict verdict, String by, String name, Instant at, String words) {}

    public enum Verdict {
        /** The rows do not count. */
        UPHELD,
        DISMISSED
    }

    /** Some of them, the latest first. @param next before which the next ones begin */
    public record Listed(List<Appeal> rows, Optional<String> next) {
        public Listed {
            rows = List.copyOf(rows);
        }
    }

    /** One with its rows and what it amended. @param mayAnswer whether whoever asks is the one to answer */
    public record File(Appeal appeal, List<Named> rows, List<Amendment> amended, boolean mayAnswer) {
        public File {
            rows = List.copyOf(rows);
            amended = List.copyOf(amended);
        }
    }
}
