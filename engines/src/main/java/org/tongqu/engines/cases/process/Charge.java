package org.tongqu.engines.cases.process;

import java.math.BigDecimal;
import java.util.Optional;
import org.tongqu.kernel.data.Datum;

/**
 * What an office asks to be paid with its decision, in yuan. It stands beside what the fee list lays down, so that
 * supervision can compare the two (乱收费).
 */
public final class Charge {

    /** Where the amount named last stands among the facts of a case. */
    public static final String PATH = "charge.yuan";

    private static final int MOST_DIGITS = 12;

    private Charge() {}

    /** The amount named last; yuan with at most two decimals, never below zero. */
    public static Optional<BigDecimal> find(Datum facts) {
        return facts.number(PATH).filter(Charge::fits);
    }

    /** What a command brings along that names an amount as it was typed, which may be none. */
    public static Datum.Fields typed(String typed) {
        return fields(parse(typed).map(Datum::of).orElseGet(() -> Datum.of(typed)));
    }

    /** What is laid down for an outcome, as the case knows it. */
    public static Optional<BigDecimal> laidDown(OfferedOutcome outcome, Datum facts) {
        return outcome.fee().flatMap(facts::number);
    }

    private static Datum.Fields fields(Datum amount) {
        return new Datum.Fields(Datum.empty().with(PATH, amount).fields(""));
    }

    private static Optional<BigDecimal> parse(String typed) {
        var plain = typed.strip();
        return plain.matches("[0-9]{1," + MOST_DIGITS + "}([.][0-9]{1,2})?")
                ? Optional.of(new BigDecimal(plain))
                : Optional.empty();
    }

    private static boolean fits(BigDecimal amount) {
        return amount.signum() >= 0 && amount.stripTrailingZeros().scale() <= 2;
    }
}
