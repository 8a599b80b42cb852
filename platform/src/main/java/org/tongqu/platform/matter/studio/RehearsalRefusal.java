package org.tongqu.platform.matter.studio;

import java.util.List;
import org.tongqu.engines.packs.reading.PackProblem;
import org.tongqu.platform.trust.access.AccessRefusal;

/** Why nothing is rehearsed. */
public sealed interface RehearsalRefusal {

    record MayNot(AccessRefusal why) implements RehearsalRefusal {}

    record NoSuchPack() implements RehearsalRefusal {}

    record NoSuchRehearsal() implements RehearsalRefusal {}

    /** A day is missing, the last lies before the first, or is still to come. */
    record PeriodWrong() implements RehearsalRefusal {}

    record NoSuchOrganisation() implements RehearsalRefusal {}

    record NothingSent() implements RehearsalRefusal {}

    /** Files that cannot be part of a pack, each with its reason. */
    record FilesWrong(List<FileFault> faults) implements RehearsalRefusal {
        public FilesWrong {
            faults = List.copyOf(faults);
        }
    }

    /** With these files the pack could not be published: everything its checker says, also what it only warns of. */
    record PackWrong(List<PackProblem> problems) implements RehearsalRefusal {
        public PackWrong {
            problems = List.copyOf(problems);
        }
    }

    /** What was sent is what applies. */
    record NothingChanged() implements RehearsalRefusal {}

    /** No case was opened in the period, and none is open. */
    record NoCases() implements RehearsalRefusal {}

    record TooManyCases(long cases, int most) implements RehearsalRefusal {}

    /** The person's own one before is not over. */
    record Busy(long id) implements RehearsalRefusal {}

    /** It is over, or somebody else asked for it. */
    record NotYours() implements RehearsalRefusal {}
}
