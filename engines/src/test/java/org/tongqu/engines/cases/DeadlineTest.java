package org.tongqu.engines.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tongqu.engines.cases._support.Drawn;
import org.tongqu.engines.cases._support.Played;
import org.tongqu.kernel.Outcome;
import org.tongqu.kernel._support.Property;
import org.tongqu.kernel.time.Limit;

/**
 * FEATURE: limits run by working days, stand still while the applicant corrects, and turn yellow before they are late.
 *
 * <p>2026: Spring Festival off from 15 to 23 February; 14 and 28 February are Saturdays that are worked.
 */
class DeadlineTest {

    /** Due is the midnight after the last day; yellow from the morning of the day in which 80 % are passed. */
    @ParameterizedTest
    @CsvSource(textBlock = """
            # limit,         started,          yellow from,      too late from
            5 working days,  2026-03-02 09:00, 2026-03-09 00:00, 2026-03-10 00:00
            5 working days,  2026-02-11 09:00, 2026-02-25 00:00, 2026-02-26 00:00
            1 working day,   2026-02-13 18:00, 2026-02-14 00:00, 2026-02-15 00:00
            1 working day,   2026-02-14 09:00, 2026-02-24 00:00, 2026-02-25 00:00
            2 working days,  2026-02-16 09:00, 2026-02-25 00:00, 2026-02-26 00:00
            3 working days,  2026-02-26 09:00, 2026-03-02 00:00, 2026-03-03 00:00
            15 working days, 2026-03-02 09:00, 2026-03-19 00:00, 2026-03-24 00:00
            0 working days,  2026-03-02 09:00, 2026-03-02 09:00, 2026-03-03 00:00
            10 days,         2026-02-11 09:00, 2026-02-20 00:00, 2026-02-25 00:00
            15 days,         2026-03-02 09:00, 2026-03-15 00:00, 2026-03-18 00:00
            24 hours,        2026-02-16 09:00, 2026-02-17 04:12, 2026-02-17 09:00
            """)
    void aLimitRunsByTheCalendar(String limit, String started, String warn, String due) {
        var deadline = Deadline.of(limit(limit), 80, Spent.NOTHING, Played.at(started), Played.CALENDAR)
                .orElseThrow();

        assertThat(deadline.dueAt()).isEqualTo(Played.at(due));
        assertThat(deadline.warnAt()).isEqualTo(Played.at(warn));
        assertThat(deadline.edition()).isEqualTo(limit.endsWith("hours") ? "" : Played.CALENDAR.edition());
    }

    /**
     * A day is used only when the clock ran through the whole of it: neither the day of the start, nor that of the stop,
     * nor that of the resumption.
     */
    @ParameterizedTest
    @CsvSource(textBlock = """
            # limit,         started,          stopped,          used, resumed,          too late from
            # stopped the same day, resumed a week later: nothing used, five days from there
            5 working days,  2026-03-02 09:00, 2026-03-02 16:00, 0,    2026-03-09 10:00, 2026-03-17 00:00
            # stopped on the third day: only the 3rd was used in full
            5 working days,  2026-03-02 09:00, 2026-03-04 10:00, 1,    2026-03-09 10:00, 2026-03-14 00:00
            # stopped and resumed on one day: that day is the office's to keep
            5 working days,  2026-03-02 09:00, 2026-03-04 10:00, 1,    2026-03-04 15:00, 2026-03-11 00:00
            # stopped on the last day: one day is left, never none
            5 working days,  2026-03-02 09:00, 2026-03-09 17:00, 4,    2026-03-20 09:00, 2026-03-24 00:00
            # over the Spring Festival: the worked Saturday 14 February is used, the holiday is not
            5 working days,  2026-02-11 09:00, 2026-02-24 09:00, 3,    2026-02-26 09:00, 2026-03-01 00:00
            # stopped on a worked Saturday, resumed on a day off: counts on from the 24th
            5 working days,  2026-02-12 09:00, 2026-02-14 09:00, 1,    2026-02-18 09:00, 2026-02-28 00:00
            # started on a day off, stopped on another: nothing was used
            3 working days,  2026-02-15 09:00, 2026-02-20 09:00, 0,    2026-02-24 09:00, 2026-02-28 00:00
            # the stop and the resumption both within the holiday leave everything as it was
            5 working days,  2026-02-13 09:00, 2026-02-16 09:00, 1,    2026-02-20 09:00, 2026-02-28 00:00
            # natural days count holidays, and a last day off moves to the next worked one
            10 days,         2026-03-02 09:00, 2026-03-06 09:00, 3,    2026-03-14 09:00, 2026-03-24 00:00
            # overdue when it stopped: it stays overdue
            2 working days,  2026-03-02 09:00, 2026-03-05 00:00, 2,    2026-03-20 09:00, 2026-03-05 00:00
            """)
    void aStoppedClockGoesOnWithWhatIsLeft(
            String limit, String started, String stopped, int used, String resumed, String due) {
        var clocks = Clocks.of(
                Played.clock("acceptance", limit(limit)),
                Played.clock("promised", Limit.workingDays(1)),
                Played.clock("total", limit(limit)));
        var played = new Played(Drawn.process(Drawn.LICENCE))
                .on(started)
                .does(Played.open(clocks, Map.of()), Played.WANG)
                .on(stopped)
                .completes("accept", "correct", Played.LI);

        assertThat(clock(played, "acceptance").status()).isEqualTo(RunningClock.Status.STOPPED);
        assertThat(clock(played, "acceptance").spent().days()).isEqualTo(used);

        played.on(resumed).completes("correct", "resubmit", Played.WANG);

        assertThat(clock(played, "acceptance").status()).isEqualTo(RunningClock.Status.RUNNING);
        assertThat(clock(played, "acceptance").dueAt()).isEqualTo(Played.at(due));
        assertThat(clock(played, "total").dueAt()).isEqualTo(Played.at(due));
    }

