package org.tongqu.kernel.identity;

import java.util.Optional;
import org.tongqu.kernel.Outcome;

/**
 * An administrative division: province, prefecture and county by GB/T 2260, street or township by GB/T 10114, community
 * or village by the statistical code.
 *
 * <p>Held in its shortest form: {@code 110105000000} and {@code 110105} are the same county. Being well formed says
 * nothing about being in force; divisions are merged and abolished, and old codes stay in old papers.
 *
 * @param value 6, 9 or 12 digits
 */
public record DivisionCode(String value) implements Comparable<DivisionCode> {

    /** How deep a division lies, from the top. */
    public enum Level {
        PROVINCE(2, 6),
        PREFECTURE(4, 6),
        COUNTY(6, 6),
        STREET(9, 9),
        COMMUNITY(12, 12);

        private final int significant;
        private final int written;

        Level(int significant, int written) {
            this.significant = significant;
            this.written = written;
        }
    }

    public DivisionCode {
        var refusal = findRefusal(value);
        if (refusal.isPresent() || !value.equals(shortest(value))) {
            throw new IllegalArgumentException("Not a division code in its shortest form: " + value);
        }
    }

    /** Reads a code of 6, 9 or 12 digits; parts of zeros at the end are dropped. */
    public static Outcome<DivisionCode, DivisionCodeRefusal> parse(String typed) {
        var text = Typed.tidy(typed);
        return findRefusal(text)
                .<Outcome<DivisionCode, DivisionCodeRefusal>>map(Outcome::refused)
                .orElseGet(() -> Outcome.done(new DivisionCode(shortest(text))));
    }

    public Level level() {
        return levelOf(value);
    }

    /**
     * The division above: of a street the county, or the prefecture in the few cities without counties. A province has
     * none.
     */
    public Optional<DivisionCode> parent() {
        return switch (level()) {
            case PROVINCE -> Optional.empty();
            case PREFECTURE -> Optional.of(new DivisionCode(value.substring(0, 2) + "0000"));
            case COUNTY -> Optional.of(new DivisionCode(value.substring(0, 4) + "00"));
            case STREET -> Optional.of(new DivisionCode(value.substring(0, 6)));
            case COMMUNITY -> Optional.of(new DivisionCode(value.substring(0, 9)));
        };
    }

    /** Whether this division is the other one or lies in it. */
    public boolean isWithin(DivisionCode other) {
        return value.startsWith(other.prefix());
    }

    /**
     * The digits with which the code of everything in this division begins: for {@code 110100} it is {@code 1101}. A
     * store that filters by it needs no table of divisions.
     */
    public String prefix() {
        return value.substring(0, level().significant);
    }

    /** The six digits of the county or of what is above it, as credit codes and citizen numbers contain them. */
    public String sixDigits() {
        return value.substring(0, 6);
    }

    @Override
    public int compareTo(DivisionCode other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }

    private static Level levelOf(String digits) {
        if (digits.length() == 12 && !digits.endsWith("000")) {
            return Level.COMMUNITY;
        }
        if (digits.length() >= 9 && !digits.startsWith("000", 6)) {
            return Level.STREET;
        }
        if (!digits.startsWith("00", 4)) {
            return Level.COUNTY;
        }
        return digits.startsWith("00", 2) ? Level.PROVINCE : Level.PREFECTURE;
    }

    private static String shortest(String digits) {
        return digits.substring(0, levelOf(digits).written);
    }

    private static Optional<DivisionCodeRefusal> findRefusal(String text) {
        if (text.length() != 6 && text.length() != 9 && text.length() != 12) {
            return Optional.of(new IdentifierRefusal.WrongLength("6, 9 or 12", text.length()));
        }
        var forbidden = Typed.firstOutside(Typed.DIGITS, text, 0, text.length());
        if (forbidden.isPresent()) {
            return Optional.of(forbidden.get());
        }
        if (text.startsWith("00")) {
            return Optional.of(new IdentifierRefusal.MissingLevel(Level.PROVINCE));
        }
        if (text.startsWith("00", 2) && !text.startsWith("00", 4)) {
            return Optional.of(new IdentifierRefusal.MissingLevel(Level.PREFECTURE));
        }
        if (text.length() > 6
                && text.startsWith("0000", 2)
                && !text.substring(6).matches("0+")) {
            return Optional.of(new IdentifierRefusal.MissingLevel(Level.PREFECTURE));
        }
        if (text.length() == 12 && text.startsWith("000", 6) && !text.endsWith("000")) {
            return Optional.of(new IdentifierRefusal.MissingLevel(Level.STREET));
        }
        return Optional.empty();
    }
}
