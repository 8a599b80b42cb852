package org.tongqu.kernel.time;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toMap;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.tongqu.kernel.Outcome;

/**
 * Which days are working days by the yearly notice on holidays (放假安排): Monday to Friday, less the days off, plus the
 * weekend days on which work is made up for (调休).
 *
 * <p>The notice for a year appears in the November before it. A year without a table is refused, never guessed: a
 * deadline that silently ignores the Spring Festival is wrong by a week. Immutable, safe for any number of threads.
 */
public final class WorkingCalendar {

    /** Statutory days are days in China, wherever the server stands. */
    public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private final String edition;
    private final SortedMap<Integer, String> years;
    private final SortedMap<LocalDate, SpecialDay> days;

    private WorkingCalendar(String edition, SortedMap<Integer, String> years, SortedMap<LocalDate, SpecialDay> days) {
        this.edition = edition;
        this.years = years;
        this.days = days;
    }

    /**
     * @param edition what the table is known by, e.g. {@code 国办发明电〔2025〕7号}
     * @param years the years the table speaks about in full, also one without any special day
     * @throws IllegalArgumentException when a day is named twice or lies outside those years
     */
    public static WorkingCalendar of(String edition, Set<Integer> years, Collection<SpecialDay> days) {
        return joined(edition, years.stream().collect(toMap(year -> year, year -> edition)), days);
    }

    /**
     * Several tables as one: each year as the table says that counts for it.
     *
     * @param newest what the whole is known by
     * @param years the years covered, each with the edition that speaks about it
     * @throws IllegalArgumentException when a day is named twice or lies outside those years
     */
    public static WorkingCalendar joined(String newest, Map<Integer, String> years, Collection<SpecialDay> days) {
        var byDate = new TreeMap<LocalDate, SpecialDay>();
        for (var day : days) {
            if (!years.containsKey(day.date().getYear())) {
                throw new IllegalArgumentException(
                        day.date() + " lies outside the years " + new TreeSet<>(years.keySet()) + " of " + newest);
            }
            if (byDate.put(day.date(), day) != null) {
                throw new IllegalArgumentException(day.date() + " is named twice in " + newest);
            }
        }
        return new WorkingCalendar(newest, new TreeMap<>(years), byDate);
    }

    public String edition() {
        return edition;
    }

    /** The years covered. */
    public Set<Integer> years() {
        return Set.copyOf(years.keySet());
    }

    /** The years covered, each with the edition that speaks about it. */
    public Map<Integer, String> editions() {
        return Map.copyOf(years);
    }

    /**
     * By which table a date was found that is reckoned from one day to another: the editions that speak about their years,
     * the earliest year first. A newer table of other years is not among them.
     */
    public String editionBetween(LocalDate from, LocalDate to) {
        return years.subMap(from.getYear(), Math.max(from.getYear(), to.getYear()) + 1).values().stream()
                .distinct()
                .collect(joining(", "));
    }

    /** The days off and the make-up days, by date. */
    public Collection<SpecialDay> days() {
        return days.values().stream().toList();
    }

    /** Why the day is special, if it is: to be shown beside a deadline. */
    public Optional<SpecialDay> findDay(LocalDate date) {
        return Optional.ofNullable(days.get(date));
    }

    public Outcome<Boolean, YearWithoutData> isWorkingDay(LocalDate date) {
        return covers(date) ? Outcome.done(works(date)) : Outcome.refused(new YearWithoutData(date.getYear()));
    }

    /**
     * The last of {@code count} working days after the date. The date itself is not counted, whether it is a working
     * day or not (民法典 第二百零一条); none after it is the date itself.
     */
    public Outcome<LocalDate, YearWithoutData> plusWorkingDays(LocalDate date, int count) {
        if (count < 0) {
            throw new IllegalArgumentException("Expected a count of working days but found " + count);
        }
        var day = date;
        for (int left = count; left > 0; ) {
            day = day.plusDays(1);
            if (!covers(day)) {
                return Outcome.refused(new YearWithoutData(day.getYear()));
            }
            if (works(day)) {
                left--;
            }
        }
        return Outcome.done(day);
    }

    /**
     * How many working days lie after {@code from} up to and with {@code to}: the inverse of {@link #plusWorkingDays}.
     * Negative when {@code to} is the earlier one, so that days left and days overdue are one figure.
     */
    public Outcome<Integer, YearWithoutData> workingDaysBetween(LocalDate from, LocalDate to) {
        if (to.isBefore(from)) {
            return workingDaysBetween(to, from).map(days -> -days);
        }
        var count = 0;
        for (var day = from.plusDays(1); !day.isAfter(to); day = day.plusDays(1)) {
            if (!covers(day)) {
                return Outcome.refused(new YearWithoutData(day.getYear()));
            }
            if (works(day)) {
                count++;
            }
        }
        return Outcome.done(count);
    }

    /** The date itself when it is a working day, else the next one. */
    public Outcome<LocalDate, YearWithoutData> sameOrNextWorkingDay(LocalDate date) {
        return isWorkingDay(date).then(working -> working ? Outcome.done(date) : plusWorkingDays(date, 1));
    }

    private boolean covers(LocalDate date) {
        return years.containsKey(date.getYear());
    }

    private boolean works(LocalDate date) {
        var special = days.get(date);
        if (special != null) {
            return special.kind() == SpecialDay.Kind.WORKDAY;
        }
        return date.getDayOfWeek() != DayOfWeek.SATURDAY && date.getDayOfWeek() != DayOfWeek.SUNDAY;
    }

    /** The table as text that {@link WorkingCalendarTable#parse} reads back. */
    public String print() {
        return WorkingCalendarTable.print(this);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof WorkingCalendar that
                && edition.equals(that.edition)
                && years.equals(that.years)
                && days.equals(that.days);
    }

    @Override
    public int hashCode() {
        return 31 * edition.hashCode() + days.hashCode();
    }

    @Override
    public String toString() {
        return edition + " (" + years.keySet().stream().map(String::valueOf).collect(joining(", ")) + ")";
    }
}
