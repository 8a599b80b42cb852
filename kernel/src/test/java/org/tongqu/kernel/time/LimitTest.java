package org.tongqu.kernel.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tongqu.kernel.Outcome;

class LimitTest {

    private final WorkingCalendar calendar = HolidayNotices.of2025And2026();

    @ParameterizedTest
    @CsvSource(textBlock = """
            5 working days,  2026-02-12T16:59, 2026-02-27T00:00, five with the make-up Saturday and without the festival
            1 working day,   2026-11-20T23:59, 2026-11-24T00:00, a Friday night
            0 working days,  2026-11-20T09:00, 2026-11-21T00:00, on the spot
            15 days,         2026-11-02T09:00, 2026-11-18T00:00, ends on a Tuesday
            15 days,         2026-09-17T09:00, 2026-10-09T00:00, ends on 2 October and moves behind the holiday
            10 days,         2026-02-04T09:00, 2026-02-15T00:00, ends on a Saturday on which offices work
            24 hours,        2026-02-14T18:30, 2026-02-15T18:30, runs through the festival
            """)
    void aLimitEndsWhereTheLawSaysSo(String limit, LocalDateTime start, LocalDateTime end) {
        assertThat(Limit.parse(limit).orElseThrow().dueAfter(shanghai(start), calendar))
                .isEqualTo(Outcome.done(shanghai(end)));
    }

    @Test
    void peopleAreToldTheLastDayInTime() {
        var start = shanghai(LocalDateTime.of(2026, 11, 20, 10, 0));

        assertThat(Limit.workingDays(5).dueDate(start, calendar)).isEqualTo(Outcome.done(LocalDate.of(2026, 11, 27)));
        assertThat(new Limit(14, Limit.Unit.HOURS).dueDate(start, calendar))
                .isEqualTo(Outcome.done(LocalDate.of(2026, 11, 20)));
    }

    @Test
    void theDayIsTheDayInChina() {
        // 23:30 on Thursday in London is already Friday in Shanghai
        assertThat(Limit.workingDays(1).dueDate(Instant.parse("2026-11-19T23:30:00Z"), calendar))
                .isEqualTo(Outcome.done(LocalDate.of(2026, 11, 23)));
    }

    @Test
    void aDeadlineInAYearWithoutDataIsRefused() {
        var december = shanghai(LocalDateTime.of(2026, 12, 28, 9, 0));
        var noData = Outcome.refused(new YearWithoutData(2027));

        assertThat(Limit.workingDays(5).dueAfter(december, calendar)).isEqualTo(noData);
        assertThat(new Limit(15, Limit.Unit.NATURAL_DAYS).dueAfter(december, calendar))
                .isEqualTo(noData);
        assertThat(new Limit(100, Limit.Unit.HOURS).dueDate(december, calendar))
                .isEqualTo(Outcome.done(LocalDate.of(2027, 1, 1)));
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            5 working days,   5, WORKING_DAYS
            1 working day,    1, WORKING_DAYS
            20 workdays,     20, WORKING_DAYS
            5个工作日,         5, WORKING_DAYS
            15 days,         15, NATURAL_DAYS
            15日,            15, NATURAL_DAYS
            24 hours,        24, HOURS
            24小时,          24, HOURS
            """)
    void limitsAreReadAsPacksWriteThem(String text, int amount, Limit.Unit unit) {
        var limit = new Limit(amount, unit);

        assertThat(Limit.parse(text)).isEqualTo(Outcome.done(limit));
        assertThat(Limit.parse(limit.toString())).isEqualTo(Outcome.done(limit));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "five working days", "-5 days", "5", "5 weeks", "1.5 hours", "5 working  holidays"})
    void whatIsNotALimitIsRefused(String text) {
        assertThat(Limit.parse(text)).isEqualTo(Outcome.refused(new Limit.Refusal.NotALimit(text)));
    }

    @Test
    void aLimitOfALifetimeIsASlipOfThePen() {
        assertThat(Limit.parse("99999 days")).isEqualTo(Outcome.refused(new Limit.Refusal.TooLong(3660, "99999 days")));
        assertThatThrownBy(() -> Limit.workingDays(-1)).hasMessageContaining("-1");
    }

    private static Instant shanghai(LocalDateTime time) {
        return time.atZone(WorkingCalendar.ZONE).toInstant();
    }
}
