package org.tongqu.platform.front.desk.web.matter;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.tongqu.design.PageFrame;
import org.tongqu.design.nav.Breadcrumbs;
import org.tongqu.design.nav.Breadcrumbs.Crumb;
import org.tongqu.design.view.NoticeBanner;
import org.tongqu.engines.cases.CaseCommand;
import org.tongqu.kernel.Outcome;
import org.tongqu.platform.front.desk.web.matter.Attempt.Opinion;
import org.tongqu.platform.operate.web.Html;
import org.tongqu.platform.trust.identity.SignedIn;

/**
 * One case. Every act is a plain form post; what was done is told on the page it leads back to, what was refused is told
 * on the page it came from with everything that was written.
 */
@Controller
class CaseController {

    private final CasePanes panes;
    private final Acting acting;

    CaseController(CasePanes panes, Acting acting) {
        this.panes = panes;
        this.acting = acting;
    }

    @GetMapping("/desk/cases/{caseId}")
    Html look(
            PageFrame frame,
            @AuthenticationPrincipal SignedIn.Officer officer,
            @PathVariable String caseId,
            @RequestParam(defaultValue = "") String done,
            @RequestParam(defaultValue = "") String to) {
        return page(frame, officer, caseId, acting.told(frame.texts(), done, to));
    }

    @PostMapping("/desk/cases/{caseId}/tasks/{taskId}/claim")
    Object claim(
            PageFrame frame,
            @AuthenticationPrincipal SignedIn.Officer officer,
            @PathVariable String caseId,
            @PathVariable String taskId) {
        return answer(frame, officer, new Acting.Act(caseId, new CaseCommand.Claim(taskId), Opinion.NONE), "claimed");
    }

    @PostMapping("/desk/cases/{caseId}/tasks/{taskId}/release")
    Object release(
            PageFrame frame,
            @AuthenticationPrincipal SignedIn.Officer officer,
            @PathVariable String caseId,
            @PathVariable String taskId) {
        return answer(
                frame, officer, new Acting.Act(caseId, new CaseCommand.Release(taskId), Opinion.NONE), "released");
    }

    @PostMapping("/desk/cases/{caseId}/tasks/{taskId}/transfer")
    Object transfer(
            PageFrame frame,
            @AuthenticationPrincipal SignedIn.Officer officer,
            @PathVariable String caseId,
            @PathVariable String taskId,
            @RequestParam(defaultValue = "") String to,
            @RequestParam(defaultValue = "") String why) {
        var colleague = acting.colleague(officer, caseId, taskId, to);
        if (colleague.isEmpty()) {
            var missing = NoticeBanner.error(frame.texts().say("desk.refused.transfer"));
            return page(frame, officer, caseId, Attempt.told(missing)).with(HttpStatus.UNPROCESSABLE_CONTENT);
        }
        var command = new CaseCommand.Transfer(taskId, colleague.get(), why.strip());
        return answer(
                frame,
                officer,
                new Acting.Act(caseId, command, Opinion.NONE),
                "transferred&to="
                        + org.springframework.web.util.UriUtils.encode(
                                colleague.get().name(), "UTF-8"));
    }

    @PostMapping("/desk/cases/{caseId}/tasks/{taskId}/complete")
    Object complete(
            PageFrame frame,
            @AuthenticationPrincipal SignedIn.Officer officer,
            @PathVariable String caseId,
            @PathVariable String taskId,
            OpinionCommand command) {
        var opinion = command.opinion();
        return answer(frame, officer, new Acting.Act(caseId, Acting.complete(taskId, opinion), opinion), "completed");
    }

    @GetMapping("/desk/cases/{caseId}/files/{fileId}")
    ResponseEntity<byte[]> file(
            @AuthenticationPrincipal SignedIn.Officer officer,
            @PathVariable String caseId,
            @PathVariable String fileId) {
        var file = acting.file(officer, caseId, fileId)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        var name = ContentDisposition.attachment()
                .filename(file.material().fileName(), StandardCharsets.UTF_8)
                .build();
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(file.material().type().mediaType()))
                .header(HttpHeaders.CONTENT_DISPOSITION, name.toString())
                .cacheControl(CacheControl.noStore())
                .body(file.bytes());
    }

    private Object answer(PageFrame frame, SignedIn.Officer officer, Acting.Act act, String done) {
        return switch (acting.act(frame.texts(), officer, act)) {
            case Outcome.Done<String, Attempt> ok -> "redirect:/desk/cases/" + ok.value() + "?done=" + done;
            case Outcome.Refused<String, Attempt>(var refused) ->
                page(frame, officer, act.caseId(), refused).with(HttpStatus.CONFLICT);
        };
    }

    private Html page(PageFrame frame, SignedIn.Officer officer, String caseId, Attempt attempt) {
        var pane = panes.find(frame, officer, caseId, attempt)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        var inbox = new Crumb(frame.texts().say("desk.inbox.heading"), "/desk/inbox");
        var here = new Crumb(pane.heading().title(), "");
        return Html.page(
                "front/desk/DeskCasePage",
                new DeskCasePage(frame.titled(pane.heading().title()).at("inbox", Breadcrumbs.of(inbox, here)), pane));
    }

    /** What the decision form sends. */
    record OpinionCommand(
            @Nullable String outcome,
            @Nullable String reason,
            @Nullable String day,
            @Nullable String fee,
            @Nullable List<String> fields,
            @Nullable List<String> materials) {

        Opinion opinion() {
            return new Opinion(
                    Optional.ofNullable(outcome).orElse(""),
                    Optional.ofNullable(reason).map(String::strip).orElse(""),
                    Optional.ofNullable(day).map(String::strip).orElse(""),
                    Optional.ofNullable(fee).map(String::strip).orElse(""),
                    Optional.ofNullable(fields).orElse(List.of()),
                    Optional.ofNullable(materials).orElse(List.of()));
        }
    }
}
