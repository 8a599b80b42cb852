package org.tongqu.platform.matter.hall;

import java.time.LocalTime;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import org.tongqu.kernel.text.Label;

/** All that is declared of a hall. */
public record HallPlan(
        Hall hall, List<Line> lines, List<Hours> hours, List<PlannedWindow> windows, List<PlannedSlot> slots) {

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
        WEEKEND
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

    /** So many places from then to then, on every day of the kind. */
    public record PlannedSlot(String line, DayKind kind, LocalTime starts, LocalTime ends, int places) {}

    public HallPlan {
        lines = List.copyOf(lines);
        hours = List.copyOf(hours);
        windows = List.copyOf(windows);
        slots = List.copyOf(slots);
    }

    public Optional<Line> findLine(String code) {
        return lines.stream().filter(line -> line.code().equals(code)).findFirst();
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
}
