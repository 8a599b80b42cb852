package org.tongqu.platform.data.files.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
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
import org.tongqu.design.nav.Trail;
import org.tongqu.design.view.NoticeBanner;
import org.tongqu.kernel.Outcome;
import org.tongqu.platform.data.catalog.SharingPlace;
import org.tongqu.platform.data.exchange.PlannedFlow;
import org.tongqu.platform.data.files.Deliveries;
import org.tongqu.platform.data.files.Delivery;
import org.tongqu.platform.data.files.FetchRefusal;
import org.tongqu.platform.data.files.SftpPlace;
import org.tongqu.platform.data.files.SftpPlaces;
import org.tongqu.platform.operate.web.Done;
import org.tongqu.platform.operate.web.Html;
import org.tongqu.platform.operate.web.ListAddress;
import org.tongqu.platform.operate.web.Redirect;
import org.tongqu.platform.operate.web.Said;
import org.tongqu.platform.trust.identity.SignedIn;

/** Batches on the desk that were made for others: fetched in the browser, received, and keys for systems that fetch. */
@Controller
class DeliveriesController {

    static final String LIST = FilesController.LIST + "/out";

    private static final int PAGE = 30;

    private final Deliveries deliveries;
    private final DeliveriesTelling telling;
    private final SftpPlaces places;
    private final SftpPart.Telling sftp;

    DeliveriesController(Deliveries deliveries, DeliveriesTelling telling, SftpPlaces places, SftpPart.Telling sftp) {
        this.deliveries = deliveries;
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
        return draw(frame, officer, Optional.empty(), after, Shown.NOTHING);
    }

    @GetMapping(LIST + "/{flow}")
    Html one(
            PageFrame frame,
            @AuthenticationPrincipal SignedIn.Officer officer,
            @PathVariable String flow,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(defaultValue = "") String done) {
        return draw(
                Done.told(frame, "files.done." + done),
                officer,
                Optional.of(planned(officer, flow)),
                after,
                Shown.NOTHING);
    }

    @GetMapping(LIST + "/{flow}/{id}/{file}")
    ResponseEntity<Object> fetch(
            HttpServletRequest request,
            @AuthenticationPrincipal SignedIn.Officer officer,
            @PathVariable String flow,
            @PathVariable long id,
            @PathVariable String file)
            throws IOException {
        planned(officer, flow);
        return FetchController.handed(request, done(deliveries.fetch(officer, id, file)));
    }

    @PostMapping(LIST + "/{flow}/{id}/receipt")
    Object receive(
            @AuthenticationPrincipal SignedIn.Officer officer, @PathVariable String flow, @PathVariable long id) {
        planned(officer, flow);
        done(deliveries.receive(officer, id));
        return Redirect.to(LIST + "/" + flow + "?done=receive");
    }

    /** The page that answers shows the key; it cannot be shown again, so there is no other page to be led to. */
    @PostMapping(LIST + "/{flow}/keys")
    Html give(
            PageFrame frame,
            HttpServletResponse response,
            @AuthenticationPrincipal SignedIn.Officer officer,
            @PathVariable String flow) {
        response.setHeader("Cache-Control", "no-store");
        var planned = planned(officer, flow);
        var token = done(deliveries.give(officer, flow));
        return draw(frame, officer, Optional.of(planned), null, new Shown(token, Map.of()));
    }

    @PostMapping(LIST + "/{flow}/keys/{key}/withdraw")
    Object withdraw(
            @AuthenticationPrincipal SignedIn.Officer officer, @PathVariable String flow, @PathVariable long key) {
        planned(officer, flow);
        done(deliveries.withdraw(officer, flow, key));
        return Redirect.to(LIST + "/" + flow + "?done=withdraw");
    }

