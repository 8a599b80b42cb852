package org.tongqu.platform.matter.casework;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.tongqu.engines.cases.CaseCommand;
import org.tongqu.engines.cases.process.Appointment;
import org.tongqu.engines.cases.process.Node;
import org.tongqu.engines.forms.FormPage;
import org.tongqu.engines.packs.Scenario;
import org.tongqu.kernel.data.Datum;
import org.tongqu.kernel.time.WorkingCalendar;
import org.tongqu.platform.matter._support.Town;
import org.tongqu.platform.matter.casework.CaseStory.OpenTask;
import org.tongqu.platform.matter.decisions.Decision;
import org.tongqu.platform.matter.decisions.Decisions;
import org.tongqu.platform.matter.intake.Intake;
import org.tongqu.platform.matter.licences.Licence;
import org.tongqu.platform.matter.licences.Licences;
import org.tongqu.platform.trust.directory.Directory;
import org.tongqu.platform.trust.identity.SignedIn;

/** FEATURE: many organisations permit one project stage by stage, each with a decision and a document of its own. */
class StagedHandlingTest {

    private static final Datum.Fields NO_FACTS = new Datum.Fields(Map.of());

    private final Town town = Town.staged();
    private final Casework casework = town.bean(Casework.class);
    private final SignedIn.Citizen citizen = town.citizen();

    @Test
    void twoBodiesAskAtTheSameTimeAndOneAnswerGoesToBoth() {
        var submission = town.submitted(citizen);
        var caseId = submission.caseId();
        var examined = untilSeveralMayAsk(caseId);
        var first = ask(caseId, examined.get(0), "words-of-the-first");
        var second = ask(caseId, examined.get(1), "words-of-the-second");
        assertThat(open(caseId))
                .extracting(OpenTask::nodeId)
                .hasSize(examined.size() - 2)
                .doesNotContain(first, second);

        var intake = town.bean(Intake.class);
        var draft = intake.findCorrection(citizen, submission.receipt()).orElseThrow();
        assertThat(draft.correction().orElseThrow().words())
                .contains("words-of-the-first")
                .contains("words-of-the-second");
        intake.submit(citizen, draft.id(), draft.submitToken()).orElseThrow();

        assertThat(open(caseId)).extracting(OpenTask::nodeId).contains(first, second);
        assertThat(intake.findCorrection(citizen, submission.receipt())).isEmpty();
    }

    @Test
    void eachBodyDecidesUnderItsOwnNumberAndIssuesItsOwnDocument() {
        var submission = town.submitted(citizen);
        passStage(submission.caseId());

        var decisions = town.bean(Decisions.class).decisions(submission.caseId());
        var licences = town.bean(Licences.class).licencesOf(submission.caseId());
        var bodies =
                new HashSet<>(decisions.stream().map(Decision::organisation).toList());
        assertThat(bodies).hasSizeGreaterThan(2);
        assertThat(decisions).extracting(Decision::number).doesNotHaveDuplicates();
        assertThat(licences).hasSameSizeAs(decisions);
        assertThat(licences)
                .extracting(licence -> licence.issuer().code())
                .allMatch(bodies::contains)
                .containsAll(bodies);
        assertThat(licences).extracting(Licence::identifier).doesNotHaveDuplicates();
    }

    @Test
    void theNextStageAsksOnlyForWhatIsNewAndWhatWasSaidStays() {
        var submission = town.submitted(citizen);
        passStage(submission.caseId());
        var intake = town.bean(Intake.class);
        var draft = intake.findCorrection(citizen, submission.receipt()).orElseThrow();

        var part = town.pack().form().parts().getFirst();
        var opened = draft.correction().orElseThrow();
        assertThat(opened.fields())
                .isNotEmpty()
                .allMatch(field -> pageOf(field).part().equals(Optional.of(part)));
        assertThat(draft.answers().truth(FormPage.begun(part))).contains(true);
        assertThat(draft.answers().text(town.pack().dispatch().divisionField()))
                .isEqualTo(submission.answers().text(town.pack().dispatch().divisionField()));
        assertThat(intake.readiness(citizen, draft).isReady()).isFalse();
    }

