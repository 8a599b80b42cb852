package org.tongqu.platform.matter.ratings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.tongqu.engines.cases.CaseCommand;
import org.tongqu.engines.supervision.Level;
import org.tongqu.kernel.Outcome;
import org.tongqu.kernel.time.WorkingCalendar;
import org.tongqu.platform.matter._support.Together;
import org.tongqu.platform.matter._support.Town;
import org.tongqu.platform.matter.casework.Casework;
import org.tongqu.platform.matter.notices.NoticeBox;
import org.tongqu.platform.matter.supervision.FindingFilter;
import org.tongqu.platform.matter.supervision.FindingRow;
import org.tongqu.platform.matter.supervision.Findings;
import org.tongqu.platform.matter.supervision.internal.Lookout;
import org.tongqu.platform.trust.directory.Directory;
import org.tongqu.platform.trust.directory.Organisation;
import org.tongqu.platform.trust.identity.SignedIn;
import org.tongqu.platform.trust.journal.Entry;
import org.tongqu.platform.trust.journal.Journal;

/** FEATURE: applicants rate each contact point once; what is bad is followed up, and who said it stays unknown. */
class RatingsTest {

    private final Town town = Town.fresh();
    private final Ratings ratings = town.bean(Ratings.class);
    private final FollowUps followUps = town.bean(FollowUps.class);
    private final SignedIn.Officer chief = town.officer("chief", Set.of("desk-chief"));
    private final SignedIn.Officer supervisor = town.officer("supervisor", Set.of("supervisor"));
    private final SignedIn.Officer acceptor =
            town.officer(town.pack().roles().getFirst().code());
    private final SignedIn.Citizen applicant = town.citizen();

    private RatedMatter submitted() {
        return matter(town.submitted(applicant).caseId());
    }

    private RatedMatter matter(String caseId) {
        var view = town.bean(Casework.class).findCase(applicant, caseId).orElseThrow();
        return new RatedMatter(view, 1, applicant.doer());
    }

    private static Given given(Point point, Grade grade) {
        return new Given(point, Channel.WEB, grade, Set.of("slow"), "等了很久", "13900000000");
    }

    private FollowUp bad(RatedMatter matter) {
        ratings.rate(matter, given(Point.SUBMISSION, Grade.DISSATISFIED)).orElseThrow();
        return followUp(matter);
    }

    private FollowUp followUp(RatedMatter matter) {
        return ratings.of(matter).given().getFirst().answer().orElseThrow().followUp();
    }

    private void answered(SignedIn.Officer who, FollowUp open) {
        followUps.call(who, open.id(), "电话里说窗口没有人").orElseThrow();
        followUps
                .verify(who, open.id(), new FollowUps.Said(Optional.of(FollowUpStep.Verdict.FOUNDED), "调了当天的录像"))
                .orElseThrow();
        followUps.answer(who, open.id(), "已经增加一个窗口").orElseThrow();
    }

    private List<FindingRow> ignored() {
        var today = LocalDate.now(town.bean(Clock.class));
        var filter = FindingFilter.between(today, today.plusYears(1)).by("ignored-rating");
        return town.bean(Findings.class).page(chief, filter, Optional.empty()).rows();
    }

    @Test
    void aBadRatingIsCalledBackVerifiedPutRightAndAnsweredAndTheApplicantHasTheLastWord() {
        var matter = submitted();
        var open = bad(matter);
        assertThat(open.state()).isEqualTo(FollowUp.State.OPEN);
        assertThat(open.addressed()).isEqualTo(town.office().code());
        assertThat(town.bean(NoticeBox.class).page(chief, Optional.empty()).notices())
                .anySatisfy(told -> assertThat(told.href()).contains("/desk/ratings/" + open.id()));

        var file = followUps.find(chief, open.id()).orElseThrow();
        assertThat(file.may()).containsExactlyInAnyOrder(FollowUpFile.May.CALL, FollowUpFile.May.APPEAL);
        assertThat(file.known().orElseThrow().phone()).isEqualTo("13900000000");
        assertThat(followUps.answer(chief, open.id(), "好的"))
                .as("nothing is answered before it was verified")
                .isEqualTo(Outcome.refused(new FollowUpRefusal.NotItsTurn(FollowUp.State.OPEN)));
        answered(chief, open);

        var own = ratings.of(matter).given().getFirst().answer().orElseThrow();
        assertThat(own.words().orElseThrow().words()).isEqualTo("已经增加一个窗口");
        assertThat(own.mayJudge()).isTrue();
        assertThat(town.bean(NoticeBox.class).page(applicant, Optional.empty()).notices())
                .anySatisfy(told -> assertThat(told.words().title().zh()).contains(open.number()));
        followUps
                .judge(matter, Point.SUBMISSION, new FollowUps.Satisfied(FollowUps.Satisfied.Answer.YES, "好"))
                .orElseThrow();
        assertThat(followUp(matter).state()).isEqualTo(FollowUp.State.SETTLED);
        assertThat(followUps.find(chief, open.id()).orElseThrow().steps())
                .extracting(FollowUpStep::kind)
                .containsExactly(
                        FollowUpStep.Kind.OPENED,
                        FollowUpStep.Kind.CALLED,
                        FollowUpStep.Kind.VERIFIED,
                        FollowUpStep.Kind.ANSWERED,
                        FollowUpStep.Kind.CONTENT);
    }

