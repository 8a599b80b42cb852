package org.tongqu.platform.matter.hall.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.tongqu.kernel.identity.DivisionCode;
import org.tongqu.kernel.text.Label;
import org.tongqu.platform.matter.hall.Hall;
import org.tongqu.platform.matter.hall.HallPlan;

class DemoDayTest {

    private static final LocalDate MONDAY = LocalDate.of(2026, 11, 23);

    @Test
    void whenTheOnlyClerkGetsUpNobodyIsLeftAtTheWindow() {
        int stood = 0;
        for (int minute = 0; minute < 10 * 60; minute++) {
            var now = SlotStore.at(MONDAY, LocalTime.of(9, 0)).plusSeconds(minute * 60L + 30);
            var course = course();
            var waiting = course.came().stream().filter(one -> waits(one, now)).count();
            stood +=
                    (int) course.came().stream().filter(one -> stands(one, now)).count();

            course.getUp(now);

            assertThat(course.came()).noneMatch(one -> stands(one, now));
            assertThat(course.came().stream().filter(one -> waits(one, now))).hasSize((int) waiting);
        }
        assertThat(stood).as("somebody stood there before").isPositive();
    }

    private static DemoDay.Course course() {
        var seat = new Hall.Seat(new DivisionCode("999901001001"), "999901001001", Optional.empty(), "1");
        var plan = DemoTables.plan(Hall.Level.COMMUNITY, "999901001001", new Label("便民服务站", "Station"), seat);
        return new DemoDay(plan, MONDAY, HallPlan.DayKind.WORKING, Set.of(1), new SplittableRandom(1)).course();
    }

    private static boolean stands(DemoDay.Came one, Instant now) {
        return one.called != null && !one.called.isAfter(now) && one.ended != null && one.ended.isAfter(now);
    }

    private static boolean waits(DemoDay.Came one, Instant now) {
        return !one.taken.isAfter(now) && (one.called == null || one.called.isAfter(now));
    }
}