    /** Where batches of the system lie, or are brought, beside the folder that is shared with it. */
    @PostMapping(LIST + "/{flow}/sftp")
    Object declareSftp(
            PageFrame frame,
            @AuthenticationPrincipal SignedIn.Officer officer,
            @PathVariable String flow,
            @RequestParam Map<String, String> sent) {
        var planned = taking(officer, flow);
        return switch (places.declare(officer, planned, planned.running().to(), sent)) {
            case Outcome.Done<SftpPlace, String> done -> Redirect.to(LIST + "/" + flow + "?done=sftp");
            case Outcome.Refused<SftpPlace, String>(var what) ->
                draw(
                                frame.noticing(
                                        List.of(NoticeBanner.error(frame.texts().say("files.sftp.wrong." + what)))),
                                officer,
                                Optional.of(planned),
                                null,
                                new Shown("", sent))
                        .with(HttpStatus.UNPROCESSABLE_CONTENT);
        };
    }

    @PostMapping(LIST + "/{flow}/sftp/remove")
    Object removeSftp(@AuthenticationPrincipal SignedIn.Officer officer, @PathVariable String flow) {
        var planned = taking(officer, flow);
        places.remove(officer, planned, planned.running().to());
        return Redirect.to(LIST + "/" + flow + "?done=sftp-remove");
    }

    private PlannedFlow taking(SignedIn.Officer officer, String flow) {
        return done(deliveries.mayFetch(officer, planned(officer, flow).id()));
    }

    /** What a page shows once. @param token of a key that was just made @param sent of the form about SFTP */
    private record Shown(String token, Map<String, String> sent) {
        static final Shown NOTHING = new Shown("", Map.of());
    }

    /** Whoever sees these buttons may press them; all else is a page that was left open or an address that was guessed. */
    private static <T> T done(Outcome<T, FetchRefusal> outcome) {
        return switch (outcome) {
            case Outcome.Done<T, FetchRefusal>(var done) -> done;
            case Outcome.Refused<T, FetchRefusal>(var why) ->
                throw new ResponseStatusException(HttpStatusCode.valueOf(FetchProblems.status(why)));
        };
    }

    private PlannedFlow planned(SignedIn.Officer officer, String flow) {
        concerned(officer);
        return deliveries.flows(officer).stream()
                .filter(planned -> planned.id().equals(flow))
                .findFirst()
                .orElseThrow(() -> new ResponseStatusException(HttpStatusCode.valueOf(404)));
    }

    private static void concerned(SignedIn.Officer officer) {
        if (!SharingPlace.isConcerned(officer)) {
            throw new ResponseStatusException(HttpStatusCode.valueOf(403));
        }
    }

    private Html draw(
            PageFrame frame, SignedIn.Officer officer, Optional<PlannedFlow> flow, @Nullable String after, Shown once) {
        var texts = frame.texts();
        var trail = Trail.of(after);
        var id = flow.map(PlannedFlow::id).orElse("");
        var shown = deliveries.list(officer, id, trail.number().orElse(Long.MAX_VALUE), PAGE);
        var next = Trail.next(shown, PAGE, Delivery::id);
        var all = texts.say("files.out.heading");
        var heading =
                flow.map(planned -> Said.in(texts, planned.flow().title())).orElse(all);
        var files = new Crumb(texts.say("files.heading"), FilesController.LIST);
        var crumbs = flow.isPresent()
                ? Breadcrumbs.of(files, new Crumb(all, LIST), new Crumb(heading, ""))
                : Breadcrumbs.of(files, new Crumb(all, ""));
        var takes = flow.filter(planned -> deliveries.mayFetch(officer, planned.id()) instanceof Outcome.Done);
        return Html.page(
                "data/files/DeliveriesPage",
                new DeliveriesPage(
                        frame.titled(heading).at("files", crumbs),
                        heading,
                        once.token(),
                        telling.batches(texts, shown, takes),
                        ListAddress.of(flow.isPresent() ? LIST + "/" + id : LIST)
                                .pages(texts, trail, next, texts.say("files.shown", shown.size())),
                        telling.flows(texts, flow.map(List::of).orElseGet(() -> deliveries.flows(officer))),
                        takes.map(planned -> telling.taking(
                                frame,
                                planned,
                                shown,
                                deliveries.keys(planned),
                                sftp.part(
                                        frame,
                                        "files.sftp.lead.to",
                                        planned.running().to(),
                                        LIST + "/" + id + "/sftp",
                                        once.sent())))));
    }
}