    @Test
    void eachPointIsRatedOnceHoweverManyAskAtTheSameMoment() {
        var matter = submitted();

        var asked = IntStream.range(0, 8)
                .<Callable<Outcome<Rating, RateRefusal>>>mapToObj(number ->
                        () -> ratings.rate(matter, given(Point.GUIDE, Grade.of(number % 5 + 1))))
                .toList();
        var outcomes = Together.all(asked);

        assertThat(outcomes.stream().filter(Outcome.Done.class::isInstance)).hasSize(1);
        assertThat(outcomes.stream().filter(Outcome.Refused.class::isInstance))
                .hasSize(7)
                .allSatisfy(outcome ->
                        assertThat(outcome).isEqualTo(Outcome.refused(new RateRefusal.RatedBefore(Point.GUIDE))));
        assertThat(ratings.of(matter).open()).containsExactly(Point.SUBMISSION);
    }

    @Test
    void aMatterIsRatedAsFarAsItHasCome() {
        var matter = submitted();
        assertThat(ratings.rate(matter, given(Point.RESULT, Grade.SATISFIED)))
                .isEqualTo(Outcome.refused(new RateRefusal.NotOpen(Point.RESULT)));
        assertThat(ratings.rate(matter, given(Point.CORRECTION, Grade.SATISFIED)))
                .isEqualTo(Outcome.refused(new RateRefusal.NotOpen(Point.CORRECTION)));
        var silent = new Given(Point.GUIDE, Channel.WEB, Grade.VERY_DISSATISFIED, Set.of(), " ", "");
        assertThat(ratings.rate(matter, silent)).isEqualTo(Outcome.refused(new RateRefusal.ReasonMissing()));

        var caseId = matter.view().head().caseId();
        town.bean(Casework.class)
                .act(applicant, caseId, new CaseCommand.Withdraw("不办了"))
                .orElseThrow();
        assertThat(ratings.of(matter(caseId)).open())
                .containsExactlyInAnyOrder(Point.GUIDE, Point.SUBMISSION, Point.RESULT);
    }

    @Test
    void whoWorkedOnTheMatterLearnsNeitherWhichItIsNorFollowsItUp() {
        var matter = submitted();
        var caseId = matter.view().head().caseId();
        var both = town.officer(
                "both", Set.of("desk-chief", acceptor.roles().iterator().next()));
        var task = town.bean(Casework.class)
                .findStory(both, caseId)
                .orElseThrow()
                .tasks()
                .getFirst();
        town.complete(both, caseId, task.outcomes().getFirst().code(), "").orElseThrow();
        var open = bad(matter);

        for (var worked : List.of(both, acceptor)) {
            var file = followUps.find(worked, open.id()).orElseThrow();
            assertThat(file.known()).isEmpty();
            assertThat(file.may()).isEmpty();
            assertThat(file
                            + ratings.page(worked, RatingPage.View.ALL, Optional.empty())
                                    .toString())
                    .doesNotContain(
                            matter.view().head().receipt().value(),
                            caseId,
                            applicant.name(),
                            applicant.account(),
                            "13900000000");
        }
        assertThat(followUps.call(both, open.id(), "联系过了"))
                .isEqualTo(Outcome.refused(new FollowUpRefusal.WorkedOnIt()));
        followUps.find(chief, open.id());
        assertThat(town.bean(Journal.class).entries(new Entry.Subject("rating", open.id())).stream()
                        .filter(recorded -> recorded.entry().verb().equals("ratings.open"))
                        .map(recorded -> recorded.entry().who().id()))
                .as("who was told which case it is")
                .containsExactly(chief.staff());
    }