    @Test
    void ofAStageThatIsOverNothingIsOnTheWayAhead() {
        var draft = town.filled(citizen, withoutAVisit());
        var caseId = town.bean(Intake.class)
                .submit(citizen, draft.id(), draft.submitToken())
                .orElseThrow()
                .caseId();
        var first = path(caseId).stages().getFirst();
        assertThat(first.standing()).isEqualTo(CaseStory.Path.Standing.GOING);

        passStage(caseId);

        var path = path(caseId);
        assertThat(path.stages().getFirst().standing()).isEqualTo(CaseStory.Path.Standing.DONE);
        assertThat(path.ahead())
                .isNotEmpty()
                .noneMatch(step -> step.zh().contains("踏勘") || step.zh().startsWith("立项用地"));
    }

    /** Of the yes or no questions nothing holds, so that what depends on them is not needed. */
    private Scenario.Given withoutAVisit() {
        var given = town.given();
        Datum answers = given.answers();
        for (var answer : given.answers().values().entrySet()) {
            if (answer.getValue() instanceof Datum.Truth) {
                answers = answers.with(answer.getKey(), new Datum.Truth(false));
            }
        }
        return new Scenario.Given(given.at(), (Datum.Fields) answers, given.materials(), given.officers());
    }

    private CaseStory.Path path(String caseId) {
        return casework.findStory(citizen, caseId).orElseThrow().path();
    }

    private FormPage pageOf(String field) {
        return town.pack().form().pageOf(field).orElseThrow();
    }

    /** Goes on in the usual way until several bodies work at the same time and each may ask for more. */
    private List<OpenTask> untilSeveralMayAsk(String caseId) {
        while (true) {
            var open = open(caseId);
            if (open.size() > 1
                    && open.stream().allMatch(task -> asking(caseId, task).isPresent())) {
                return open;
            }
            complete(caseId, open.getFirst());
        }
    }

    /** Every body takes the first outcome each of its steps offers, until it is the applicant's turn. */
    private void passStage(String caseId) {
        for (var open = open(caseId); !open.isEmpty(); open = open(caseId)) {
            complete(caseId, open.getFirst());
        }
    }

    /** As the officer reads it who may choose it. */
    private Optional<CaseStory.OutcomeChoice> asking(String caseId, OpenTask task) {
        return casework.findStory(officer(task), caseId).orElseThrow().tasks().stream()
                .filter(same -> same.taskId().equals(task.taskId()))
                .flatMap(same -> same.outcomes().stream())
                .filter(outcome -> outcome.next() == CaseStory.Next.TO_APPLICANT)
                .findFirst();
    }

    private String ask(String caseId, OpenTask task, String words) {
        var asks = asking(caseId, task).orElseThrow();
        var complete = new CaseCommand.Complete(task.taskId(), asks.code(), words, NO_FACTS);
        casework.act(officer(task), caseId, complete).orElseThrow();
        return task.nodeId();
    }

    private void complete(String caseId, OpenTask task) {
        var outcome = task.outcomes().getFirst();
        var facts = outcome.namesDay() ? Appointment.on(nextWorkingDay()) : NO_FACTS;
        casework.act(officer(task), caseId, new CaseCommand.Complete(task.taskId(), outcome.code(), "words", facts))
                .orElseThrow();
    }

    private String nextWorkingDay() {
        var today = LocalDate.ofInstant(town.bean(Clock.class).instant(), WorkingCalendar.ZONE);
        return town.bean(Directory.class)
                .calendar()
                .plusWorkingDays(today, 1)
                .orElseThrow()
                .toString();
    }

    private SignedIn.Officer officer(OpenTask task) {
        var node = (Node.UserTask) town.pack().process().node(task.nodeId());
        var role = task.seat().orElseThrow().role();
        return node.organisation().isEmpty() ? town.officer(role) : town.officerOf(node.organisation(), role);
    }

    /** The tasks that wait for some office. */
    private List<OpenTask> open(String caseId) {
        return casework.findStory(citizen, caseId).orElseThrow().tasks().stream()
                .filter(task -> task.seat().isPresent())
                .toList();
    }
}
