package org.tongqu.engines.packs;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.tongqu.engines.cases.Actor;
import org.tongqu.engines.cases.CaseCommand;
import org.tongqu.engines.cases.CaseState;
import org.tongqu.engines.cases.Cases;
import org.tongqu.engines.cases.Moment;
import org.tongqu.engines.packs.Notice.Channel;
import org.tongqu.engines.packs.Notice.Point;
import org.tongqu.engines.packs.Notice.To;
import org.tongqu.kernel.data.Datum;
import org.tongqu.kernel.text.Label;
import org.tongqu.kernel.text.Language;
import org.tongqu.kernel.time.WorkingCalendar;

/** FEATURE: an act tells those it concerns, and nobody else, what the pack says. */
class NoticesTest {

    private static final Pack PACK = RealPacks.read().packs().getFirst();
    private static final Datum.Fields NO_FACTS = new Datum.Fields(Map.of());
    private static final WorkingCalendar CALENDAR = WorkingCalendar.of("plain", Set.of(2026), List.of());
    private static final Moment NOW = new Moment(Instant.parse("2026-03-02T02:00:00Z"), CALENDAR);
    private static final Actor APPLICANT = Actor.applicant("a-1", "林若溪");
    private static final Actor FIRST = officer("first");
    private static final Actor SECOND = officer("second");

    private static Actor officer(String id) {
        return Actor.officer(id, id, "office", Set.of("acceptor", "reviewer", "decider"));
    }

    private static Notices.Act act(CaseState before, CaseCommand command, Actor actor) {
        var events = Cases.decide(PACK.process(), before, command, actor, NOW).orElseThrow();
        return new Notices.Act(before, events, Cases.replay(PACK.process(), before, events));
    }

    private static Notices.Act opened() {
        return act(CaseState.none(), new CaseCommand.Open("c", PACK.clocks(), NO_FACTS, "a-1", "office"), APPLICANT);
    }

    private static Notices.Act completed(CaseState before, String outcome, String reason, Actor actor) {
        var task = before.openTasks().getFirst().id();
        return act(before, new CaseCommand.Complete(task, outcome, reason, NO_FACTS), actor);
    }

    private static Notice notice(Point at, To to, List<FactField> values, String text) {
        return new Notice("n", at, to, Set.of(Channel.SITE), Label.same("t"), Label.same(text), values);
    }

    private static FactField value(String name, String from, FactField.Show show) {
        return new FactField(name, Label.same(name), from, show, Optional.empty());
    }

    @Test
    void anActThatComesToNoPointTellsNothing() {
        assertThat(Notices.due(PACK, opened().events())).isEmpty();
    }

    @Test
    void theApplicantIsToldWhatToPutRightByWhenAndWhy() {
        var asked = completed(opened().after(), "supplement", "章程缺少签名", FIRST);

        var due = Notices.due(PACK, asked.events());
        var told = Notices.told(due.getFirst(), asked, Datum.empty().with("case.receipt", Datum.of("R-1")));
        var said = Notices.say(PACK, told.notice(), told.values(), Language.ZH, code -> code);

        assertThat(due).extracting(Notice::id).containsExactly("supplement-asked");
        assertThat(told.recipients()).containsExactly("a-1");
        assertThat(said.text()).contains("章程缺少签名", "R-1", "2026年4月13日").doesNotContain("{");
    }

    @Test
    void thoseWhoWorkedOnTheCaseAreToldButNotWhoActed() {
        var accepted = completed(opened().after(), "accept", "", FIRST);
        var claimed = act(
                accepted.after(),
                new CaseCommand.Claim(accepted.after().openTasks().getFirst().id()),
                SECOND);
        var withdrawn = act(claimed.after(), new CaseCommand.Withdraw("不办了"), APPLICANT);
        var reviewed = completed(claimed.after(), "pass", "", SECOND);
        var toHandlers = notice(new Point.Ended("withdrawn"), To.HANDLERS, List.of(), "x");

        assertThat(Notices.told(toHandlers, withdrawn, Datum.empty()).recipients())
                .containsExactlyInAnyOrder("first", "second");
        assertThat(Notices.told(toHandlers, reviewed, Datum.empty()).recipients())
                .containsExactly("first");
    }

    @Test
    void whatIsMaskedIsKeptMasked() {
        var notice = notice(
                new Point.Opened(),
                To.APPLICANT,
                List.of(value("phone", "answers.phone", FactField.Show.MASKED)),
                "{phone}");

        var told = Notices.told(notice, opened(), Datum.empty().with("answers.phone", Datum.of("13800000001")));

        assertThat(told.values().text("phone")).contains("1*********1");
        assertThat(Notices.say(PACK, notice, told.values(), Language.EN, code -> code)
                        .text())
                .isEqualTo("1*********1");
    }

    @Test
    void aValueThatIsNotKnownLeavesADashAndNoName() {
        var notice = notice(
                new Point.Opened(),
                To.APPLICANT,
                List.of(value("why", "act.reason", FactField.Show.TEXT)),
                "{why}/{other} $1");

        var told = Notices.told(notice, opened(), Datum.empty());

        assertThat(Notices.say(PACK, notice, told.values(), Language.ZH, code -> code)
                        .text())
                .isEqualTo("—/— $1");
    }

    @Test
    void aPointIsMetByItsOwnTaskAndOutcomeAlone() {
        var accepted = completed(opened().after(), "accept", "", FIRST);

        assertThat(Notices.due(PACK, accepted.events())).extracting(Notice::id).containsExactly("accepted");
    }
}