    @Test
    void anIgnoredRatingTurnsYellowAndRedByTimeAloneAndAnAnswerInTimeForgetsTheWarning() {
        var kept = bad(submitted());
        var ignored = bad(submitted());
        var due = ignored.term().dueAt();
        var last = due.minusNanos(1).atZone(WorkingCalendar.ZONE).toLocalDate();

        town.bean(Lookout.class).look(due.minusSeconds(1));
        assertThat(ignored())
                .extracting(row -> row.matter().receipt(), FindingRow::level)
                .containsExactlyInAnyOrder(tuple(kept.number(), Level.YELLOW), tuple(ignored.number(), Level.YELLOW));
        assertThat(ignored())
                .allSatisfy(row -> assertThat(row.foundAt())
                        .isBefore(last.atStartOfDay(WorkingCalendar.ZONE).toInstant()));
        answered(chief, kept);
        assertThat(ignored()).extracting(row -> row.matter().receipt()).containsExactly(ignored.number());

        town.bean(Lookout.class).look(due);
        assertThat(ignored()).singleElement().satisfies(row -> {
            assertThat(row.level()).isEqualTo(Level.RED);
            assertThat(row.foundAt()).isEqualTo(due);
            var evidence =
                    town.bean(Findings.class).evidence(supervisor, row.id()).orElseThrow();
            assertThat(evidence.duty().orElseThrow().href()).isEqualTo("/desk/ratings/" + ignored.id());
        });
    }

    @Test
    void whatAnAnswerDidNotSettleGoesOnceToTheOrganisationAbove() {
        var above = Town.fresh();
        var superior = above.officer("superior", Set.of("desk-chief"));
        var office = town.office();
        town.bean(Directory.class)
                .put(new Organisation(
                        office.code(),
                        office.kind(),
                        office.name(),
                        office.division(),
                        Optional.of(above.office().code()),
                        office.contact()));
        var matter = submitted();
        var no = new FollowUps.Satisfied(FollowUps.Satisfied.Answer.NO, "没有改");
        var open = bad(matter);
        answered(chief, open);

        followUps.judge(matter, Point.SUBMISSION, no).orElseThrow();
        var raised = followUp(matter);
        assertThat(raised.state()).isEqualTo(FollowUp.State.OPEN);
        assertThat(raised.addressed()).isEqualTo(above.office().code());
        assertThat(followUps.call(chief, open.id(), "再打一次"))
                .isEqualTo(Outcome.refused(
                        new FollowUpRefusal.NotTheChief(above.office().code())));
        answered(superior, raised);

        followUps.judge(matter, Point.SUBMISSION, no).orElseThrow();
        assertThat(followUp(matter).state()).isEqualTo(FollowUp.State.DISCONTENT);
    }

    @Test
    void aRatingThatASupervisorFindsMaliciousCountsNoLongerAndARejectedAppealIsOwedAgain() {
        var malicious = bad(submitted());
        var honest = bad(submitted());
        assertThat(tally().bad()).isEqualTo(2);
        for (var open : List.of(malicious, honest)) {
            followUps.call(chief, open.id(), "打过电话").orElseThrow();
            followUps.appeal(chief, open.id(), "同一个人反复提交").orElseThrow();
        }
        assertThat(followUps.uphold(chief, malicious.id(), "同意"))
                .isEqualTo(Outcome.refused(new FollowUpRefusal.NotASupervisor()));

        followUps.uphold(supervisor, malicious.id(), "核实属实").orElseThrow();
        var back = followUps.reject(supervisor, honest.id(), "没有依据").orElseThrow();

        assertThat(tally().bad()).isEqualTo(1);
        assertThat(back.state()).isEqualTo(FollowUp.State.CALLED);
        town.bean(Lookout.class).look(back.term().dueAt());
        assertThat(ignored())
                .extracting(row -> row.matter().receipt(), FindingRow::level)
                .containsExactly(tuple(honest.number(), Level.RED));
    }

    private Figures.Tally tally() {
        return ratings.figures().organisations().getOrDefault(town.office().code(), Figures.Tally.NONE);
    }
}
