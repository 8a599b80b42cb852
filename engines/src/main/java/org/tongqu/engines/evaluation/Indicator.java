package org.tongqu.engines.evaluation;

import java.math.BigDecimal;
import java.util.Set;
import org.tongqu.engines.cases.process.Formula;
import org.tongqu.kernel.text.Label;

/**
 * One thing that is scored.
 *
 * @param name by which it is kept, e.g. {@code in-time}
 * @param unit by which texts say what its value is counted in, e.g. {@code percent}
 * @param of whom it scores
 */
public record Indicator(String name, Said said, Kind kind, Unit unit, Formulas formulas, Set<SubjectKind> of) {

    /** The number that stands for the value in the formula of the points. */
    public static final String VALUE = "value";

    /** The number that stands for the most points in the formula of the points. */
    public static final String FULL = "full";

    public Indicator {
        of = Set.copyOf(of);
    }

    /**
     * Its words.
     *
     * @param formula how value and points come about, for people
     */
    public record Said(Label label, Label formula, Label basis) {}

    /** What its points do to the total. */
    public enum Kind {
        /** Counts by its weight. */
        SCORED,
        /** Is added. */
        BONUS,
        /** Is taken off. */
        MALUS
    }

    public enum Direction {
        HIGHER_IS_BETTER,
        LOWER_IS_BETTER
    }

    public enum Unit {
        PERCENT,
        PER_HUNDRED,
        TIMES,
        COUNT
    }

    /**
     * How it is worked out.
     *
     * @param value over the measures
     * @param points over {@code value} and {@code full}; kept between nought and full
     * @param weight of all weights; nought for a bonus or a malus
     * @param full the most points there are
     */
    public record Formulas(Formula value, Formula points, Direction direction, BigDecimal weight, BigDecimal full) {}

    /** The measures it is made of. */
    public Set<String> measures() {
        return formulas.value().names();
    }
}
