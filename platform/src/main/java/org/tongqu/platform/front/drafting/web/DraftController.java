package org.tongqu.platform.front.drafting.web;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.tongqu.design.PageFrame;
import org.tongqu.design.form.ButtonLink;
import org.tongqu.design.form.FormPage;
import org.tongqu.design.nav.Breadcrumbs;
import org.tongqu.design.nav.Breadcrumbs.Crumb;
import org.tongqu.design.view.NoticeBanner;
import org.tongqu.kernel.Outcome;
import org.tongqu.kernel.data.Datum;
import org.tongqu.platform.matter.processes.Draft;
import org.tongqu.platform.matter.processes.DraftRefusal;
import org.tongqu.platform.matter.processes.Drafts;
import org.tongqu.platform.matter.processes.ProcessComparison;
import org.tongqu.platform.matter.services.ProcessFiles;
import org.tongqu.platform.matter.studio.RehearsalRefusal;
import org.tongqu.platform.operate.web.Done;
import org.tongqu.platform.operate.web.Html;
import org.tongqu.platform.operate.web.Redirect;
import org.tongqu.platform.trust.directory.Directory;
import org.tongqu.platform.trust.identity.SignedIn;

/** The draft of a process: drawn, checked as it is drawn, submitted, judged by somebody else. */
@Controller
class DraftController {

    private static final String DRAFT = ProcessAt.PATH + "/draft";

    private final ProcessFiles files;
    private final Drafts drafts;
    private final Directory directory;
    private final Trying trying;
    private final Clock clock;

    DraftController(ProcessFiles files, Drafts drafts, Trying trying, Directory directory, Clock clock) {
        this.files = files;
        this.drafts = drafts;
        this.trying = trying;
        this.directory = directory;
        this.clock = clock;
    }

