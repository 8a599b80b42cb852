package org.tongqu.engines.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.tongqu.engines.cases._support.Drawn;
import org.tongqu.engines.cases._support.Played;
import org.tongqu.kernel.Outcome;
import org.tongqu.kernel.time.Limit;
import org.tongqu.kernel.time.SpecialDay;
import org.tongqu.kernel.time.WorkingCalendar;

/** FEATURE: a clock is given more time by whom, as often and by as much as its rule says; another calendar counts it anew. */
class ProlongingTest {

    private static final Limit THREE = Limit.workingDays(3);

    /** Promised: 10 working days from Monday 2 March, so until Monday 16 March. */
    private final Played licence = new Played(Drawn.process(Drawn.LICENCE))
            .on("2026-03-02 09:00")
            .does(Played.open(), Played.WANG)
            .completes("accept", "accept", Played.LI);

    @Test
    void theHeadOfTheOfficeGivesMoreTimeAndSaysWhy() {
        licence.on("2026-03-04 10:00").does(prolong("promised", THREE), Played.ZHAO);

        var clock = licence.clock("promised");
        assertThat(clock.dueAt()).isEqualTo(Played.at("2026-03-20 00:00"));
        assertThat(clock.limit()).isEqualTo(Limit.workingDays(13));
        assertThat(clock.prolonged())
                .containsExactly(new RunningClock.Prolonged(THREE, "赵核准", Played.at("2026-03-04 10:00"), "情形复杂", "条例"));
    }

    @Test
    void whatIsGivenCountsAfterAStopToo() {
        licence.on("2026-03-04 10:00")
                .does(new CaseCommand.Suspend("司法冻结", "行政法规"), Played.PLATFORM)
                .on("2026-03-09 10:00")
                .does(new CaseCommand.Resume("解除"), Played.PLATFORM);
        assertThat(licence.clock("promised").dueAt()).isEqualTo(Played.at("2026-03-21 00:00"));

        licence.does(prolong("promised", THREE), Played.ZHAO);

        assertThat(licence.clock("promised").dueAt()).isEqualTo(Played.at("2026-03-26 00:00"));
        assertThat(licence.clock("promised").spent().days()).isEqualTo(1);
    }

    @Test
    void whatIsGivenToAClockThatStandsStillCountsWhenItResumes() {
        var correcting = new Played(Drawn.process(Drawn.LICENCE))
                .on("2026-03-02 09:00")
                .does(Played.open(), Played.WANG)
                .completes("accept", "accept", Played.LI);
        var decide = correcting.task("decide").id();
        correcting
                .on("2026-03-04 10:00")
                .does(new CaseCommand.AskSupplement(decide, List.of("name"), List.of(), "缺", ""), Played.ZHAO)
                .does(prolong("promised", THREE), Played.ZHAO);
        var answer = correcting.state().tiedTo(decide).getFirst();

        correcting.on("2026-03-09 10:00").does(Played.complete(answer.id(), "resubmit"), Played.WANG);

        assertThat(correcting.clock("promised").dueAt()).isEqualTo(Played.at("2026-03-26 00:00"));
    }

    @Test
    void nobodyElseMayAndNobodyMayMore() {
        licence.on("2026-03-04 10:00");
        assertThat(licence.decide(prolong("promised", THREE), Played.LI))
                .isEqualTo(Outcome.refused(new CaseRefusal.NotYours("role:decider", Played.OFFICE)));
        assertThat(licence.decide(prolong("promised", THREE), Played.WANG))
                .isEqualTo(Outcome.refused(new CaseRefusal.NotYours("role:decider", Played.OFFICE)));
        assertThat(licence.decide(prolong("promised", Limit.workingDays(4)), Played.ZHAO))
                .isEqualTo(Outcome.refused(new CaseRefusal.TooMuch(THREE)));
        assertThat(licence.decide(prolong("promised", new Limit(2, Limit.Unit.NATURAL_DAYS)), Played.ZHAO))
                .isEqualTo(Outcome.refused(new CaseRefusal.TooMuch(THREE)));
        assertThat(licence.decide(new CaseCommand.Prolong("promised", THREE, " "), Played.ZHAO))
                .isEqualTo(Outcome.refused(new CaseRefusal.ReasonMissing("prolong")));
        assertThat(licence.decide(prolong("total", THREE), Played.ZHAO))
                .isEqualTo(Outcome.refused(new CaseRefusal.NotProlongable("total")));
        assertThat(licence.decide(prolong("acceptance", THREE), Played.ZHAO))
                .isEqualTo(Outcome.refused(new CaseRefusal.NoSuchClock("acceptance")));
    }

