package org.tongqu.platform.data.use;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.tongqu.kernel.text.Label;

/**
 * What a person or firm is shown of a use of their data.
 *
 * @param fields names of what was asked about; none for the whole record
 * @param agreement empty for a look of an officer and for a form
 * @param purpose by code
 * @param why number of the matter; the reason an officer gave
 * @param question id of what was asked about it by whoever reads this; empty when nothing was
 */
public record Trace(long id, Instant at, Use.Kind kind, Of of, By by, Under under, Optional<String> question) {

    /** What was used. @param firm that it is about, where whoever reads this stands for it */
    public record Of(String register, List<String> fields, Optional<Firm> firm) {
        public Of {
            fields = List.copyOf(fields);
        }
    }

    /** @param name as a register says it; its code where none does */
    public record Firm(String code, String name) {}

    /** Who: the organisation, and the system, post or item, where it is known. @param call by which they find it in the journal */
    public record By(String organisation, Optional<Label> who, String call) {}

    /** What for. */
    public record Under(String agreement, String purpose, String why) {}
}