    private Draft draft(SignedIn.Officer officer, ProcessAt at) {
        return drafts.findOpen(officer, at.process())
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    /** What browsers make of line ends is taken back. */
    private static byte[] body(String xml) {
        return xml.replace("\r\n", "\n").getBytes(StandardCharsets.UTF_8);
    }

    @PostMapping(DRAFT + "/begin")
    Object begin(
            PageFrame frame, @AuthenticationPrincipal SignedIn.Officer officer, @ModelAttribute ProcessAt.Path path) {
        var at = ProcessAt.of(files, path);
        return switch (drafts.begin(officer, at.process())) {
            case Outcome.Done<Draft, DraftRefusal> done -> Redirect.to(at.draft());
            case Outcome.Refused<Draft, DraftRefusal>(DraftRefusal.Taken taken) -> told(frame, at, taken);
            case Outcome.Refused<Draft, DraftRefusal> refused ->
                throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        };
    }

    /** A page that says nothing but why. */
    private Html told(PageFrame frame, ProcessAt at, DraftRefusal refusal) {
        var texts = frame.texts();
        var heading = at.heading(texts);
        return Html.page(
                        "front/drafting/DraftPage",
                        new DraftPage(
                                refusing(frame.titled(heading).at(DraftingPlaces.PLACE, crumbs(frame, at)), refusal),
                                heading,
                                new org.tongqu.design.view.KeyFacts(List.of()),
                                List.of(ButtonLink.plain(texts.say("drafting.back"), at.address())),
                                new DraftTelling(frame, at).drawing(files.body(at.process())),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                List.of()))
                .with(HttpStatus.UNPROCESSABLE_CONTENT);
    }

    private static Breadcrumbs crumbs(PageFrame frame, ProcessAt at) {
        var texts = frame.texts();
        return Breadcrumbs.of(
                new Crumb(texts.say("drafting.list"), ProcessesController.LIST),
                new Crumb(at.heading(texts), at.address()),
                new Crumb(texts.say("drafting.draft"), ""));
    }

    private PageFrame refusing(PageFrame frame, DraftRefusal refusal) {
        return frame.noticing(List.of(NoticeBanner.error(new DraftWords(frame.texts(), directory).say(refusal))));
    }

    @GetMapping(DRAFT)
    Html look(
            PageFrame frame,
            @AuthenticationPrincipal SignedIn.Officer officer,
            @ModelAttribute ProcessAt.Path path,
            @RequestParam(defaultValue = "") String done) {
        var at = ProcessAt.of(files, path);
        var draft = draft(officer, at);
        return page(
                Done.told(frame, "drafting.done." + done),
                officer,
                at,
                draft,
                draft.content().body());
    }

    /** @param body what is shown and checked: the draft, or what somebody typed over it */
    private Html page(PageFrame frame, SignedIn.Officer officer, ProcessAt at, Draft draft, byte[] body) {
        var texts = frame.texts();
        var heading = texts.say("drafting.draft.of", at.heading(texts));
        var telling = new DraftTelling(frame.titled(heading).at(DraftingPlaces.PLACE, crumbs(frame, at)), at);
        var findings = new Findings(texts, draft.place().file()).list(files.check(at.process(), body));
        var mayChange = drafts.mayChange(officer, draft);
        var rehearsed = trying.fact(texts, officer, draft);
        var compared = ProcessComparison.of(new Draft.Content(draft.content().before(), body));
        return Html.page(
                "front/drafting/DraftPage",
                new DraftPage(
                        telling.frame(),
                        heading,
                        telling.facts(draft, rehearsed),
                        rehearsed.href().isEmpty()
                                ? List.of()
                                : List.of(ButtonLink.plain(texts.say("drafting.rehearsed.open"), rehearsed.href())),
                        telling.drawing(body),
                        mayChange
                                ? Optional.of(telling.modeler(
                                        draft, body, at.process().pack()))
                                : Optional.empty(),
                        Optional.of(new DraftPage.Findings(
                                findings, Findings.json(findings).canonical())),
                        compared.isEmpty()
                                ? Optional.empty()
                                : Optional.of(telling.differences(texts.say("drafting.differences"), compared)),
                        forms(telling.frame(), officer, at, draft, rehearsed.value())));
    }

    /** @param rehearsed what came of trying it, said where somebody submits or approves it */
    private List<FormPage> forms(
            PageFrame frame, SignedIn.Officer officer, ProcessAt at, Draft draft, String rehearsed) {
        var forms = new DraftForms(frame, at);
        var all = new ArrayList<FormPage>();
        trying.form(frame, officer, at).ifPresent(all::add);
        if (drafts.mayChange(officer, draft)) {
            all.add(forms.submit(draft, rehearsed));
            all.add(forms.drop());
        }
        if (draft.state() == Draft.State.SUBMITTED
                && drafts.mayApprove(officer)
                && !draft.work().editors().contains(officer.actor())) {
            all.add(forms.approve(rehearsed));
            all.add(forms.sendBack());
        }
        return all;
    }

    /** Looks at what was typed without keeping it. */
    @PostMapping(DRAFT + "/check")
    Html check(
            PageFrame frame,
            @AuthenticationPrincipal SignedIn.Officer officer,
            @ModelAttribute ProcessAt.Path path,
            @RequestParam(defaultValue = "") String xml) {
        var at = ProcessAt.of(files, path);
        var draft = draft(officer, at);
        var body = body(xml);
        if (body.length > Drafts.LARGEST) {
            return page(
                            refusing(frame, new DraftRefusal.TooLarge(Drafts.LARGEST)),
                            officer,
                            at,
                            draft,
                            draft.content().body())
                    .with(HttpStatus.UNPROCESSABLE_CONTENT);
        }
        return page(Done.told(frame, "drafting.done.checked"), officer, at, draft, body);
    }

    @PostMapping(DRAFT + "/save")
    Object save(
            PageFrame frame,
            @AuthenticationPrincipal SignedIn.Officer officer,
            @ModelAttribute ProcessAt.Path path,
            @RequestParam(defaultValue = "0") int revision,
            @RequestParam(defaultValue = "") String xml) {
        var at = ProcessAt.of(files, path);
        var draft = draft(officer, at);
        return after(frame, officer, at, drafts.save(officer, draft.id(), revision, body(xml)), "saved");
    }

    /** The same for the modeler, which is told what the checker says of it. */
    @PostMapping(DRAFT + "/keep")
    ResponseEntity<String> keep(
            PageFrame frame,
            @AuthenticationPrincipal SignedIn.Officer officer,
            @ModelAttribute ProcessAt.Path path,
            @RequestParam(defaultValue = "0") int revision,
            @RequestParam(defaultValue = "") String xml) {
        var at = ProcessAt.of(files, path);
        var texts = frame.texts();
        return switch (drafts.save(officer, draft(officer, at).id(), revision, body(xml))) {
            case Outcome.Done<Draft, DraftRefusal>(var kept) -> {
                var problems = files.check(at.process(), kept.content().body());
                var found = new Findings(texts, kept.place().file()).list(problems);
                yield json(
                        HttpStatus.OK,
                        Datum.empty()
                                .with("revision", Datum.of(String.valueOf(kept.revision())))
                                .with("problems", Findings.json(found))
                                .with("said", Datum.of(texts.say("drafting.kept", texts.moment(clock.instant())))));
            }
            case Outcome.Refused<Draft, DraftRefusal>(var why) ->
                json(
                        why instanceof DraftRefusal.TooLarge ? HttpStatus.UNPROCESSABLE_CONTENT : HttpStatus.CONFLICT,
                        Datum.empty().with("said", Datum.of(new DraftWords(texts, directory).say(why))));
        };
    }

    private static ResponseEntity<String> json(HttpStatus status, Datum answer) {
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_JSON)
                .header("Cache-Control", "no-store")
                .body(answer.canonical());
    }

