package org.tongqu.platform.matter.processes;

import java.time.Instant;
import java.util.List;
import org.tongqu.engines.packs.reading.PackProblem;
import org.tongqu.platform.trust.access.AccessRefusal;

/** Why a draft was not begun, kept, submitted, approved or returned. */
public sealed interface DraftRefusal {

    /** There is no such process or draft. */
    record Gone() implements DraftRefusal {}

    record MayNot(AccessRefusal why) implements DraftRefusal {}

    /** The process is being drawn by another office. */
    record Taken(String organisation, String name) implements DraftRefusal {}

    /** @param most how many bytes a file may have */
    record TooLarge(int most) implements DraftRefusal {}

    /** Somebody else has saved it in between. @param revision which is the latest */
    record Overtaken(String name, Instant at, int revision) implements DraftRefusal {}

    /** It was submitted, published or dropped. */
    record Closed(Draft.State state) implements DraftRefusal {}

    /** The checker of packs finds errors. */
    record Faulty(List<PackProblem> problems) implements DraftRefusal {
        public Faulty {
            problems = List.copyOf(problems);
        }
    }

    /** Nothing is different from what is in use. */
    record Unchanged() implements DraftRefusal {}

    record NoteMissing() implements DraftRefusal {}

    record WhyMissing() implements DraftRefusal {}

    /** Nobody approves what they drew. */
    record OwnWork() implements DraftRefusal {}

    /** What is in use is no longer what the draft was begun from. */
    record Moved() implements DraftRefusal {}
}
