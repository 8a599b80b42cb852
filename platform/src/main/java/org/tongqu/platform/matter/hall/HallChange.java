package org.tongqu.platform.matter.hall;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tongqu.kernel.text.Label;
import org.tongqu.platform.matter.hall.DeclareRefusal.Mistake;
import org.tongqu.platform.matter.hall.HallPlan.DayKind;
import org.tongqu.platform.matter.hall.HallPlan.Hours;
import org.tongqu.platform.matter.hall.HallPlan.Line;
import org.tongqu.platform.matter.hall.HallPlan.PlannedSlot;
import org.tongqu.platform.matter.hall.HallPlan.PlannedWindow;

/** One thing about a hall that somebody declares anew. Everything else stays as it is. */
public sealed interface HallChange {

    /** The hall as it would be. */
    HallPlan on(HallPlan plan);

    /** What is wrong with it, by the name of the field; empty when nothing is. */
    Map<String, Mistake> mistakes(HallPlan plan);

    /** What it is about, e.g. {@code window 3}, as the journal names it. */
    String about();

    /** How that stands in a plan, as the journal tells it before and after. */
    String told(HallPlan plan);

    /** How the hall is called, where it stands and what it decided about appointments. */
    record Facts(Label name, String address, Hall.Rules rules) implements HallChange {

        @Override
        public HallPlan on(HallPlan plan) {
            var old = plan.hall();
            var seat = new Hall.Seat(
                    old.seat().division(), old.seat().organisation(), old.seat().parent(), address);
            return plan.with(new Hall(old.code(), name, old.level(), seat, rules, old.closedFrom()));
        }

        @Override
        public Map<String, Mistake> mistakes(HallPlan plan) {
            return HallChecks.facts(this);
        }

        @Override
        public String about() {
            return "facts";
        }

        @Override
        public String told(HallPlan plan) {
            var hall = plan.hall();
            var rules = hall.rules();
            return Stream.of(
                            hall.name().zh(),
                            hall.name().en(),
                            hall.seat().address(),
                            "head start " + rules.headStart(),
                            "grace " + rules.grace(),
                            "no-shows " + rules.noShows() + " in " + rules.noShowDays(),
                            "days ahead " + rules.daysAhead())
                    .collect(Collectors.joining("; "));
        }
    }

    /** What the hall is for, and the hall above it. Papers that are on their way arrive where they were sent. */
    record Standing(Hall.Level level, Optional<String> parent) implements HallChange {

        @Override
        public HallPlan on(HallPlan plan) {
            var old = plan.hall();
            var seat = new Hall.Seat(
                    old.seat().division(),
                    old.seat().organisation(),
                    parent,
                    old.seat().address());
            return plan.with(new Hall(old.code(), old.name(), level, seat, old.rules(), old.closedFrom()));
        }

        @Override
        public Map<String, Mistake> mistakes(HallPlan plan) {
            return Map.of();
        }

        @Override
        public String about() {
            return "standing";
        }

        @Override
        public String told(HallPlan plan) {
            return plan.hall().level().name().toLowerCase(Locale.ROOT)
                    + plan.hall()
                            .seat()
                            .parent()
                            .map(above -> " under " + above)
                            .orElse("");
        }
    }

    /** Nobody is in the hall from that day on, until it is opened again. */
    record Closing(LocalDate from, Booked booked) implements HallChange {

        /** What becomes of what people booked for that day or later. */
        public enum Booked {
            /** The hall is not closed before they have come. */
            IN_THE_WAY,
            /** It is cancelled; they are told, and which other halls there are. */
            TOLD
        }

        @Override
        public HallPlan on(HallPlan plan) {
            return plan.with(plan.hall().closedFrom(Optional.of(from)));
        }

        @Override
        public Map<String, Mistake> mistakes(HallPlan plan) {
            return Map.of();
        }

        @Override
        public String about() {
            return "closing";
        }

        @Override
        public String told(HallPlan plan) {
            return HallChecks.closed(plan);
        }
    }

    /** The hall is run again. */
    record Opening() implements HallChange {

        @Override
        public HallPlan on(HallPlan plan) {
            return plan.with(plan.hall().closedFrom(Optional.empty()));
        }

        @Override
        public Map<String, Mistake> mistakes(HallPlan plan) {
            return Map.of();
        }

        @Override
        public String about() {
            return "closing";
        }

        @Override
        public String told(HallPlan plan) {
            return HallChecks.closed(plan);
        }
    }

    /** A line, new or otherwise. */
    record LineAs(Line line) implements HallChange {

        @Override
        public HallPlan on(HallPlan plan) {
            var lines = Stream.concat(others(plan.lines(), one -> one.code().equals(line.code())), Stream.of(line))
                    .sorted(Comparator.comparing(Line::code))
                    .toList();
            return plan.withLines(
                    lines,
                    others(plan.former(), one -> one.code().equals(line.code())).toList());
        }

        @Override
        public Map<String, Mistake> mistakes(HallPlan plan) {
            return HallChecks.line(line);
        }

