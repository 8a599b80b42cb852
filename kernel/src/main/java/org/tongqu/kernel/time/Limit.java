package org.tongqu.kernel.time;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.regex.Pattern;
import org.tongqu.kernel.Outcome;

/**
 * How long something may take by law or by promise, e.g. {@code 5 working days}.
 *
 * <p>Days end at midnight in China: what is due on the 8th is in time until the 9th begins. {@code 0 working days} is
 * decided on the spot (即办), that is on the day it was begun.
 *
 * @param amount never negative
 */
public record Limit(int amount, Unit unit) {

    public enum Unit {
        /** 工作日: the day of the start is not counted, nor is any day on which offices are closed. */
        WORKING_DAYS,
        /**
         * 自然日, and every limit in days of which the law does not say more. The day of the start is not counted; a
         * last day on which offices are closed moves to the next working day (民法典 第二百零一条、第二百零三条).
         */
        NATURAL_DAYS,
        /** 小时 round the clock, exact to the instant; emergencies run through nights and holidays. */
        HOURS
    }

    /** Why a text is not a limit. */
    public sealed interface Refusal {
        /** Write a number and a unit, e.g. {@code 5 working days}, {@code 15 days}, {@code 24 hours}, {@code 5个工作日}. */
        record NotALimit(String found) implements Refusal {}

        record TooLong(int longest, String found) implements Refusal {}
    }

    /** Ten years: more is a slip of the pen, and the calendar could never answer it. */
    public static final int LONGEST = 3660;

    private static final Pattern FORM = Pattern.compile("([0-9]{1,9})\\s*(\\p{L}[\\p{L} ]*)");

    private static final Map<String, Unit> UNITS = units();

    public Limit {
        if (amount < 0) {
            throw new IllegalArgumentException("Expected a limit of at least 0 but found " + amount);
        }
    }

    private static Map<String, Unit> units() {
        var words = new Properties();
        try (var file = Objects.requireNonNull(Limit.class.getResourceAsStream("limit-units.properties"))) {
            words.load(new InputStreamReader(file, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var units = new HashMap<String, Unit>();
        for (var unit : Unit.values()) {
            for (var word :
                    Objects.requireNonNull(words.getProperty(unit.name())).split("\\|")) {
                units.put(word.strip(), unit);
            }
        }
        return Map.copyOf(units);
    }

    public static Limit workingDays(int amount) {
        return new Limit(amount, Unit.WORKING_DAYS);
    }

    /** Reads a limit as packs write it: {@code 5 working days}, {@code 20 workdays}, {@code 15 days}, {@code 24小时}. */
    public static Outcome<Limit, Refusal> parse(String text) {
        var form = FORM.matcher(text.strip());
        if (!form.matches()) {
            return Outcome.refused(new Refusal.NotALimit(text));
        }
        var amount = Integer.parseInt(form.group(1));
        if (amount > LONGEST) {
            return Outcome.refused(new Refusal.TooLong(LONGEST, text));
        }
        var unit = UNITS.get(form.group(2).strip().toLowerCase(Locale.ROOT).replaceAll("\\s+", " "));
        return unit == null ? Outcome.refused(new Refusal.NotALimit(text)) : Outcome.done(new Limit(amount, unit));
    }

    /**
     * The first instant that is too late when the clock starts at {@code start}: for days the midnight after the last
     * day, for hours the end of the last hour. In time is what happens before it.
     */
    public Outcome<Instant, YearWithoutData> dueAfter(Instant start, WorkingCalendar calendar) {
        if (unit == Unit.HOURS) {
            return Outcome.done(start.plus(Duration.ofHours(amount)));
        }
        return lastDay(start.atZone(WorkingCalendar.ZONE).toLocalDate(), calendar)
                .map(day -> day.plusDays(1).atStartOfDay(WorkingCalendar.ZONE).toInstant());
    }

    /** The last day in time, as people are told it; for hours the day in which the last one ends. */
    public Outcome<LocalDate, YearWithoutData> dueDate(Instant start, WorkingCalendar calendar) {
        return dueAfter(start, calendar)
                .map(due -> due.minusNanos(1).atZone(WorkingCalendar.ZONE).toLocalDate());
    }

    private Outcome<LocalDate, YearWithoutData> lastDay(LocalDate start, WorkingCalendar calendar) {
        return switch (unit) {
            case WORKING_DAYS -> calendar.plusWorkingDays(start, amount);
            case NATURAL_DAYS -> calendar.sameOrNextWorkingDay(start.plusDays(amount));
            case HOURS -> throw new IllegalStateException("Hours end at an instant, not with a day");
        };
    }

    /** The text that {@link #parse} reads back, e.g. {@code 5 working days}. */
    @Override
    public String toString() {
        var word = switch (unit) {
            case WORKING_DAYS -> "working day";
            case NATURAL_DAYS -> "day";
            case HOURS -> "hour";
        };
        return amount + " " + word + (amount == 1 ? "" : "s");
    }
}
