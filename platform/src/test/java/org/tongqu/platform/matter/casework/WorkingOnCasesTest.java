package org.tongqu.platform.matter.casework;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.tongqu.engines.cases.CaseCommand;
import org.tongqu.engines.cases.CaseEvent;
import org.tongqu.engines.cases.CaseRefusal;
import org.tongqu.engines.forms.Forms;
import org.tongqu.kernel.Outcome;
import org.tongqu.kernel.data.Datum;
import org.tongqu.platform._support.StatementCount;
import org.tongqu.platform.matter._support.Posts;
import org.tongqu.platform.matter._support.Together;
import org.tongqu.platform.matter._support.Town;
import org.tongqu.platform.matter.casework.CaseStory.Next;
import org.tongqu.platform.matter.casework.InboxFilter.State;
import org.tongqu.platform.matter.casework.internal.Timers;
import org.tongqu.platform.matter.intake.Intake;
import org.tongqu.platform.matter.intake.SaveRefusal;
import org.tongqu.platform.matter.supervision.LampFilter;
import org.tongqu.platform.matter.supervision.Supervision;
import org.tongqu.platform.trust.identity.SignedIn;
import org.tongqu.platform.trust.journal.Entry;
import org.tongqu.platform.trust.journal.Journal;

/** FEATURE: officers work on cases: one at a time, within their reach, and nothing is lost. */
class WorkingOnCasesTest {

    private static final Datum.Fields NO_FACTS = new Datum.Fields(Map.of());

    private final Town town = Town.fresh();
    private final Casework casework = town.bean(Casework.class);
    private final SignedIn.Officer acceptor = town.officer(firstRole());

    private String firstRole() {
        return town.pack().roles().getFirst().code();
    }

    @Test
    void ofTwoOfficersDecidingAtOnceOneWinsAndTheOtherIsToldByWhom() {
        var colleague = town.officer("colleague", Set.of(firstRole()));
        var caseId = town.submitted(town.citizen()).caseId();
        var task = onlyTask(acceptor, caseId);
        var outcome = task.outcomes().getFirst().code();
        Callable<Outcome<CaseView, ActRefusal>> mine =
                () -> casework.act(acceptor, caseId, new CaseCommand.Complete(task.taskId(), outcome, "?", NO_FACTS));
        Callable<Outcome<CaseView, ActRefusal>> theirs =
                () -> casework.act(colleague, caseId, new CaseCommand.Complete(task.taskId(), outcome, "?", NO_FACTS));

        var outcomes = Together.all(List.of(mine, theirs));

        assertThat(outcomes).filteredOn(one -> one instanceof Outcome.Done).hasSize(1);
        var winner = outcomes.get(0) instanceof Outcome.Done ? acceptor : colleague;
        assertThat(outcomes)
                .filteredOn(one -> one instanceof Outcome.Refused)
                .singleElement()
                .satisfies(refused -> assertThat(reason(refused))
                        .isInstanceOfSatisfying(CaseRefusal.TaskAlreadyDone.class, told -> {
                            assertThat(told.byName()).isEqualTo(winner.name());
                            assertThat(told.outcome()).isEqualTo(outcome);
                        }));
    }

    @Test
    void ofAThousandDecisionsAtOnceOneStandsAndEveryOtherIsToldWhich() {
        var officers = IntStream.range(0, 20)
                .mapToObj(number -> town.officer("colleague-" + number, Set.of(firstRole())))
                .toList();
        var submission = town.submitted(town.citizen());
        var caseId = submission.caseId();
        var task = onlyTask(acceptor, caseId);
        var codes = List.of(task.outcomes().getFirst().code(), asking(acceptor, caseId));

        var outcomes = Together.all(IntStream.range(0, 1000)
                .<Callable<Outcome<CaseView, ActRefusal>>>mapToObj(number -> () -> casework.act(
                        officers.get(number % officers.size()),
                        caseId,
                        new CaseCommand.Complete(task.taskId(), codes.get(number % codes.size()), "?", NO_FACTS)))
                .toList());

        var stands = casework.happened(caseId).stream()
                .filter(CaseEvent.TaskCompleted.class::isInstance)
                .map(CaseEvent.TaskCompleted.class::cast)
                .toList();
        assertThat(stands).hasSize(1);
        assertThat(outcomes).filteredOn(Outcome.Done.class::isInstance).hasSize(1);
        assertThat(outcomes)
                .filteredOn(Outcome.Refused.class::isInstance)
                .hasSize(999)
                .allSatisfy(refused -> assertThat(reason(refused))
                        .isInstanceOfSatisfying(CaseRefusal.TaskAlreadyDone.class, told -> {
                            assertThat(told.byName())
                                    .isEqualTo(stands.getFirst().byName());
                            assertThat(told.outcome())
                                    .isEqualTo(stands.getFirst().outcome());
                        }));
        assertThat(town.bean(Journal.class)
                        .entries(new Entry.Subject("case", submission.receipt().value())))
                .extracting(recorded -> recorded.entry().verb())
                .containsExactly("casework.open", "casework.complete");
    }