    @Test
    void twoStopsUseUpTogetherWhatTheyLeft() {
        var played = new Played(Drawn.process(Drawn.LICENCE))
                .on("2026-03-02 09:00")
                .does(Played.open(), Played.WANG)
                .on("2026-03-04 10:00")
                .completes("accept", "correct", Played.LI)
                .on("2026-03-09 10:00")
                .completes("correct", "resubmit", Played.WANG)
                .on("2026-03-12 10:00")
                .completes("accept", "correct", Played.LI);

        assertThat(clock(played, "acceptance").spent()).isEqualTo(new Spent(3, Duration.ZERO));

        played.on("2026-03-16 10:00").completes("correct", "resubmit", Played.WANG);

        assertThat(clock(played, "acceptance").dueAt()).isEqualTo(Played.at("2026-03-19 00:00"));
        assertThat(clock(played, "acceptance").warnAt()).isEqualTo(Played.at("2026-03-18 00:00"));
    }

    @Test
    void hoursAreUsedToTheSecond() {
        var limit = new Limit(24, Limit.Unit.HOURS);
        var spent = Deadline.spent(limit, Played.at("2026-02-16 09:00"), Played.at("2026-02-16 15:30"), Played.CALENDAR)
                .orElseThrow();

        assertThat(spent).isEqualTo(new Spent(0, Duration.ofMinutes(390)));
        assertThat(Deadline.of(limit, 50, spent, Played.at("2026-02-20 00:00"), Played.CALENDAR))
                .isEqualTo(
                        Outcome.done(new Deadline(Played.at("2026-02-20 17:30"), Played.at("2026-02-20 05:30"), "")));
    }

    @Test
    void whatIsEndedInTimeIsTold_alsoWhenItStoodStill() {
        var played = new Played(Drawn.process(Drawn.LICENCE))
                .on("2026-03-02 09:00")
                .does(Played.open(), Played.WANG)
                .on("2026-03-04 10:00")
                .completes("accept", "correct", Played.LI)
                .on("2026-03-30 09:00")
                .does(new CaseCommand.Withdraw("不办了"), Played.WANG);

        assertThat(clock(played, "acceptance").ended().orElseThrow().onTime()).isTrue();
    }

    @Test
    void whatIsEndedTooLateIsTold() {
        var played = new Played(Drawn.process(Drawn.LICENCE))
                .on("2026-03-02 09:00")
                .does(Played.open(), Played.WANG)
                .on("2026-03-10 00:00")
                .completes("accept", "accept", Played.LI);

        assertThat(clock(played, "acceptance").ended().orElseThrow().onTime()).isFalse();
        assertThat(clock(played, "promised").status()).isEqualTo(RunningClock.Status.RUNNING);
    }

    @Test
    void stoppingNeverBringsADeadlineNearer() {
        Property.holds(300, random -> {
            var limit = new Limit(random.nextInt(20), Limit.Unit.values()[random.nextInt(3)]);
            var start = Played.at("2026-01-05 00:00").plus(Duration.ofMinutes(random.nextInt(150_000)));
            var stop = start.plus(Duration.ofMinutes(random.nextInt(15_000)));
            var resume = stop.plus(Duration.ofMinutes(random.nextInt(15_000)));
            var without = Deadline.of(limit, 80, Spent.NOTHING, start, Played.CALENDAR)
                    .orElseThrow();

            var spent = Deadline.spent(limit, start, stop, Played.CALENDAR).orElseThrow();
            var after = Deadline.of(limit, 80, spent, resume, Played.CALENDAR).orElseThrow();

            assertThat(after.warnAt()).isBetween(resume, after.dueAt());
            if (stop.isBefore(without.dueAt())) {
                assertThat(after.dueAt()).isAfterOrEqualTo(without.dueAt());
            }
        });
    }

    private static RunningClock clock(Played played, String name) {
        return Objects.requireNonNull(played.state().clocks().get(name));
    }

    private static Limit limit(String text) {
        return Limit.parse(text).orElseThrow();
    }
}
