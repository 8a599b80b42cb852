package org.tongqu.engines.supervision;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.tongqu.engines.cases.RunningClock.Stop;
import org.tongqu.engines.expressions.Expression;
import org.tongqu.kernel.text.Label;
import org.tongqu.kernel.time.Limit;

/** Something that is watched. Where a rule has two thresholds, the yellow one comes first. */
public sealed interface WatchRule {

    Head head();

    /**
     * What every rule says of itself.
     *
     * @param name by which a pack replaces a rule of the platform
     * @param label what it finds, e.g. 时限暂停过久
     * @param basis where it is laid down
     * @param why what goes wrong where nobody watches it
     */
    record Head(String name, Label label, Label basis, Label why) {}

    /** A limit of the case or of a step is nearly used up, or over. @param clocks by family; empty for all */
    record Overdue(Head head, Set<String> clocks) implements WatchRule {
        public Overdue {
            clocks = Collections.unmodifiableSet(new TreeSet<>(clocks));
        }
    }

    /** A clock stands still longer than this. */
    record StoppedTooLong(Head head, Limit yellow, Limit red) implements WatchRule {}

    /**
     * A clock was stopped and nobody said by which article.
     *
     * @param stops which kinds of stops must have a basis
     * @param mentions one of these must occur in it; empty where any words will do
     */
    record StoppedWithoutBasis(Head head, Level level, Set<Stop.Kind> stops, Set<String> mentions)
            implements WatchRule {
        public StoppedWithoutBasis {
            stops = Collections.unmodifiableSet(new TreeSet<>(stops));
            mentions = Collections.unmodifiableSet(new TreeSet<>(mentions));
        }
    }

    /**
     * An outcome that needs a reason was given one that says nothing.
     *
     * @param characters how many signs a reason has at least
     * @param phrases what is no reason even when it is long enough
     */
    record RefusedWithoutReason(Head head, Level level, int characters, Set<String> phrases) implements WatchRule {
        public RefusedWithoutReason {
            phrases = Collections.unmodifiableSet(new TreeSet<>(phrases));
        }
    }

    /**
     * A step was done quicker than anybody can read what is to be read.
     *
     * @param steps ids of the steps that are watched; empty for all
     */
    record AbnormalSpeed(Head head, Duration yellow, Duration red, Set<String> steps) implements WatchRule {
        public AbnormalSpeed {
            steps = Collections.unmodifiableSet(new TreeSet<>(steps));
        }
    }

    /** The applicant was asked to complete something so many times. */
    record RepeatedSupplements(Head head, int yellow, int red) implements WatchRule {}

    /** A case ended so without one of these steps. */
    record SkippedStep(Head head, Level level, String result, List<String> steps) implements WatchRule {
        public SkippedStep {
            steps = List.copyOf(steps);
        }
    }

    /**
     * A step was decided otherwise than what is already established demands: against the answer of a decision table, or
     * with a fee that is not the one laid down.
     *
     * @param steps ids of the steps that are watched; empty for all
     * @param outcomes what must not be chosen then
     * @param when what the case knew at that moment
     * @param facts the same in words, e.g. 规则判定材料齐全的当场登记
     */
    record Contradiction(Head head, Level level, Set<String> steps, Set<String> outcomes, Expression when, Label facts)
            implements WatchRule {
        public Contradiction {
            steps = Collections.unmodifiableSet(new TreeSet<>(steps));
            outcomes = Collections.unmodifiableSet(new TreeSet<>(outcomes));
        }
    }

    /**
     * Something an office owes beside its cases was not done by the day it is due, e.g. a bad rating that nobody followed
     * up. Yellow so long before the limit, red from the limit on.
     *
     * @param duties which kinds of duties are watched
     * @param warn left out where each duty says itself from when it is nearly too late
     */
    record Neglected(Head head, Set<String> duties, Optional<Limit> warn) implements WatchRule {
        public Neglected {
            duties = Collections.unmodifiableSet(new TreeSet<>(duties));
        }
    }

    /** A pack says why a rule of the platform is not for its service. */
    record SwitchedOff(Head head) implements WatchRule {}
}