    @Test
    void anOfficerOfAnotherOfficeNeitherSeesNorActs() {
        var caseId = town.submitted(town.citizen()).caseId();
        var taskId = onlyTask(acceptor, caseId).taskId();
        var elsewhere = Town.fresh().officer(firstRole());

        assertThat(casework.findCase(elsewhere, caseId)).isEmpty();
        assertThat(casework.findStory(elsewhere, caseId)).isEmpty();
        assertThat(casework.act(elsewhere, caseId, new CaseCommand.Claim(taskId)))
                .isEqualTo(Outcome.refused(new ActRefusal.NoSuchCase()));
        assertThat(casework.inbox(elsewhere, InboxFilter.TO_CLAIM, Optional.empty())
                        .rows())
                .isEmpty();
        assertThat(town.bean(Supervision.class).board(elsewhere, LampFilter.ALL).lines())
                .isEmpty();
    }

    @Test
    void anotherCitizenDoesNotSeeTheCase() {
        var citizen = town.citizen();
        var submission = town.submitted(citizen);

        assertThat(casework.findStory(citizen, submission.caseId())).isPresent();
        assertThat(casework.findStory(town.citizen(), submission.caseId())).isEmpty();
        assertThat(casework.findCase(town.citizen(), submission.receipt())).isEmpty();
    }

    @Test
    void everyCountIsTheLengthOfItsList() {
        for (int i = 0; i < 4; i++) {
            var caseId = town.submitted(town.citizen()).caseId();
            if (i == 0) {
                casework.act(
                        acceptor,
                        caseId,
                        new CaseCommand.Claim(onlyTask(acceptor, caseId).taskId()));
            }
            if (i == 1) {
                town.complete(acceptor, caseId, asking(acceptor, caseId), "请补正");
            }
            if (i == 2) {
                var first = onlyTask(acceptor, caseId).outcomes().getFirst().code();
                town.complete(acceptor, caseId, first, "?");
            }
        }
        for (var state : State.values()) {
            var filter = InboxFilter.TO_CLAIM.in(state);
            var page = casework.inbox(acceptor, filter, Optional.empty());
            assertThat(page.counts().of(state))
                    .as("%s", state)
                    .isEqualTo(page.rows().size());
            for (var lamp : Lamp.values()) {
                var lit = casework.inbox(acceptor, filter.with(lamp), Optional.empty());
                assertThat(page.counts().of(lamp))
                        .as("%s %s", state, lamp)
                        .isEqualTo(lit.rows().size());
                assertThat(lit.rows()).allMatch(row -> row.lamp() == lamp);
                assertThat(lit.counts().of(state))
                        .as("%s under %s", state, lamp)
                        .isEqualTo(lit.rows().size());
            }
        }
        assertThat(casework.inbox(acceptor, InboxFilter.TO_CLAIM.in(State.MINE), Optional.empty())
                        .rows())
                .hasSize(1);
        assertThat(casework.inbox(acceptor, InboxFilter.TO_CLAIM.in(State.WITH_APPLICANT), Optional.empty())
                        .rows())
                .hasSize(1);
        var board = town.bean(Supervision.class).board(acceptor, LampFilter.ALL);
        for (var lamp : Lamp.values()) {
            assertThat(board.of(lamp))
                    .isEqualTo(town.bean(Supervision.class)
                            .rows(acceptor, LampFilter.ALL.with(lamp), Optional.empty())
                            .rows()
                            .size());
        }
    }

    @Test
    void theNextPageBeginsBehindTheLastRow() {
        var titles = new ArrayList<String>();
        for (int i = 0; i < 3; i++) {
            titles.add(town.submitted(town.citizen()).receipt().value());
        }
        var first = casework.inbox(acceptor, InboxFilter.TO_CLAIM, Optional.empty());
        assertThat(first.rows()).extracting(Inbox.Row::receipt).containsExactlyInAnyOrderElementsOf(titles);
        assertThat(first.next()).isEmpty();
        assertThat(casework.inbox(acceptor, InboxFilter.TO_CLAIM.matching(titles.get(1)), Optional.empty())
                        .rows())
                .singleElement()
                .satisfies(row -> assertThat(row.receipt()).isEqualTo(titles.get(1)));
        assertThat(casework.inbox(acceptor, InboxFilter.TO_CLAIM, Optional.of("nonsense'; DROP TABLE"))
                        .rows())
                .hasSize(3);
    }

