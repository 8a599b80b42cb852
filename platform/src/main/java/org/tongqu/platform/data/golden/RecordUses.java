package org.tongqu.platform.data.golden;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.tongqu.kernel.text.Label;

/** Who used the records of somebody. Offered by whoever keeps the traces of uses. */
public interface RecordUses {

    /**
     * A use.
     *
     * @param who the system, or the post of an officer, where it is known
     * @param why the matter of a system; the reason an officer gave
     */
    record RecordUse(Instant at, String organisation, Optional<Label> who, String purpose, String why) {}

    /** The newest first. */
    List<RecordUse> between(String register, Concerned concerned, Instant from, Instant to, int limit);
}
