package org.tongqu.kernel.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tongqu.kernel.Outcome;
import org.tongqu.kernel._support.Property;

class WorkingCalendarTest {

    private final WorkingCalendar calendar = HolidayNotices.of2025And2026();

    @ParameterizedTest
    @CsvSource(textBlock = """
            2025-01-26, true,  make-up day of the Spring Festival
            2025-01-28, false, eve of the Spring Festival
            2025-02-04, false, its last day
            2025-02-05, true,  the day after
            2025-02-08, true,  make-up day
            2025-04-27, true,  make-up day of Labour Day
            2025-06-02, false, Dragon Boat Festival
            2025-10-08, false, last day of the National Day
            2025-10-11, true,  make-up day
            2026-01-02, false, New Year
            2026-01-04, true,  make-up day
            2026-02-14, true,  make-up day
            2026-02-23, false, last day of the Spring Festival
            2026-02-28, true,  make-up day
            2026-05-09, true,  make-up day
            2026-09-20, true,  make-up day
            2026-09-25, false, Mid-Autumn Festival
            2026-10-07, false, last day of the National Day
            2026-10-10, true,  make-up day
            2026-11-20, true,  a Friday
            2026-11-21, false, a Saturday
            """)
    void offDaysAndMakeUpDaysAreThoseOfTheNotices(LocalDate date, boolean working) {
        assertThat(calendar.isWorkingDay(date)).isEqualTo(Outcome.done(working));
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            2026-02-12,  1, 2026-02-13
            2026-02-13,  1, 2026-02-14
            2026-02-13,  2, 2026-02-24
            2026-02-16,  5, 2026-02-28
            2026-09-30,  3, 2026-10-10
            2026-11-20,  0, 2026-11-20
            2026-11-21,  0, 2026-11-21
            2026-11-21,  1, 2026-11-23
            2025-12-31, 20, 2026-01-29
            """)
    void theFirstDayIsNotCounted(LocalDate from, int days, LocalDate last) {
        assertThat(calendar.plusWorkingDays(from, days)).isEqualTo(Outcome.done(last));
    }

    @Test
    void aYearWithoutDataIsRefusedNeverGuessed() {
        var noData = Outcome.refused(new YearWithoutData(2027));

        assertThat(calendar.isWorkingDay(LocalDate.of(2027, 3, 3))).isEqualTo(noData);
        assertThat(calendar.plusWorkingDays(LocalDate.of(2026, 12, 30), 2)).isEqualTo(noData);
        assertThat(calendar.plusWorkingDays(LocalDate.of(2026, 12, 30), 1))
                .isEqualTo(Outcome.done(LocalDate.of(2026, 12, 31)));
        assertThat(calendar.workingDaysBetween(LocalDate.of(2026, 12, 1), LocalDate.of(2027, 1, 5)))
                .isEqualTo(noData);
        assertThat(calendar.sameOrNextWorkingDay(LocalDate.of(2027, 1, 1))).isEqualTo(noData);
    }

    @Test
    void aGapBetweenCoveredYearsIsNoticed() {
        var gap = WorkingCalendar.of("gap", Set.of(2025, 2027), List.of());

        assertThat(gap.plusWorkingDays(LocalDate.of(2025, 12, 31), 1))
                .isEqualTo(Outcome.refused(new YearWithoutData(2026)));
    }

    @Test
    void daysBetweenUndoDaysAdded_forAnyStartAndCount() {
        Property.holds(300, random -> {
            var from = LocalDate.of(2025, 1, 1).plusDays(random.nextInt(600));
            var count = random.nextInt(60);
            var to = calendar.plusWorkingDays(from, count).orElseThrow();

            assertThat(calendar.workingDaysBetween(from, to)).isEqualTo(Outcome.done(count));
            assertThat(calendar.workingDaysBetween(to, from)).isEqualTo(Outcome.done(-count));
        });
    }

    @Test
    void aTableThatContradictsItselfCannotBeBuilt() {
        var day = new SpecialDay(LocalDate.of(2026, 1, 1), SpecialDay.Kind.HOLIDAY, "元旦");

        assertThatThrownBy(() -> WorkingCalendar.of("e", Set.of(2026), List.of(day, day)))
                .hasMessageContaining("twice");
        assertThatThrownBy(() -> WorkingCalendar.of("e", Set.of(2025), List.of(day)))
                .hasMessageContaining("outside");
        assertThatThrownBy(() -> calendar.plusWorkingDays(LocalDate.of(2026, 1, 1), -1))
                .hasMessageContaining("-1");
    }

    @Test
    void aSpecialDaySaysWhichHolidayItBelongsTo() {
        assertThat(calendar.findDay(LocalDate.of(2026, 2, 28)))
                .contains(new SpecialDay(LocalDate.of(2026, 2, 28), SpecialDay.Kind.WORKDAY, "春节"));
        assertThat(calendar.findDay(LocalDate.of(2026, 3, 2))).isEmpty();
    }
}
