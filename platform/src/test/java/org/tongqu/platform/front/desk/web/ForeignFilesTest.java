package org.tongqu.platform.front.desk.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tongqu.platform._support.StartedPlatform;
import org.tongqu.platform._support.Visitor;
import org.tongqu.platform.matter._support.Town;
import org.tongqu.platform.matter.casework.Casework;
import org.tongqu.platform.matter.intake.Intake;
import org.tongqu.platform.matter.intake.Material;
import org.tongqu.platform.matter.intake.Submission;
import org.tongqu.platform.trust.identity.Accounts;
import org.tongqu.platform.trust.identity.SignedIn;

/** FEATURE: of the papers of a case that several bodies handle, each can fetch those of its own part and no others. */
class ForeignFilesTest {

    private static final String PASSWORD = "Mountain-river-42";

    private final StartedPlatform platform = StartedPlatform.shared();
    private final Town town = Town.joint();

    @Test
    void aPaperThatIsCoveredForABodyIsRefusedAtItsAddress() {
        var submission = shared();
        var papers = papers(submission);
        int refused = 0;
        for (var body : town.pack().bodies()) {
            var browser = signIn(town.officerOf(body.kind(), "acceptor"));
            for (var paper : papers) {
                var may = body.papers().contains(paper.materialId());
                assertThat(browser.opens(address(submission, paper)).status())
                        .as("%s of %s", paper.materialId(), body.kind())
                        .isEqualTo(may ? 200 : 404);
                refused += may ? 0 : 1;
            }
        }
        assertThat(refused).isPositive();
        var lead = signIn(town.officer("reviewer"));
        assertThat(papers)
                .isNotEmpty()
                .allSatisfy(paper -> assertThat(
                                lead.opens(address(submission, paper)).status())
                        .isEqualTo(200));
    }

    @Test
    void thePaperOfAnotherCaseIsRefusedUnderOnesOwn() {
        var own = shared();
        var foreign = town.submitted(town.citizen());
        var body = town.pack().bodies().stream()
                .filter(one -> !one.papers().isEmpty())
                .findFirst()
                .orElseThrow();
        var browser = signIn(town.officerOf(body.kind(), "acceptor"));
        var paper = papers(foreign).stream()
                .filter(one -> body.papers().contains(one.materialId()))
                .findFirst()
                .orElseThrow();

        assertThat(browser.opens(address(own, paper)).status()).isEqualTo(404);
        assertThat(browser.opens(address(foreign, paper)).status())
                .as("of a case in which it has no part yet")
                .isEqualTo(404);
    }

    @Test
    void nobodyFetchesAPaperWithoutSigningIn() {
        var submission = shared();
        var paper = papers(submission).getFirst();

        var answer = platform.visitor().opens(address(submission, paper));

        assertThat(answer.at().getPath()).isEqualTo("/desk/sign-in");
        assertThat(answer.header("Content-Type")).startsWith("text/html");
    }

    /** A case that has come as far as to all bodies. */
    private Submission shared() {
        var submission = town.submitted(town.citizen());
        for (var step : List.of("acceptor accept", "reviewer pass", "decider approve")) {
            var parts = step.split(" ", 2);
            town.complete(town.officer(parts[0]), submission.caseId(), parts[1], "")
                    .orElseThrow();
        }
        assertThat(town.bean(Casework.class)
                        .findStory(town.officer("reviewer"), submission.caseId())
                        .orElseThrow()
                        .branches())
                .hasSize(town.pack().bodies().size());
        return submission;
    }

    private List<Material> papers(Submission submission) {
        return town.bean(Intake.class).submissions(submission.receipt()).stream()
                .flatMap(round -> round.materials().stream())
                .toList();
    }

    private static String address(Submission submission, Material paper) {
        return "/desk/cases/" + submission.caseId() + "/files/" + paper.id();
    }

    private Visitor signIn(SignedIn.Officer officer) {
        var name = "files-" + Integer.toHexString(officer.staff().hashCode());
        town.bean(Accounts.class).enrol(officer.staff(), name, PASSWORD).orElseThrow();
        var browser = platform.visitor();
        browser.opens("/desk/sign-in");
        browser.sends("/desk/sign-in", Map.of("name", name, "password", PASSWORD));
        return browser;
    }
}
