package org.tongqu.platform.matter;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tongqu.engines.packs.Scenario;
import org.tongqu.engines.packs.Scenario.Step;
import org.tongqu.kernel.Outcome;
import org.tongqu.kernel.data.Datum;
import org.tongqu.platform.data.registers.Registers;
import org.tongqu.platform.matter._support.Town;
import org.tongqu.platform.matter.casework.ActRefusal;
import org.tongqu.platform.matter.casework.CaseView;
import org.tongqu.platform.matter.casework.Casework;
import org.tongqu.platform.matter.decisions.Decisions;
import org.tongqu.platform.matter.intake.Intake;
import org.tongqu.platform.matter.intake.Submission;
import org.tongqu.platform.matter.licences.Licence;
import org.tongqu.platform.matter.licences.Licences;
import org.tongqu.platform.trust.identity.SignedIn;

/** FEATURE: what a pack's scenarios promise happens on the platform, with drafts, files, licences and registers. */
class ScenariosOnThePlatformTest {

    private static final Town TOWN = Town.fresh();

    /** Those that need no waiting: the clock of the platform is the real one. */
    static Stream<Scenario> scenarios() {
        return TOWN.pack().scenarios().stream()
                .filter(scenario -> scenario.then().problems().isEmpty())
                .filter(scenario -> scenario.then().result().isPresent())
                .filter(scenario -> !scenario.then().result().get().equals("lapsed"))
                .filter(scenario -> scenario.steps().stream().noneMatch(step -> step instanceof Step.Refused));
    }

    @ParameterizedTest
    @MethodSource("scenarios")
    void endsAsItSays(Scenario scenario) {
        var citizen = TOWN.citizen();
        var submission = new Telling(scenario, citizen).tell();

        var view = TOWN.bean(Casework.class)
                .findCase(citizen, submission.receipt())
                .orElseThrow();
        assertThat(view.standing().result().map(CaseView.Result::code))
                .isEqualTo(scenario.then().result());
        var licences = TOWN.bean(Licences.class).licencesOf(submission.caseId());
        scenario.then()
                .documents()
                .ifPresent(ids -> assertThat(licences)
                        .extracting(licence -> licence.kind().template())
                        .containsExactlyInAnyOrderElementsOf(ids));
        if (view.standing().result().get().code().equals("issued")) {
            assertIssued(submission, licences.getFirst());
        }
        var decisions = TOWN.bean(Decisions.class).decisions(submission.caseId());
        assertThat(decisions).hasSize(scenario.then().result().get().equals("withdrawn") ? 0 : 1);
    }

    private static void assertIssued(Submission submission, Licence licence) {
        assertThat(TOWN.bean(Licences.class).findByToken(licence.token())).contains(licence);
        var firm = TOWN.bean(Registers.class)
                .find(Registers.LEGAL_PERSON, licence.number())
                .orElseThrow();
        assertThat(firm.caseId()).contains(submission.caseId());
        assertThat(firm.fields().text("name")).contains(submission.title());
    }

    /** One scenario as it is acted out. */
    private static final class Telling {

        private final Scenario scenario;
        private final SignedIn.Citizen citizen;
        private final Map<String, Datum> changes = new HashMap<>();
        private Submission submission;

        Telling(Scenario scenario, SignedIn.Citizen citizen) {
            this.scenario = scenario;
            this.citizen = citizen;
            var draft = TOWN.filled(citizen, asSubmitted(scenario));
            this.submission = TOWN.bean(Intake.class)
                    .submit(citizen, draft.id(), draft.submitToken())
                    .orElseThrow();
        }

        /** With what is changed before the application is sent. */
        private static Scenario.Given asSubmitted(Scenario scenario) {
            var given = scenario.given();
            Datum answers = given.answers();
            for (var step : scenario.steps()) {
                if (step instanceof Step.Submit) {
                    break;
                }
                if (step instanceof Step.Change change) {
                    for (var answer : change.answers().entrySet()) {
                        answers = answers.with(answer.getKey(), answer.getValue());
                    }
                }
            }
            return new Scenario.Given(given.at(), (Datum.Fields) answers, given.materials(), given.officers());
        }

        Submission tell() {
            scenario.steps().forEach(this::act);
            return submission;
        }

        private void act(Step step) {
            switch (step) {
                case Step.Submit submit -> {}
                case Step.Wait wait -> {}
                case Step.Refused refused -> {}
                case Step.Change change -> changes.putAll(change.answers());
                case Step.Claim claim -> {}
                case Step.Withdraw withdraw ->
                    done(TOWN.bean(Casework.class)
                            .act(
                                    citizen,
                                    submission.caseId(),
                                    new org.tongqu.engines.cases.CaseCommand.Withdraw(withdraw.reason())));
                case Step.Complete complete -> complete(complete);
            }
        }

        private void complete(Step.Complete complete) {
            if (complete.by().equals("applicant")) {
                resubmit();
                return;
            }
            var roles = scenario.given().officers().stream()
                    .filter(officer -> officer.id().equals(complete.by()))
                    .findFirst()
                    .orElseThrow()
                    .roles();
            done(TOWN.complete(
                    TOWN.officer(complete.by(), roles), submission.caseId(), complete.outcome(), complete.reason()));
        }

        private void resubmit() {
            var intake = TOWN.bean(Intake.class);
            var draft = intake.findCorrection(citizen, submission.receipt()).orElseThrow();
            Datum answers = draft.answers();
            for (var change : changes.entrySet()) {
                answers = answers.with(change.getKey(), change.getValue());
            }
            TOWN.write(citizen, draft.id(), (Datum.Fields) answers);
            submission = intake.submit(citizen, draft.id(), draft.submitToken()).orElseThrow();
        }

        private static void done(Outcome<CaseView, ActRefusal> outcome) {
            assertThat(outcome).isInstanceOf(Outcome.Done.class);
        }
    }
}
