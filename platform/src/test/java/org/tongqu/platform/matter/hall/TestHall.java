package org.tongqu.platform.matter.hall;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.tongqu.kernel.identity.DivisionCode;
import org.tongqu.kernel.text.Label;
import org.tongqu.platform.matter._support.Town;
import org.tongqu.platform.matter.hall.HallPlan.DayKind;
import org.tongqu.platform.trust.identity.SignedIn;

/** A hall of its own for each test: two lines, some windows that take both, and one slot of the same size every day. */
final class TestHall {

    static final int PLACES = 20;

    private static final AtomicInteger COUNT = new AtomicInteger();
    private static final AtomicInteger PEOPLE = new AtomicInteger();

    private final Town town = Town.fresh();
    private final HallPlan plan;

    private TestHall(int windows, Hall.Rules rules) {
        this(windows, rules, Hall.Level.DISTRICT, Optional.empty());
    }

    private TestHall(int windows, Hall.Rules rules, Hall.Level level, Optional<String> parent) {
        var code = "test-" + COUNT.incrementAndGet();
        var everyDay = new ArrayList<HallPlan.Hours>();
        var slots = new ArrayList<HallPlan.PlannedSlot>();
        for (var kind : DayKind.values()) {
            everyDay.add(new HallPlan.Hours(kind, LocalTime.MIN, LocalTime.of(23, 59, 59)));
            slots.add(new HallPlan.PlannedSlot("A", kind, LocalTime.of(9, 0), LocalTime.of(10, 0), PLACES));
            slots.add(new HallPlan.PlannedSlot("A", kind, LocalTime.of(10, 0), LocalTime.of(11, 0), PLACES));
        }
        this.plan = new HallPlan(
                new Hall(
                        code,
                        new Label("测试大厅" + code, "Hall " + code),
                        level,
                        new Hall.Seat(
                                new DivisionCode(town.office().division().value()),
                                town.office().code(),
                                parent,
                                "1"),
                        rules),
                List.of(
                        new HallPlan.Line("A", new Label("登记", "Registration"), Set.of(), 12),
                        new HallPlan.Line("B", new Label("社保", "Insurance"), Set.of("other"), 10)),
                everyDay,
                IntStream.rangeClosed(1, windows)
                        .mapToObj(number -> new HallPlan.PlannedWindow(number, Set.of("A", "B")))
                        .toList(),
                slots);
        bean(Halls.class).put(plan);
    }

    static TestHall withWindows(int windows) {
        return new TestHall(windows, new Hall.Rules(30, 15, 3, 90, 14));
    }

    static TestHall with(Hall.Rules rules) {
        return new TestHall(1, rules);
    }

    /** A smaller hall that hands on to this one. */
    TestHall below(Hall.Level level) {
        return new TestHall(1, plan.hall().rules(), level, Optional.of(code()));
    }

    <T> T bean(Class<T> type) {
        return town.bean(type);
    }

    HallPlan plan() {
        return plan;
    }

    Town town() {
        return town;
    }

    String code() {
        return plan.hall().code();
    }

    SignedIn.Officer clerk(int number) {
        return town.officer("clerk-" + number, Set.of(Halls.CLERK));
    }

    /** A clerk who sits at the window of the same number. */
    SignedIn.Officer seated(int number) {
        var clerk = clerk(number);
        bean(Counter.class).sit(clerk, code(), number).orElseThrow();
        return clerk;
    }

    static SignedIn.Citizen citizen() {
        return new SignedIn.Citizen("c-hall-" + PEOPLE.incrementAndGet(), "林晓燕");
    }

    /** The so-manieth day from tomorrow on, on which there are places. */
    Slot.Key slot(int day, LocalTime starts) {
        var tomorrow = LocalDate.ofInstant(bean(Clock.class).instant(), ZoneId.of("Asia/Shanghai"))
                .plusDays(1);
        var days = bean(Appointments.class).days(plan, "A").stream()
                .filter(one -> !one.day().isBefore(tomorrow))
                .toList();
        return new Slot.Key(code(), "A", days.get(day).day(), starts);
    }

    Slot.Key slot() {
        return slot(0, LocalTime.of(9, 0));
    }

    Ticket drawn(String line) {
        return bean(Queue.class).take(plan, line).orElseThrow();
    }
}
