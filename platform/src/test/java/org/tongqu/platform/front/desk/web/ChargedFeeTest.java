package org.tongqu.platform.front.desk.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.tongqu.engines.cases.CaseCommand;
import org.tongqu.engines.cases.process.Appointment;
import org.tongqu.engines.cases.process.Node;
import org.tongqu.engines.forms.Forms;
import org.tongqu.kernel.data.Datum;
import org.tongqu.kernel.time.WorkingCalendar;
import org.tongqu.platform._support.StartedPlatform;
import org.tongqu.platform._support.Visitor;
import org.tongqu.platform.matter._support.Town;
import org.tongqu.platform.matter.casework.CaseStory.OpenTask;
import org.tongqu.platform.matter.casework.Casework;
import org.tongqu.platform.matter.intake.Intake;
import org.tongqu.platform.matter.intake.ReceiptNumber;
import org.tongqu.platform.matter.intake.Upload;
import org.tongqu.platform.matter.intake._support.Files;
import org.tongqu.platform.matter.supervision.FindingFilter;
import org.tongqu.platform.matter.supervision.Findings;
import org.tongqu.platform.trust.directory.Directory;
import org.tongqu.platform.trust.identity.Accounts;
import org.tongqu.platform.trust.identity.SignedIn;

/** FEATURE: an office names the fee it asks for beside the one that is laid down; supervision sees the difference. */
class ChargedFeeTest {

    private static final String PASSWORD = "Mountain-river-42";
    private static final String DECIDES = "defenceDecide";

    private final StartedPlatform platform = StartedPlatform.shared();
    private final Town town = Town.staged();
    private final Casework casework = town.bean(Casework.class);
    private final SignedIn.Citizen citizen = town.citizen();
    private final LocalDate today = LocalDate.ofInstant(town.bean(Clock.class).instant(), WorkingCalendar.ZONE);

    @Test
    void theFeeIsNamedBesideTheOneLaidDownAndAnotherOneIsFound() {
        var submission = town.submitted(citizen);
        var caseId = submission.caseId();
        passUntilSomebodyDecidesOnAFee(caseId);
        applyForTheNextStage(submission.receipt());
        var task = passUntilSomebodyDecidesOnAFee(caseId).orElseThrow();
        var browser = signIn(officer(task));
        var path = "/desk/cases/" + caseId + "/tasks/" + task.taskId() + "/complete";

        assertThat(browser.opens("/desk/cases/" + caseId).body()).contains("收费金额", "按规定应收 0 元");
        assertThat(browser.sends(path, Map.of("outcome", "approve", "reason", ""))
                        .body())
                .contains("请写明收费金额");
        assertThat(browser.sends(path, Map.of("outcome", "approve", "reason", "", "fee", "-5"))
                        .body())
                .contains("请写明收费金额")
                .contains("value=\"-5\"");
        assertThat(browser.sends(path, Map.of("outcome", "approve", "reason", "", "fee", "3600.50"))
                        .status())
                .isEqualTo(200);

        assertThat(casework.findStory(citizen, caseId).orElseThrow().lines())
                .anyMatch(line -> line.toString().contains("3600.5"));
        var filter =
                FindingFilter.between(today.minusDays(1), today.plusDays(60)).by("fee-not-as-laid-down");
        assertThat(town.bean(Findings.class)
                        .page(officer(task), filter, Optional.empty())
                        .rows())
                .singleElement()
                .satisfies(row -> assertThat(row.matter().caseId()).isEqualTo(caseId));
    }

    private void applyForTheNextStage(ReceiptNumber receipt) {
        var intake = town.bean(Intake.class);
        var draft = intake.findCorrection(citizen, receipt).orElseThrow();
        var id = draft.id();
        var given = town.given();
        Datum answers = draft.answers();
        for (var answer : town.answers(given).values().entrySet()) {
            answers = answers.with(answer.getKey(), answer.getValue());
        }
        town.write(citizen, id, (Datum.Fields) answers);
        for (var ask : Forms.askedMaterials(
                town.pack().form(), intake.findDraft(citizen, id).orElseThrow().answers())) {
            if (given.materials().contains(ask.id())) {
                intake.attach(citizen, id, new Upload(ask.id(), ask.id() + ".pdf", Files.pdf()));
            }
        }
        intake.submit(citizen, id, intake.findDraft(citizen, id).orElseThrow().submitToken())
                .orElseThrow();
    }

    /** Every body takes the first outcome of each step, until one names a fee or it is the applicant's turn. */
    private Optional<OpenTask> passUntilSomebodyDecidesOnAFee(String caseId) {
        for (var open = open(caseId); !open.isEmpty(); open = open(caseId)) {
            var next =
                    open.stream().filter(task -> !task.nodeId().equals(DECIDES)).findFirst();
            if (next.isEmpty() || open.size() > 1 && open.getFirst().nodeId().equals(DECIDES)) {
                return open.stream()
                        .filter(task -> task.nodeId().equals(DECIDES))
                        .findFirst();
            }
            complete(caseId, next.get());
        }
        return Optional.empty();
    }

    private void complete(String caseId, OpenTask task) {
        var outcome = task.outcomes().getFirst();
        var facts = outcome.namesDay() ? Appointment.on(nextWorkingDay()) : new Datum.Fields(Map.of());
        casework.act(officer(task), caseId, new CaseCommand.Complete(task.taskId(), outcome.code(), "words", facts))
                .orElseThrow();
    }

    private String nextWorkingDay() {
        return town.bean(Directory.class)
                .calendar()
                .plusWorkingDays(today, 1)
                .orElseThrow()
                .toString();
    }

    private List<OpenTask> open(String caseId) {
        return casework.findStory(citizen, caseId).orElseThrow().tasks().stream()
                .filter(task -> task.seat().isPresent())
                .toList();
    }

    private SignedIn.Officer officer(OpenTask task) {
        var node = (Node.UserTask) town.pack().process().node(task.nodeId());
        var role = task.seat().orElseThrow().role();
        return node.organisation().isEmpty() ? town.officer(role) : town.officerOf(node.organisation(), role);
    }

    private Visitor signIn(SignedIn.Officer officer) {
        var name = "fee-" + Integer.toHexString(officer.staff().hashCode());
        town.bean(Accounts.class).enrol(officer.staff(), name, PASSWORD).orElseThrow();
        var browser = platform.visitor();
        browser.opens("/desk/sign-in");
        browser.sends("/desk/sign-in", Map.of("name", name, "password", PASSWORD));
        return browser;
    }
}
