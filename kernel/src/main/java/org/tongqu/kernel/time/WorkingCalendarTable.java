package org.tongqu.kernel.time;

import static java.util.stream.Collectors.joining;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.tongqu.kernel.Outcome;

/**
 * The working-day table as a file that an office can read and edit.
 *
 * <pre>
 * #edition 国办发明电〔2025〕7号
 * #years 2025 2026
 * date,kind,name
 * 2026-01-01,holiday,元旦
 * 2026-01-04,workday,元旦
 * </pre>
 *
 * The years are stated and not read off the rows: a notice for one year may name a day of its neighbour. Blank lines and
 * lines that begin with {@code # } are remarks.
 */
public final class WorkingCalendarTable {

    private static final String HEADER = "date,kind,name";

    private String edition = "";
    private final TreeSet<Integer> years = new TreeSet<>();
    private final Map<LocalDate, Integer> lineOf = new HashMap<>();
    private final List<SpecialDay> days = new ArrayList<>();
    private final List<Problem> problems = new ArrayList<>();

    private WorkingCalendarTable() {}

    /**
     * What is wrong with one line of a table.
     *
     * @param line counted from 1, or 0 when something is missing from the whole
     */
    public record Problem(int line, Fault fault) {}

    /** Every way in which a line can be wrong. */
    public sealed interface Fault {
        record NoEdition() implements Fault {}

        record NoYears() implements Fault {}

        record NotAYear(String found) implements Fault {}

        record NotThreeColumns(int found) implements Fault {}

        record NotADate(String found) implements Fault {}

        record UnknownKind(String found) implements Fault {}

        record NameMissing() implements Fault {}

        record OutsideTheYears(int year) implements Fault {}

        record NamedTwice(LocalDate date, int firstLine) implements Fault {}

        /** A make-up day from Monday to Friday, or one that changes nothing: most likely a slip in the date. */
        record AlreadyAWorkingDay(LocalDate date) implements Fault {}
    }

    /** Reads a table; refuses it with all its problems in the order of the lines. */
    public static Outcome<WorkingCalendar, List<Problem>> parse(String text) {
        var table = new WorkingCalendarTable();
        var lines = text.lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            var line =
                    i == 0 && lines.get(i).startsWith("\ufeff") ? lines.get(i).substring(1) : lines.get(i);
            table.readLine(i + 1, line.strip());
        }
        return table.finish();
    }

    static String print(WorkingCalendar calendar) {
        var years =
                new TreeSet<>(calendar.years()).stream().map(String::valueOf).collect(joining(" "));
        var rows = calendar.days().stream()
                .map(day -> day.date() + "," + day.kind().name().toLowerCase(Locale.ROOT) + "," + day.name() + "\n")
                .collect(joining());
        return "#edition " + calendar.edition() + "\n#years " + years + "\n" + HEADER + "\n" + rows;
    }

    private void readLine(int number, String line) {
        if (line.startsWith("#edition ")) {
            edition = line.substring("#edition ".length()).strip();
        } else if (line.startsWith("#years ")) {
            readYears(number, line.substring("#years ".length()).strip());
        } else if (!line.isEmpty() && !line.startsWith("#") && !line.equals(HEADER)) {
            readDay(number, line);
        }
    }

    private void readYears(int number, String text) {
        for (var word : text.split("[ ,]+", -1)) {
            if (word.matches("[12][0-9]{3}")) {
                years.add(Integer.parseInt(word));
            } else {
                problems.add(new Problem(number, new Fault.NotAYear(word)));
            }
        }
    }

    private void readDay(int number, String line) {
        var cells = line.split(",", -1);
        if (cells.length != 3) {
            problems.add(new Problem(number, new Fault.NotThreeColumns(cells.length)));
            return;
        }
        var date = date(cells[0].strip());
        var kind = kind(cells[1].strip());
        var name = cells[2].strip();
        if (date.isEmpty()) {
            problems.add(new Problem(number, new Fault.NotADate(cells[0].strip())));
        }
        if (kind.isEmpty()) {
            problems.add(new Problem(number, new Fault.UnknownKind(cells[1].strip())));
        }
        if (name.isEmpty()) {
            problems.add(new Problem(number, new Fault.NameMissing()));
        }
        if (date.isPresent() && kind.isPresent() && !name.isEmpty()) {
            addDay(number, new SpecialDay(date.get(), kind.get(), name));
        }
    }

    private void addDay(int number, SpecialDay day) {
        var first = lineOf.putIfAbsent(day.date(), number);
        if (first != null) {
            problems.add(new Problem(number, new Fault.NamedTwice(day.date(), first)));
        } else if (day.kind() == SpecialDay.Kind.WORKDAY
                && day.date().getDayOfWeek().getValue() <= 5) {
            problems.add(new Problem(number, new Fault.AlreadyAWorkingDay(day.date())));
        } else {
            days.add(day);
        }
    }

    private Outcome<WorkingCalendar, List<Problem>> finish() {
        if (edition.isEmpty()) {
            problems.add(new Problem(0, new Fault.NoEdition()));
        }
        if (years.isEmpty()) {
            problems.add(new Problem(0, new Fault.NoYears()));
        } else {
            days.stream()
                    .filter(day -> !years.contains(day.date().getYear()))
                    .map(day -> new Problem(
                            lineOf.getOrDefault(day.date(), 0),
                            new Fault.OutsideTheYears(day.date().getYear())))
                    .forEach(problems::add);
        }
        if (!problems.isEmpty()) {
            problems.sort((one, other) -> Integer.compare(one.line(), other.line()));
            return Outcome.refused(List.copyOf(problems));
        }
        return Outcome.done(WorkingCalendar.of(edition, years, days));
    }

    private static Optional<LocalDate> date(String text) {
        try {
            return Optional.of(LocalDate.parse(text));
        } catch (DateTimeParseException notADate) {
            return Optional.empty();
        }
    }

    private static Optional<SpecialDay.Kind> kind(String text) {
        return switch (text) {
            case "holiday" -> Optional.of(SpecialDay.Kind.HOLIDAY);
            case "workday" -> Optional.of(SpecialDay.Kind.WORKDAY);
            default -> Optional.empty();
        };
    }
}
