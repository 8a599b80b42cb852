package org.tongqu.engines.cases.process;

import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.tongqu.kernel.time.Limit;

/**
 * What may be done at a step besides completing it.
 *
 * @param may the operations allowed
 * @param supplements whether the applicant may be asked again for what could have been known the first time
 * @param clocks the clocks this step runs under, which its stops concern; empty for all of the case
 * @param basis why the clocks stand still while the step is open, where they do
 */
public record StepRules(
        Set<Operation> may,
        Supplements supplements,
        List<SpecialProcedure> specials,
        Optional<PromiseRule> promise,
        List<String> clocks,
        String basis) {

    public enum Operation {
        /** 退回 */
        RETURN,
        /** 撤回 */
        RECALL,
        /** 委派 */
        DELEGATE,
        /** 加签, 减签 */
        SIGN,
        /** 补正 */
        SUPPLEMENT,
        /** 挂起, 恢复 */
        SUSPEND,
        /** 终止; never allowed unless the step says so. */
        TERMINATE;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Optional<Operation> parse(String word) {
            return EnumSet.allOf(Operation.class).stream()
                    .filter(operation -> operation.word().equals(word))
                    .findFirst();
        }
    }

    public enum Supplements {
        /** Everything in one notice (行政许可法 第三十二条): the rule. */
        ONCE,
        /** Where the law of the service allows several. */
        MANY
    }

    /**
     * Material that may be brought later (容缺受理).
     *
     * @param within how long the applicant has
     * @param remind how long before the end they are reminded
     */
    public record PromiseRule(Limit within, Optional<Limit> remind, Consequence otherwise) {}

    /** What comes of a broken promise. */
    public enum Consequence {
        /** Outcomes that need kept promises stay closed. */
        WITHHOLD,
        /** The case ends with the result {@code promise-broken}. */
        END
    }

    /** What an office may do at a step that says nothing else. */
    public static final Set<Operation> USUAL =
            Collections.unmodifiableSet(EnumSet.complementOf(EnumSet.of(Operation.TERMINATE)));

    public StepRules {
        may = may.isEmpty() ? Set.of() : Collections.unmodifiableSet(EnumSet.copyOf(may));
        specials = List.copyOf(specials);
        clocks = List.copyOf(clocks);
    }

    public Optional<SpecialProcedure> findSpecial(String code) {
        return specials.stream().filter(special -> special.code().equals(code)).findFirst();
    }

    /** Whether a stop at this step concerns the clock. */
    public boolean covers(String clock) {
        return clocks.isEmpty() || clocks.contains(clock);
    }
}
