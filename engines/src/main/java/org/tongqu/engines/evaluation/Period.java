package org.tongqu.engines.evaluation;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** A month, quarter or year of the calendar. */
public record Period(Kind kind, LocalDate from) {

    private static final Pattern ID = Pattern.compile("([0-9]{4})(?:-(?:Q([1-4])|([0-9]{2})))?");

    public enum Kind {
        MONTH(1),
        QUARTER(3),
        YEAR(12);

        private final int months;

        Kind(int months) {
            this.months = months;
        }

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** The one the day is in. */
    public static Period of(Kind kind, LocalDate day) {
        int month = (day.getMonthValue() - 1) / kind.months * kind.months + 1;
        return new Period(kind, LocalDate.of(day.getYear(), month, 1));
    }

    /** Reads what {@link #id} says. */
    public static Optional<Period> parse(String id) {
        var match = ID.matcher(id);
        if (!match.matches()) {
            return Optional.empty();
        }
        int year = Integer.parseInt(match.group(1));
        try {
            if (match.group(2) != null) {
                return Optional.of(new Period(
                        Kind.QUARTER, LocalDate.of(year, Integer.parseInt(match.group(2)) * 3 - 2, 1)));
            }
            return Optional.of(
                    match.group(3) == null
                            ? new Period(Kind.YEAR, LocalDate.of(year, 1, 1))
                            : new Period(Kind.MONTH, LocalDate.of(year, Integer.parseInt(match.group(3)), 1)));
        } catch (DateTimeException noSuchMonth) {
            return Optional.empty();
        }
    }

    /** {@code 2026-10}, {@code 2026-Q3} or {@code 2026}. */
    public String id() {
        return switch (kind) {
            case MONTH -> String.format(Locale.ROOT, "%04d-%02d", from.getYear(), from.getMonthValue());
            case QUARTER -> String.format(Locale.ROOT, "%04d-Q%d", from.getYear(), from.getMonthValue() / 3 + 1);
            case YEAR -> String.format(Locale.ROOT, "%04d", from.getYear());
        };
    }

    /** The first day after it. */
    public LocalDate until() {
        return from.plusMonths(kind.months);
    }

    public Period previous() {
        return new Period(kind, from.minusMonths(kind.months));
    }

    public Period next() {
        return new Period(kind, until());
    }
}
