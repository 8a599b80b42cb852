package org.tongqu.platform.matter.hall.internal;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tongqu.platform.matter.hall.HallPlan;
import org.tongqu.platform.operate.store.CopyStream;

/** Copies the days of the demo's halls into their tables, as far as they have come. */
@Component
class HallCopy {

    private static final int CODES = 100_000_000;
    private static final int STEP = 39_916_801;

    private final CopyStream copy;

    HallCopy(CopyStream copy) {
        this.copy = copy;
    }

    record Day(HallPlan plan, LocalDate day, DemoDay.Course course) {

        String hall() {
            return plan.hall().code();
        }

        UUID id(int booking) {
            return UUID.nameUUIDFromBytes(
                    ("hall " + hall() + " " + day + " " + booking).getBytes(StandardCharsets.UTF_8));
        }
    }

    record Visitor(String account, String name) {}

    /** Who booked as the so-manieth of the day. */
    interface Visitors {
        Visitor at(int index);
    }

    void write(Day day, Visitors visitors, Instant now) {
        writeSlots(day);
        writeAppointments(day, visitors, now);
        var came = day.course().came().stream()
                .filter(one -> !one.taken.isAfter(now))
                .toList();
        if (came.isEmpty()) {
            return;
        }
        try (var rows = copy.into("hall.day_count (hall, day, last)")) {
            rows.text(day.hall()).day(day.day()).number(came.size()).end();
            rows.finish();
        }
        writeTickets(day, came, now);
    }

    private void writeSlots(Day day) {
        var booked = new HashMap<HallPlan.PlannedSlot, Integer>();
        day.course().bookings().forEach(booking -> booked.merge(booking.slot(), 1, Integer::sum));
        try (var rows = copy.into("hall.slot (hall, line, day, starts, ends, places, booked)")) {
            booked.forEach((slot, taken) -> rows.text(day.hall())
                    .text(slot.line())
                    .day(day.day())
                    .text(slot.starts().toString())
                    .text(slot.ends().toString())
                    .number(slot.places())
                    .number(taken)
                    .end());
            rows.finish();
        }
    }

    private void writeAppointments(Day day, Visitors visitors, Instant now) {
        var bookings = day.course().bookings();
        try (var rows = copy.into("hall.appointment (id, hall, line, day, starts, ends, ends_at, account, name, code,"
                + " state, version, booked_at, changed_at)")) {
            for (int i = 0; i < bookings.size(); i++) {
                var slot = bookings.get(i).slot();
                var comes = bookings.get(i).comes();
                var arrived = comes != null && !comes.isAfter(now);
                var visitor = visitors.at(i);
                var booked = SlotStore.at(day.day().minusDays(2), LocalTime.NOON);
                rows.text(day.id(i).toString())
                        .text(day.hall())
                        .text(slot.line())
                        .day(day.day())
                        .text(slot.starts().toString())
                        .text(slot.ends().toString())
                        .moment(SlotStore.at(day.day(), slot.ends()))
                        .text(visitor.account())
                        .text(visitor.name())
                        .text(AppointmentStore.code((int) (((long) i + 1) * STEP % CODES)))
                        .text(arrived ? "arrived" : "booked")
                        .number(arrived ? 2 : 1)
                        .moment(booked.isAfter(now) ? now : booked)
                        .moment(arrived ? comes : booked.isAfter(now) ? now : booked)
                        .end();
            }
            rows.finish();
        }
    }

    private void writeTickets(Day day, List<DemoDay.Came> came, Instant now) {
        try (var rows = copy.into("hall.ticket (hall, day, number, token, line, appointment, taken_at, due_at, state,"
                + " window_no, calls, called_at, started_at, ended_at)")) {
            for (int number = 1; number <= came.size(); number++) {
                var one = came.get(number - 1);
                var called = until(one.called, now);
                var ended = until(one.ended, now);
                rows.text(day.hall())
                        .day(day.day())
                        .number(number)
                        .text(day.id(-number).toString())
                        .text(one.line)
                        .text(one.booking < 0 ? null : day.id(one.booking).toString())
                        .moment(one.taken)
                        .moment(one.due)
                        .text(state(one, now))
                        .text(called == null ? null : String.valueOf(one.window))
                        .number(called == null ? 0 : 1)
                        .moment(called)
                        .moment(until(one.started, now))
                        .moment(ended)
                        .end();
            }
            rows.finish();
        }
    }

    private static String state(DemoDay.Came one, Instant now) {
        if (until(one.called, now) == null) {
            return "waiting";
        }
        if (until(one.ended, now) != null) {
            return one.missed ? "missed" : "served";
        }
        return until(one.started, now) == null ? "called" : "serving";
    }

    private static @Nullable Instant until(@Nullable Instant at, Instant now) {
        return at == null || at.isAfter(now) ? null : at;
    }
}
