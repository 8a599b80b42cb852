package org.tongqu.platform.front.desk.web.watch;

import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;
import org.tongqu.design.PageFrame;
import org.tongqu.platform.matter.services.ServiceCatalogue;
import org.tongqu.platform.matter.supervision.Findings;
import org.tongqu.platform.matter.supervision.Supervision;
import org.tongqu.platform.trust.directory.Directory;
import org.tongqu.platform.trust.identity.SignedIn;

/** Evidence to take away, as a file that can be checked against the journal. */
@Controller
class EvidenceFileController {

    private final EvidenceSheets sheets;
    private final Findings findings;
    private final Supervision supervision;
    private final Directory directory;
    private final ServiceCatalogue catalogue;

    EvidenceFileController(
            EvidenceSheets sheets,
            Findings findings,
            Supervision supervision,
            Directory directory,
            ServiceCatalogue catalogue) {
        this.sheets = sheets;
        this.findings = findings;
        this.supervision = supervision;
        this.directory = directory;
        this.catalogue = catalogue;
    }

    @GetMapping("/desk/supervision/findings/{id}/evidence.pdf")
    ResponseEntity<byte[]> ofFinding(
            PageFrame frame, @AuthenticationPrincipal SignedIn.Officer officer, @PathVariable String id) {
        var found = findings.evidence(officer, id).orElseThrow(EvidenceFileController::nowhere);
        var page = new FindingTelling(frame, officer, found, directory).page();
        var told = new EvidenceSheets.Told(
                found.row().matter().caseId(),
                page.heading(),
                page.lamp().words(),
                page.why(),
                page.facts(),
                page.events());
        return sheets.file(frame.texts(), officer, told);
    }

    @GetMapping("/desk/supervision/clocks/{caseId}/{clockName}/evidence.pdf")
    ResponseEntity<byte[]> ofClock(
            PageFrame frame,
            @AuthenticationPrincipal SignedIn.Officer officer,
            @PathVariable String caseId,
            @PathVariable String clockName) {
        var found = supervision.evidence(officer, caseId, clockName).orElseThrow(EvidenceFileController::nowhere);
        var page = new EvidenceTelling(frame, officer, found, directory, catalogue).page();
        var told = new EvidenceSheets.Told(
                caseId, page.heading(), page.lamp().words(), page.why(), page.facts(), page.events());
        return sheets.file(frame.texts(), officer, told);
    }

    private static ResponseStatusException nowhere() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
