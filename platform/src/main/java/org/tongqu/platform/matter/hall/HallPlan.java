package org.tongqu.platform.matter.hall;

import java.time.LocalTime;
import java.util.List;
import java.util.Locale;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.tongqu.kernel.text.Label;

/**
 * All that is declared of a hall.
 *
 * @param lines what is offered now
 * @param former lines that are no longer offered; what was booked and drawn for them keeps their name
 */
public record HallPlan(
        Hall hall,
        List<Line> lines,
        List<Line> former,
        List<Hours> hours,
        List<PlannedWindow> windows,
        List<PlannedSlot> slots) {

    /**
     * What people come for, as the hall sorts it; the letter on their tickets.
     *
     * @param kinds kinds of organisations whose services are taken; empty takes every service
     * @param minutes how long one person takes as long as nobody was served yet
     */
    public record Line(String code, Label name, Set<String> kinds, int minutes) {
        public Line {
            kinds = Set.copyOf(kinds);
        }
    }

    /** Days with the same hours. Nobody is there on a public holiday. */
    public enum DayKind {
        WORKING,
        WEEKEND;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public record Hours(DayKind kind, LocalTime opens, LocalTime closes) {
        boolean include(LocalTime time) {
            return !time.isBefore(opens) && time.isBefore(closes);
        }
    }

    /** @param lines codes of the lines it takes */
    public record PlannedWindow(int number, Set<String> lines) {
        public PlannedWindow {
            lines = Set.copyOf(lines);
        }
    }

    /** So many places from then to then, on every day of the kind; with none, nobody else can book. */
    public record PlannedSlot(String line, DayKind kind, LocalTime starts, LocalTime ends, int places) {}

    public HallPlan {
        lines = List.copyOf(lines);
        former = List.copyOf(former);
        hours = List.copyOf(hours);
        windows = List.copyOf(windows);
        slots = List.copyOf(slots);
    }

    public HallPlan(
            Hall hall, List<Line> lines, List<Hours> hours, List<PlannedWindow> windows, List<PlannedSlot> slots) {
        this(hall, lines, List.of(), hours, windows, slots);
    }

    /** Also one that is no longer offered. */
    public Optional<Line> findLine(String code) {
        return Stream.concat(lines.stream(), former.stream())
                .filter(line -> line.code().equals(code))
                .findFirst();
    }

    public boolean offers(String line) {
        return lines.stream().anyMatch(one -> one.code().equals(line));
    }

    /** @throws NoSuchElementException when the hall has no such line */
    public Line line(String code) {
        return findLine(code).orElseThrow();
    }

    /** Where a service of this kind of organisation is taken: the line made for it, else one for everything. */
    public Optional<Line> findLineOf(String organisationKind) {
        return lines.stream()
                .filter(line -> line.kinds().contains(organisationKind))
                .findFirst()
                .or(() -> lines.stream().filter(line -> line.kinds().isEmpty()).findFirst());
    }

    public List<Hours> hoursOn(DayKind kind) {
        return hours.stream().filter(hour -> hour.kind() == kind).toList();
    }

    HallPlan with(Hall other) {
        return new HallPlan(other, lines, former, hours, windows, slots);
    }

    HallPlan withLines(List<Line> offered, List<Line> withdrawn) {
        return new HallPlan(hall, offered, withdrawn, hours, windows, slots);
    }

    HallPlan withHours(List<Hours> others) {
        return new HallPlan(hall, lines, former, others, windows, slots);
    }

    HallPlan withWindows(List<PlannedWindow> others) {
        return new HallPlan(hall, lines, former, hours, others, slots);
    }

    HallPlan withSlots(List<PlannedSlot> others) {
        return new HallPlan(hall, lines, former, hours, windows, others);
    }
}
