package org.tongqu.kernel.identity;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import org.tongqu.kernel.Outcome;

/**
 * The number of a citizen (公民身份号码, GB 11643-1999): six digits of the division that first gave it, the day of birth,
 * a sequence whose last digit is odd for men, and a check.
 *
 * <p>Prints itself masked, so that a log line never tells it.
 *
 * @param value 18 characters; the last may be a capital X
 */
public record CitizenNumber(String value) {

    public enum Sex {
        FEMALE,
        MALE
    }

    /** Characters shown in front by {@link #masked()}: the province and half the prefecture. */
    public static final int SHOWN_IN_FRONT = 3;

    /** Characters shown at the end: what a clerk asks for to tell two people of one name apart. */
    public static final int SHOWN_AT_END = 4;

    private static final int LENGTH = 18;
    /** Nobody born earlier can have been given a number; a birth before it is a mistyped year. */
    private static final int EARLIEST_YEAR = 1800;

    public CitizenNumber {
        if (findRefusal(value).isPresent()) {
            throw new IllegalArgumentException("Not a citizen number");
        }
    }

    public static Outcome<CitizenNumber, CitizenNumberRefusal> parse(String typed) {
        var text = Typed.tidy(typed);
        return findRefusal(text)
                .<Outcome<CitizenNumber, CitizenNumberRefusal>>map(Outcome::refused)
                .orElseGet(() -> Outcome.done(new CitizenNumber(text)));
    }

    /** The division that first gave the number: not where the person lives, and often long abolished. */
    public String firstDivision() {
        return value.substring(0, 6);
    }

    public LocalDate birth() {
        return findDate(value.substring(6, 14)).orElseThrow();
    }

    public Sex sex() {
        return (value.charAt(16) - '0') % 2 == 1 ? Sex.MALE : Sex.FEMALE;
    }

    /** Full years of age on the day; negative for a day before the birth. */
    public int ageOn(LocalDate day) {
        return birth().until(day).getYears();
    }

    /** As shown to those who need not know it, e.g. {@code 999***********0010}. */
    public String masked() {
        return value.substring(0, SHOWN_IN_FRONT)
                + "*".repeat(LENGTH - SHOWN_IN_FRONT - SHOWN_AT_END)
                + value.substring(LENGTH - SHOWN_AT_END);
    }

    @Override
    public String toString() {
        return masked();
    }

    private static Optional<CitizenNumberRefusal> findRefusal(String text) {
        if (text.length() != LENGTH) {
            return Optional.of(new IdentifierRefusal.WrongLength("18", text.length()));
        }
        var forbidden = Typed.firstOutside(Typed.DIGITS, text, 0, 17)
                .or(() -> Typed.firstOutside(Typed.DIGITS + "X", text, 17, LENGTH));
        if (forbidden.isPresent()) {
            return Optional.of(forbidden.get());
        }
        var birth = text.substring(6, 14);
        if (findDate(birth).isEmpty()) {
            return Optional.of(new IdentifierRefusal.ImpossibleDate(birth));
        }
        var expected = Mod112.check(text.substring(0, 17));
        return expected == text.charAt(17)
                ? Optional.empty()
                : Optional.of(new IdentifierRefusal.WrongCheck(expected, text.charAt(17)));
    }

    private static Optional<LocalDate> findDate(String digits) {
        try {
            var date = LocalDate.of(
                    Integer.parseInt(digits.substring(0, 4)),
                    Integer.parseInt(digits.substring(4, 6)),
                    Integer.parseInt(digits.substring(6)));
            return date.getYear() < EARLIEST_YEAR ? Optional.empty() : Optional.of(date);
        } catch (DateTimeException impossible) {
            return Optional.empty();
        }
    }
}