    @Test
    void aCorrectionOpensWhatItNamesAndNothingElse() {
        var citizen = town.citizen();
        var submission = town.submitted(citizen);
        var caseId = submission.caseId();
        var pages = Forms.visiblePages(town.pack().form(), submission.answers()).stream()
                .filter(page -> page.group().isEmpty() && !page.fields().isEmpty())
                .toList();
        var opened = pages.get(0);
        var named = opened.fields().getFirst().name();
        var facts = new Datum.Fields(Map.of(
                "correction", Datum.empty().with("fields", Datum.of(List.of(Datum.of(named))))));
        var asking = asking(acceptor, caseId);
        casework.act(
                        acceptor,
                        caseId,
                        new CaseCommand.Complete(onlyTask(acceptor, caseId).taskId(), asking, "请补正", facts))
                .orElseThrow();

        var intake = town.bean(Intake.class);
        var draft = intake.findCorrection(citizen, submission.receipt()).orElseThrow();
        assertThat(draft.correction().orElseThrow().fields()).containsExactly(named);
        assertThat(draft.correction().orElseThrow().words()).isEqualTo("请补正");
        assertThat(intake.save(citizen, draft.id(), pages.get(1).id(), Map.of()))
                .isEqualTo(Outcome.refused(new SaveRefusal.NotOpen(pages.get(1).id())));
        assertThat(intake.save(citizen, draft.id(), opened.id(), Posts.of(opened, submission.answers()))
                        .orElseThrow()
                        .draft()
                        .answers())
                .isEqualTo(submission.answers());
        var again = intake.submit(citizen, draft.id(), draft.submitToken()).orElseThrow();
        assertThat(again.round()).isEqualTo(2);
        assertThat(again.materials()).isEqualTo(submission.materials());
        assertThat(onlyTask(acceptor, caseId).can(CaseStory.Act.COMPLETE)).isTrue();
    }

    @Test
    void whoeverDoesNotAnswerInTimeLosesTheMatterAndTheDraft() {
        var citizen = town.citizen();
        var submission = town.submitted(citizen);
        town.complete(acceptor, submission.caseId(), asking(acceptor, submission.caseId()), "请补正");
        assertThat(town.bean(Supervision.class).board(acceptor, LampFilter.ALL).of(Lamp.STOPPED))
                .isEqualTo(1);

        town.bean(Timers.class).fireDue(Instant.now().plus(Duration.ofDays(80)));

        var view = casework.findCase(citizen, submission.receipt()).orElseThrow();
        assertThat(view.standing().isEnded()).isTrue();
        assertThat(town.bean(Intake.class).findCorrection(citizen, submission.receipt()))
                .isEmpty();
        assertThat(casework.findStory(citizen, submission.caseId())
                        .orElseThrow()
                        .lines())
                .extracting(CaseStory.Line::key)
                .contains("story.timer-fired", "story.ended");
    }

    @Test
    void everyActIsInTheJournalWithWhoAndWhy() {
        var submission = town.submitted(town.citizen());
        town.complete(acceptor, submission.caseId(), asking(acceptor, submission.caseId()), "缺少签名");

        var entries = town.bean(Journal.class)
                .entries(new Entry.Subject("case", submission.receipt().value()));

        assertThat(entries)
                .extracting(recorded -> recorded.entry().verb())
                .containsExactly("casework.open", "casework.complete");
        assertThat(entries.getLast().entry().why()).contains("缺少签名");
        assertThat(entries.getLast().entry().who().id()).isEqualTo(acceptor.staff());
    }

    @Test
    void anActAndAPageOfTheInboxNeedFewStatements() throws Exception {
        town.submitted(town.citizen());
        var caseId = town.submitted(town.citizen()).caseId();
        var task = onlyTask(acceptor, caseId);
        casework.inbox(acceptor, InboxFilter.TO_CLAIM, Optional.empty());

        assertThat(StatementCount.during(() -> casework.act(acceptor, caseId, new CaseCommand.Claim(task.taskId()))
                        .orElseThrow()))
                .as("the lock, and all that is written together")
                .isEqualTo(2);
        assertThat(StatementCount.during(() -> casework.act(
                                acceptor,
                                caseId,
                                new CaseCommand.Complete(
                                        task.taskId(),
                                        task.outcomes().getFirst().code(),
                                        "?",
                                        NO_FACTS))
                        .orElseThrow()))
                .as("also who is to be told, and what supervision found: nobody decides so quickly")
                .isLessThanOrEqualTo(4);
        assertThat(StatementCount.during(() -> casework.inbox(acceptor, InboxFilter.TO_CLAIM, Optional.empty())))
                .isLessThanOrEqualTo(3);
        assertThat(StatementCount.during(() -> casework.findStory(acceptor, caseId)))
                .isLessThanOrEqualTo(3);
    }

    private CaseStory.OpenTask onlyTask(SignedIn who, String caseId) {
        return casework.findStory(who, caseId).orElseThrow().tasks().getFirst();
    }

    private String asking(SignedIn who, String caseId) {
        return onlyTask(who, caseId).outcomes().stream()
                .filter(outcome -> outcome.next() == Next.TO_APPLICANT)
                .findFirst()
                .orElseThrow()
                .code();
    }

    private static CaseRefusal reason(Outcome<CaseView, ActRefusal> refused) {
        return refused.fold(
                view -> {
                    throw new AssertionError(view);
                },
                reason -> ((ActRefusal.ByProcess) reason).reason());
    }
}
