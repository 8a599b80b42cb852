package org.tongqu.platform.data.files.web;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;
import org.tongqu.design.PageFrame;
import org.tongqu.design.nav.Breadcrumbs;
import org.tongqu.design.nav.Breadcrumbs.Crumb;
import org.tongqu.design.nav.Trail;
import org.tongqu.design.view.NoticeBanner;
import org.tongqu.kernel.Outcome;
import org.tongqu.platform.data.catalog.SharingPlace;
import org.tongqu.platform.data.exchange.PlannedFlow;
import org.tongqu.platform.data.files.Batch;
import org.tongqu.platform.data.files.Batches;
import org.tongqu.platform.data.files.Pieces;
import org.tongqu.platform.data.files.SftpPlace;
import org.tongqu.platform.data.files.SftpPlaces;
import org.tongqu.platform.data.files.UploadRefusal;
import org.tongqu.platform.operate.web.Done;
import org.tongqu.platform.operate.web.Html;
import org.tongqu.platform.operate.web.ListAddress;
import org.tongqu.platform.operate.web.Redirect;
import org.tongqu.platform.operate.web.Said;
import org.tongqu.platform.trust.identity.SignedIn;

/** Batches on the desk: what came, what is wrong with it, and a file handed in by hand. */
@Controller
class FilesController {

    static final String LIST = "/desk/files";

    private static final int PAGE = 30;

    private final Batches batches;
    private final FilesTelling telling;
    private final Pieces pieces;
    private final SftpPlaces places;
    private final SftpPart.Telling sftp;

    FilesController(Batches batches, FilesTelling telling, Pieces pieces, SftpPlaces places, SftpPart.Telling sftp) {
        this.batches = batches;
        this.pieces = pieces;
        this.telling = telling;
        this.places = places;
        this.sftp = sftp;
    }

    @GetMapping(LIST)
    Html all(
            PageFrame frame,
            @AuthenticationPrincipal SignedIn.Officer officer,
            @RequestParam(required = false) @Nullable String after) {
        concerned(officer);
        return draw(frame, officer, Optional.empty(), after);
    }

    @GetMapping(LIST + "/{flow}")
    Html one(
            PageFrame frame,
            @AuthenticationPrincipal SignedIn.Officer officer,
            @PathVariable String flow,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(defaultValue = "") String done) {
        return draw(Done.told(frame, "files.done." + done), officer, Optional.of(planned(officer, flow)), after);
    }

    @PostMapping(LIST + "/{flow}")
    Object handIn(
            PageFrame frame,
            @AuthenticationPrincipal SignedIn.Officer officer,
            @PathVariable String flow,
            @RequestParam(required = false) @Nullable MultipartFile file,
            @RequestParam Map<String, String> sent)
            throws IOException {
        var planned = planned(officer, flow);
        if (sent.containsKey("size")) {
            return handedIn(frame, officer, planned, pieces.handIn(officer, flow, PiecesController.named(sent)));
        }
        if (file == null || file.isEmpty()) {
            return draw(wrong(frame, frame.texts().say("files.no-file"), ""), officer, Optional.of(planned), null)
                    .with(HttpStatus.UNPROCESSABLE_CONTENT);
        }
        try (var in = file.getInputStream()) {
            var name = Optional.ofNullable(file.getOriginalFilename()).orElse("");
            return handedIn(frame, officer, planned, batches.handIn(officer, flow, name, in));
        }
    }

    private Object handedIn(
            PageFrame frame, SignedIn.Officer officer, PlannedFlow flow, Outcome<Batch, UploadRefusal> outcome) {
        return switch (outcome) {
            case Outcome.Done<Batch, UploadRefusal> done -> Redirect.to(LIST + "/" + flow.id() + "?done=hand-in");
            case Outcome.Refused<Batch, UploadRefusal>(var why) -> refused(frame, officer, flow, why);
        };
    }

    @PostMapping(LIST + "/{flow}/keys")
    Object register(
            PageFrame frame,
            @AuthenticationPrincipal SignedIn.Officer officer,
            @PathVariable String flow,
            @RequestParam(defaultValue = "") String key) {
        return answer(frame, officer, flow, batches.register(officer, flow, key), "register");
    }

    @PostMapping(LIST + "/{flow}/keys/{key}/withdraw")
    Object withdraw(
            PageFrame frame,
            @AuthenticationPrincipal SignedIn.Officer officer,
            @PathVariable String flow,
            @PathVariable String key) {
        return answer(frame, officer, flow, batches.withdraw(officer, flow, key), "withdraw");
    }