    @PostMapping(DRAFT + "/submit")
    Object submit(
            PageFrame frame,
            @AuthenticationPrincipal SignedIn.Officer officer,
            @ModelAttribute ProcessAt.Path path,
            @RequestParam(defaultValue = "0") int revision,
            @RequestParam(defaultValue = "") String note) {
        var at = ProcessAt.of(files, path);
        return after(
                frame, officer, at, drafts.submit(officer, draft(officer, at).id(), revision, note), "submitted");
    }

    /** Plays cases of a period again by the draft as it is kept. */
    @PostMapping(DRAFT + "/rehearse")
    Object rehearse(
            PageFrame frame,
            @AuthenticationPrincipal SignedIn.Officer officer,
            @ModelAttribute ProcessAt.Path path,
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String to) {
        var at = ProcessAt.of(files, path);
        var draft = draft(officer, at);
        return switch (trying.begin(officer, draft, from, to)) {
            case Outcome.Done<Long, RehearsalRefusal>(var id) -> Redirect.to(Trying.address(id));
            case Outcome.Refused<Long, RehearsalRefusal>(RehearsalRefusal.MayNot why) ->
                throw new ResponseStatusException(HttpStatus.FORBIDDEN);
            case Outcome.Refused<Long, RehearsalRefusal>(RehearsalRefusal.Busy(var id)) ->
                Redirect.to(Trying.address(id) + "?refused=busy");
            case Outcome.Refused<Long, RehearsalRefusal>(var why) ->
                page(
                                frame.noticing(List.of(NoticeBanner.error(Trying.say(frame.texts(), why)))),
                                officer,
                                at,
                                draft,
                                draft.content().body())
                        .with(HttpStatus.UNPROCESSABLE_CONTENT);
        };
    }

    @PostMapping(DRAFT + "/drop")
    Object drop(
            PageFrame frame, @AuthenticationPrincipal SignedIn.Officer officer, @ModelAttribute ProcessAt.Path path) {
        var at = ProcessAt.of(files, path);
        return after(frame, officer, at, drafts.drop(officer, draft(officer, at).id()), "dropped");
    }

    @PostMapping(DRAFT + "/approve")
    Object approve(
            PageFrame frame,
            @AuthenticationPrincipal SignedIn.Officer officer,
            @ModelAttribute ProcessAt.Path path,
            @RequestParam(defaultValue = "") String why) {
        var at = ProcessAt.of(files, path);
        return after(
                frame, officer, at, drafts.approve(officer, draft(officer, at).id(), why), "published");
    }

    @PostMapping(DRAFT + "/return")
    Object sendBack(
            PageFrame frame,
            @AuthenticationPrincipal SignedIn.Officer officer,
            @ModelAttribute ProcessAt.Path path,
            @RequestParam(defaultValue = "") String why) {
        var at = ProcessAt.of(files, path);
        return after(
                frame, officer, at, drafts.sendBack(officer, draft(officer, at).id(), why), "returned");
    }

    /** Back to the draft while it is open, else to all of them; what was refused is said above the draft as it is now. */
    private Object after(
            PageFrame frame,
            SignedIn.Officer officer,
            ProcessAt at,
            Outcome<Draft, DraftRefusal> outcome,
            String done) {
        return switch (outcome) {
            case Outcome.Done<Draft, DraftRefusal>(var draft) ->
                Redirect.to((draft.state().isOpen() ? at.draft() : ProcessesController.LIST) + "?done=" + done);
            case Outcome.Refused<Draft, DraftRefusal>(DraftRefusal.MayNot why) ->
                throw new ResponseStatusException(HttpStatus.FORBIDDEN);
            case Outcome.Refused<Draft, DraftRefusal>(var why) -> {
                var draft = draft(officer, at);
                yield page(
                                refusing(frame, why),
                                officer,
                                at,
                                draft,
                                draft.content().body())
                        .with(HttpStatus.UNPROCESSABLE_CONTENT);
            }
        };
    }
}