        @Override
        public String about() {
            return "line " + line.code();
        }

        @Override
        public String told(HallPlan plan) {
            return HallChecks.told(plan, line.code());
        }
    }

    /** A line that is no longer offered, with its places; windows take it no more. */
    record LineGone(String code) implements HallChange {

        @Override
        public HallPlan on(HallPlan plan) {
            var gone = plan.lines().stream().filter(line -> line.code().equals(code));
            return plan.withLines(
                            others(plan.lines(), line -> line.code().equals(code))
                                    .toList(),
                            Stream.concat(plan.former().stream(), gone).toList())
                    .withWindows(plan.windows().stream()
                            .map(window -> new PlannedWindow(
                                    window.number(),
                                    others(window.lines().stream().toList(), code::equals)
                                            .collect(Collectors.toSet())))
                            .toList())
                    .withSlots(others(plan.slots(), slot -> slot.line().equals(code))
                            .toList());
        }

        @Override
        public Map<String, Mistake> mistakes(HallPlan plan) {
            return HallChecks.known(plan, code);
        }

        @Override
        public String about() {
            return "line " + code;
        }

        @Override
        public String told(HallPlan plan) {
            return HallChecks.told(plan, code);
        }
    }

    /** A window, new or otherwise. */
    record WindowAs(PlannedWindow window) implements HallChange {

        @Override
        public HallPlan on(HallPlan plan) {
            return plan.withWindows(Stream.concat(
                            others(plan.windows(), one -> one.number() == window.number()), Stream.of(window))
                    .sorted(Comparator.comparing(PlannedWindow::number))
                    .toList());
        }

        @Override
        public Map<String, Mistake> mistakes(HallPlan plan) {
            return HallChecks.window(plan, window);
        }

        @Override
        public String about() {
            return "window " + window.number();
        }

        @Override
        public String told(HallPlan plan) {
            return HallChecks.told(plan, window.number());
        }
    }

    record WindowGone(int number) implements HallChange {

        @Override
        public HallPlan on(HallPlan plan) {
            return plan.withWindows(
                    others(plan.windows(), one -> one.number() == number).toList());
        }

        @Override
        public Map<String, Mistake> mistakes(HallPlan plan) {
            return plan.windows().stream().anyMatch(one -> one.number() == number)
                    ? Map.of()
                    : Map.of("number", Mistake.UNKNOWN);
        }

        @Override
        public String about() {
            return "window " + number;
        }

        @Override
        public String told(HallPlan plan) {
            return HallChecks.told(plan, number);
        }
    }

    /** When the hall is open on such days; places outside these hours are no longer offered. */
    record HoursAs(DayKind kind, List<Hours> hours) implements HallChange {
        public HoursAs {
            hours = List.copyOf(hours);
        }

        @Override
        public HallPlan on(HallPlan plan) {
            var open = Stream.concat(others(plan.hours(), one -> one.kind() == kind), hours.stream())
                    .sorted(Comparator.comparing(Hours::kind).thenComparing(Hours::opens))
                    .toList();
            return plan.withHours(open)
                    .withSlots(plan.slots().stream()
                            .filter(slot -> slot.kind() != kind || HallChecks.within(hours, slot))
                            .toList());
        }

        @Override
        public Map<String, Mistake> mistakes(HallPlan plan) {
            return HallChecks.hours(hours);
        }

        @Override
        public String about() {
            return "hours " + kind.code();
        }

        @Override
        public String told(HallPlan plan) {
            return plan.hoursOn(kind).stream()
                    .map(one -> one.opens() + "-" + one.closes())
                    .collect(Collectors.joining(" "));
        }
    }

    /** What can be booked for a line on such days. */
    record SlotsAs(String line, DayKind kind, List<PlannedSlot> slots) implements HallChange {
        public SlotsAs {
            slots = List.copyOf(slots);
        }

        @Override
        public HallPlan on(HallPlan plan) {
            return plan.withSlots(Stream.concat(others(plan.slots(), this::isAbout), slots.stream())
                    .sorted(Comparator.comparing(PlannedSlot::kind)
                            .thenComparing(PlannedSlot::starts)
                            .thenComparing(PlannedSlot::line))
                    .toList());
        }

        private boolean isAbout(PlannedSlot slot) {
            return slot.kind() == kind && slot.line().equals(line);
        }

        @Override
        public Map<String, Mistake> mistakes(HallPlan plan) {
            var found = new LinkedHashMap<>(HallChecks.known(plan, line));
            found.putAll(HallChecks.slots(plan.hoursOn(kind), slots));
            return found;
        }

        @Override
        public String about() {
            return "places " + line + " " + kind.code();
        }

        @Override
        public String told(HallPlan plan) {
            return plan.slots().stream()
                    .filter(this::isAbout)
                    .map(slot -> slot.starts() + "-" + slot.ends() + " " + slot.places())
                    .collect(Collectors.joining("; "));
        }
    }

    private static <T> Stream<T> others(List<T> all, Predicate<T> not) {
        return all.stream().filter(not.negate());
    }
}