    /** Where batches of the system lie, or are brought, beside the folder that is shared with it. */
    @PostMapping(LIST + "/{flow}/sftp")
    Object declareSftp(
            PageFrame frame,
            @AuthenticationPrincipal SignedIn.Officer officer,
            @PathVariable String flow,
            @RequestParam Map<String, String> sent) {
        var planned = delivering(officer, flow);
        return switch (places.declare(officer, planned, planned.running().from(), sent)) {
            case Outcome.Done<SftpPlace, String> done -> Redirect.to(LIST + "/" + flow + "?done=sftp");
            case Outcome.Refused<SftpPlace, String>(var what) ->
                draw(
                                wrong(frame, frame.texts().say("files.sftp.wrong." + what), ""),
                                officer,
                                Optional.of(planned),
                                null,
                                sent)
                        .with(HttpStatus.UNPROCESSABLE_CONTENT);
        };
    }

    @PostMapping(LIST + "/{flow}/sftp/remove")
    Object removeSftp(@AuthenticationPrincipal SignedIn.Officer officer, @PathVariable String flow) {
        var planned = delivering(officer, flow);
        places.remove(officer, planned, planned.running().from());
        return Redirect.to(LIST + "/" + flow + "?done=sftp-remove");
    }

    private PlannedFlow delivering(SignedIn.Officer officer, String flow) {
        return batches.mayDeliver(officer, planned(officer, flow).id()).fold(planned -> planned, why -> {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        });
    }

    private Object answer(
            PageFrame frame,
            SignedIn.Officer officer,
            String flow,
            Outcome<PlannedFlow, UploadRefusal> outcome,
            String done) {
        return switch (outcome) {
            case Outcome.Done<PlannedFlow, UploadRefusal> ok -> Redirect.to(LIST + "/" + flow + "?done=" + done);
            case Outcome.Refused<PlannedFlow, UploadRefusal>(var why) ->
                refused(frame, officer, planned(officer, flow), why);
        };
    }

    private Html refused(PageFrame frame, SignedIn.Officer officer, PlannedFlow flow, UploadRefusal why) {
        var texts = frame.texts();
        var told = switch (why) {
            case UploadRefusal.MayNot no -> throw new ResponseStatusException(HttpStatus.FORBIDDEN);
            case UploadRefusal.UnknownFlow no -> throw new ResponseStatusException(HttpStatus.NOT_FOUND);
            case UploadRefusal.Faulty(var fault) ->
                wrong(frame, fault.text(Said.language(texts)), fault.remedy(Said.language(texts)));
            default -> {
                var key = "files.refused." + Problems.code(why);
                yield wrong(frame, texts.say(key), texts.say(key + ".do"));
            }
        };
        return draw(told, officer, Optional.of(flow), null).with(HttpStatus.UNPROCESSABLE_CONTENT);
    }

    private static PageFrame wrong(PageFrame frame, String what, String remedy) {
        var banner = NoticeBanner.error(what);
        return frame.noticing(List.of(remedy.isEmpty() ? banner : banner.saying(remedy)));
    }

    private PlannedFlow planned(SignedIn.Officer officer, String flow) {
        concerned(officer);
        return batches.flows(officer).stream()
                .filter(planned -> planned.id().equals(flow))
                .findFirst()
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private static void concerned(SignedIn.Officer officer) {
        if (!SharingPlace.isConcerned(officer)) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
    }

    private Html draw(PageFrame frame, SignedIn.Officer officer, Optional<PlannedFlow> flow, @Nullable String after) {
        return draw(frame, officer, flow, after, Map.of());
    }

    /** @param sent of the form about SFTP */
    private Html draw(
            PageFrame frame,
            SignedIn.Officer officer,
            Optional<PlannedFlow> flow,
            @Nullable String after,
            Map<String, String> sent) {
        var texts = frame.texts();
        var trail = Trail.of(after);
        var id = flow.map(PlannedFlow::id).orElse("");
        var shown = batches.list(officer, id, trail.number().orElse(Long.MAX_VALUE), PAGE);
        var next = Trail.next(shown, PAGE, Batch::id);
        var heading =
                flow.map(planned -> Said.in(texts, planned.flow().title())).orElse(texts.say("files.heading"));
        var crumbs = flow.isPresent()
                ? Breadcrumbs.of(new Crumb(texts.say("files.heading"), LIST), new Crumb(heading, ""))
                : Breadcrumbs.none();
        return Html.page(
                "data/files/FilesPage",
                new FilesPage(
                        frame.titled(heading).at("files", crumbs),
                        heading,
                        texts.say(flow.isPresent() ? "files.lead.flow" : "files.lead"),
                        telling.flows(texts, flow.map(List::of).orElseGet(() -> batches.flows(officer))),
                        telling.batches(texts, shown),
                        ListAddress.of(flow.isPresent() ? LIST + "/" + id : LIST)
                                .pages(texts, trail, next, texts.say("files.shown", shown.size())),
                        flow.filter(planned -> batches.mayDeliver(officer, planned.id()) instanceof Outcome.Done)
                                .map(planned -> telling.sending(
                                        frame,
                                        planned,
                                        batches.keys(planned),
                                        sftp.part(
                                                frame,
                                                "files.sftp.lead.from",
                                                planned.running().from(),
                                                LIST + "/" + id + "/sftp",
                                                sent)))));
    }
}
