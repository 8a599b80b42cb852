package org.tongqu.platform.matter.casework;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.tongqu.kernel.text.Label;
import org.tongqu.kernel.time.Limit;

/**
 * Something the reader may do to a case now besides deciding a task.
 *
 * @param subject what it concerns: a task, a passed step, a special procedure or a clock; {@link #CASE} for the whole
 * @param about the same in words; empty for the whole
 * @param choices what there is to choose from, where the process knows it; else empty
 * @param most how much at most, where there is a measure
 */
public record Operation(Kind kind, String subject, Optional<Label> about, List<Choice> choices, Optional<Limit> most) {

    public static final String CASE = "case";

    public enum Kind {
        RETURN,
        RECALL,
        DELEGATE,
        GIVE_BACK,
        SIGN,
        UNSIGN,
        COPY,
        URGE,
        SPECIAL_BEGIN,
        SPECIAL_END,
        PROLONG,
        SUSPEND,
        RESUME,
        TERMINATE;

        /** As it stands in addresses and texts. */
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        public static Optional<Kind> parse(String word) {
            return Stream.of(values()).filter(kind -> kind.word().equals(word)).findFirst();
        }
    }

    /**
     * @param value as it is sent; of a return: {@code previous}, {@code applicant}, {@code step:NODE} or {@code block:NODE}
     * @param label empty where the value speaks for itself
     */
    public record Choice(String value, Optional<Label> label) {}

    public Operation {
        choices = List.copyOf(choices);
    }
}