    @Test
    void asOftenAsTheRuleSaysAndNotOnceItIsTooLate() {
        licence.on("2026-03-04 10:00")
                .does(prolong("promised", THREE), Played.ZHAO)
                .does(prolong("promised", THREE), Played.ZHAO);
        assertThat(licence.decide(prolong("promised", THREE), Played.ZHAO))
                .isEqualTo(Outcome.refused(new CaseRefusal.ProlongedBefore("赵核准", Played.at("2026-03-04 10:00"))));

        var late = new Played(Drawn.process(Drawn.LICENCE))
                .on("2026-03-02 09:00")
                .does(Played.open(), Played.WANG)
                .completes("accept", "accept", Played.LI)
                .on("2026-03-17 00:00");
        assertThat(late.decide(prolong("promised", THREE), Played.ZHAO))
                .isEqualTo(Outcome.refused(new CaseRefusal.TooLateToProlong(Played.at("2026-03-17 00:00"))));
    }

    @Test
    void anotherCalendarMovesTheDayAndSaysByWhichEdition() {
        licence.on("2026-03-04 10:00").by(without("2026-03-12")).does(new CaseCommand.Recount(), Played.PLATFORM);

        assertThat(licence.clock("promised").dueAt()).isEqualTo(Played.at("2026-03-18 00:00"));
        assertThat(licence.clock("promised").calendarEdition()).isEqualTo("changed");
        assertThat(licence.clock("total").calendarEdition()).isEqualTo(Played.CALENDAR.edition());
        assertThat(licence.events().stream().filter(CaseEvent.ClockRecounted.class::isInstance))
                .hasSize(1);

        licence.does(new CaseCommand.Recount(), Played.PLATFORM);
        assertThat(licence.events().stream().filter(CaseEvent.ClockRecounted.class::isInstance))
                .hasSize(1);
    }

    @Test
    void theEditionIsThatOfTheYearsCountedAndNotTheNewest() {
        var years = Map.of(2026, "notice of 2025", 2027, "notice of 2026");
        var joined = WorkingCalendar.joined("notice of 2026", years, List.of());
        licence.by(joined).on("2026-03-04 10:00").does(prolong("promised", THREE), Played.ZHAO);
        var over = new Played(Drawn.process(Drawn.LICENCE))
                .by(joined)
                .on("2026-12-29 09:00")
                .does(Played.open(), Played.WANG);

        assertThat(licence.clock("promised").calendarEdition()).isEqualTo("notice of 2025");
        assertThat(over.clock("acceptance").calendarEdition()).isEqualTo("notice of 2025, notice of 2026");
        assertThat(opened(over).calendarEdition()).contains("notice of 2025");
    }

    private static CaseEvent.TaskOpened opened(Played played) {
        return played.events().stream()
                .filter(CaseEvent.TaskOpened.class::isInstance)
                .map(CaseEvent.TaskOpened.class::cast)
                .findFirst()
                .orElseThrow();
    }

    private static CaseCommand prolong(String clock, Limit more) {
        return new CaseCommand.Prolong(clock, more, "情形复杂");
    }

    private static WorkingCalendar without(String day) {
        var days = new HashSet<>(Played.CALENDAR.days());
        days.add(new SpecialDay(
                Played.at(day + " 00:00").atZone(WorkingCalendar.ZONE).toLocalDate(), SpecialDay.Kind.HOLIDAY, "休"));
        return WorkingCalendar.of("changed", Set.of(2026), days);
    }
}
