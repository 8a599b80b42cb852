package org.tongqu.platform.matter.hall.internal;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.tongqu.platform.matter.hall.HallPlan;
import org.tongqu.platform.matter.hall.Queue;

/**
 * One day in a hall of the demo, minute by minute: who came, who was called to which window and how long it took. Follows
 * from hall and date alone; the present cuts it off where it is.
 */
final class DemoDay {

    private static final int BOOKED_SHARE = 60;
    private static final int COME = 88;
    private static final int MISS = 4;
    private static final int[] RHYTHM = {60, 95, 110, 80, 50, 90, 100, 85, 55};

    private final HallPlan plan;
    private final LocalDate day;
    private final HallPlan.DayKind kind;
    private final Set<Integer> staffed;
    private final SplittableRandom random;

    /** Somebody who came; what never happened is null. */
    static final class Came {
        final String line;
        final Instant taken;
        final Instant due;
        final int booking;
        int window;

        @Nullable
        Instant called;

        @Nullable
        Instant started;

        @Nullable
        Instant ended;

        boolean missed;

        Came(String line, Instant taken, Instant due, int booking) {
            this.line = line;
            this.taken = taken;
            this.due = due;
            this.booking = booking;
        }
    }

    /** @param comes when; null who did not */
    record Booking(HallPlan.PlannedSlot slot, @Nullable Instant comes) {}

    /** All who came, in the order of their numbers, and all who had booked. */
    record Course(List<Came> came, List<Booking> bookings) {

        /** The only clerk got up this moment: whoever stood at the window has been served, those who wait go on waiting. */
        void getUp(Instant now) {
            for (var one : came) {
                var called = one.called;
                var ended = one.ended;
                if (called != null && !called.isAfter(now) && ended != null && ended.isAfter(now)) {
                    var started = one.started;
                    one.started = started == null || started.isAfter(now) ? called : started;
                    one.ended = now;
                    one.missed = false;
                }
            }
        }
    }

    DemoDay(HallPlan plan, LocalDate day, HallPlan.DayKind kind, Set<Integer> staffed, SplittableRandom random) {
        this.plan = plan;
        this.day = day;
        this.kind = kind;
        this.staffed = staffed;
        this.random = random;
    }

    Course course() {
        var bookings = bookings();
        var came = new ArrayList<Came>();
        for (int i = 0; i < bookings.size(); i++) {
            var comes = bookings.get(i).comes();
            if (comes != null) {
                var slot = bookings.get(i).slot();
                var due = Queue.due(plan.hall().rules(), SlotStore.at(day, slot.starts()), comes);
                came.add(new Came(slot.line(), comes, due, i));
            }
        }
        came.addAll(walkIns());
        came.sort(Comparator.comparing((Came one) -> one.taken));
        serve(came);
        return new Course(came, bookings);
    }

    private List<Booking> bookings() {
        var bookings = new ArrayList<Booking>();
        for (var slot : plan.slots()) {
            if (slot.kind() != kind) {
                continue;
            }
            for (int place = 0; place < slot.places(); place++) {
                if (random.nextInt(100) < BOOKED_SHARE) {
                    var starts = SlotStore.at(day, slot.starts());
                    var comes = starts.plusSeconds(random.nextInt(-900, 1200));
                    bookings.add(new Booking(slot, random.nextInt(100) < COME ? comes : null));
                }
            }
        }
        return bookings;
    }

    private List<Came> walkIns() {
        var came = new ArrayList<Came>();
        for (var hours : plan.hoursOn(kind)) {
            for (var hour = hours.opens(); hour.isBefore(hours.closes()); hour = hour.plusHours(1)) {
                for (var line : plan.lines()) {
                    var windows = plan.windows().stream()
                            .filter(window -> staffed.contains(window.number()))
                            .filter(window -> window.lines().contains(line.code()))
                            .count();
                    var busy = RHYTHM[Math.floorMod(hour.getHour() - 9, RHYTHM.length)];
                    var most = (int) (windows * 60 * busy / (line.minutes() * 130));
                    addWalkIns(came, line, hour, most);
                }
            }
        }
        return came;
    }

    private void addWalkIns(List<Came> came, HallPlan.Line line, LocalTime hour, int most) {
        for (int i = random.nextInt(2); i < most; i++) {
            var at = SlotStore.at(day, hour).plusSeconds(random.nextInt(3_600));
            came.add(new Came(line.code(), at, at, -1));
        }
    }

    /** Every window takes whoever is due first of those it may call; minute by minute until nobody is left. */
    private void serve(List<Came> came) {
        var free = new HashMap<Integer, Instant>();
        var waiting = new ArrayList<Came>();
        int next = 0;
        var minute = SlotStore.at(day, LocalTime.of(9, 0));
        var end = SlotStore.at(day, LocalTime.of(20, 0));
        while (minute.isBefore(end) && (next < came.size() || !waiting.isEmpty())) {
            while (next < came.size() && !came.get(next).taken.isAfter(minute)) {
                waiting.add(came.get(next++));
            }
            waiting.sort(Comparator.comparing((Came one) -> one.due));
            for (var window : plan.windows()) {
                if (staffed.contains(window.number())
                        && !free.getOrDefault(window.number(), Instant.MIN).isAfter(minute)) {
                    callNext(window, waiting, minute, free);
                }
            }
            minute = minute.plus(Duration.ofMinutes(1));
        }
    }

    private void callNext(
            HallPlan.PlannedWindow window, List<Came> waiting, Instant minute, Map<Integer, Instant> free) {
        for (var one : waiting) {
            if (!window.lines().contains(one.line)) {
                continue;
            }
            one.window = window.number();
            one.called = minute.plusSeconds(random.nextInt(20));
            one.missed = random.nextInt(100) < MISS;
            if (one.missed) {
                one.ended = minute.plusSeconds(120);
            } else {
                var usual = plan.line(one.line).minutes() * 60;
                one.started = one.called.plusSeconds(20 + random.nextInt(60));
                one.ended = one.started.plusSeconds(usual / 2 + random.nextInt(usual));
            }
            free.put(window.number(), one.ended.plusSeconds(random.nextInt(90)));
            waiting.remove(one);
            return;
        }
    }
}
