package org.tongqu.platform.data.interfaces.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.tongqu.design.PageFrame;
import org.tongqu.design.Texts;
import org.tongqu.design.form.Button;
import org.tongqu.design.form.ButtonLink;
import org.tongqu.design.form.FormPage;
import org.tongqu.design.nav.Breadcrumbs;
import org.tongqu.design.nav.Breadcrumbs.Crumb;
import org.tongqu.design.nav.Pagination;
import org.tongqu.design.nav.Trail;
import org.tongqu.kernel.Outcome;
import org.tongqu.kernel.time.WorkingCalendar;
import org.tongqu.platform.data.catalog.Catalog;
import org.tongqu.platform.data.catalog.SharingPlace;
import org.tongqu.platform.data.interfaces.Endpoint;
import org.tongqu.platform.data.interfaces.EndpointRefusal;
import org.tongqu.platform.data.interfaces.Endpoints;
import org.tongqu.platform.data.interfaces.InterfaceBoard;
import org.tongqu.platform.data.interfaces.Mediation;
import org.tongqu.platform.data.interfaces.PastCall;
import org.tongqu.platform.operate.web.Done;
import org.tongqu.platform.operate.web.Html;
import org.tongqu.platform.operate.web.ListAddress;
import org.tongqu.platform.operate.web.Redirect;
import org.tongqu.platform.trust.identity.SignedIn;

/** One interface: how it stands, what can be asked, who called; halted and opened by its department. */
@Controller
class EndpointController {

    private static final int PAGE = 20;
    private static final int DAYS = 14;
    private static final String ONE = Words.LIST + "/at/{id}";

    private final InterfaceBoard board;
    private final Endpoints endpoints;
    private final Mediation mediation;
    private final Catalog catalog;
    private final EndpointTelling telling;
    private final Clock clock;

    EndpointController(
            InterfaceBoard board,
            Endpoints endpoints,
            Mediation mediation,
            Catalog catalog,
            EndpointTelling telling,
            Clock clock) {
        this.board = board;
        this.endpoints = endpoints;
        this.mediation = mediation;
        this.catalog = catalog;
        this.telling = telling;
        this.clock = clock;
    }

    @GetMapping(ONE)
    Html one(
            PageFrame frame,
            @AuthenticationPrincipal SignedIn.Officer officer,
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(defaultValue = "") String done) {
        if (!SharingPlace.isConcerned(officer)) {
            throw Words.forbidden();
        }
        var texts = frame.texts();
        var today = LocalDate.ofInstant(clock.instant(), WorkingCalendar.ZONE);
        var standing = board.find(id, today).orElseThrow(Words::notFound);
        var endpoint = standing.endpoint();
        var edition = catalog.findPublished(endpoint.resource()).orElseThrow(Words::notFound);
        var trail = Trail.of(after);
        var calls = board.calls(officer, endpoint, trail.number().orElse(Long.MAX_VALUE), PAGE);
        var crumbs =
                Breadcrumbs.of(new Crumb(texts.say("interfaces.heading"), Words.LIST), new Crumb(endpoint.title(), ""));
        return Html.page(
                "data/interfaces/EndpointPage",
                new EndpointPage(
                        Done.told(frame, "interfaces.done." + done)
                                .titled(endpoint.title())
                                .at("interfaces", crumbs),
                        endpoint.title(),
                        new EndpointPage.Standing(
                                Words.lamp(texts, endpoint, mediation.breaker(endpoint.id())),
                                edition.description().name(),
                                telling.facts(texts, standing)),
                        steps(frame, officer, endpoint),
                        List.of(ButtonLink.plain(
                                texts.say("interfaces.document"), Words.document(endpoint.resource()))),
                        EndpointTelling.days(texts, board.days(endpoint, today.minusDays(DAYS - 1))),
                        telling.calls(texts, calls),
                        pages(texts, endpoint, calls, trail)));
    }

    private static Pagination pages(Texts texts, Endpoint endpoint, List<PastCall> calls, Trail trail) {
        var next = Trail.next(calls, PAGE, PastCall::id);
        return ListAddress.of(Words.address(endpoint.id()))
                .pages(texts, trail, next, texts.say("interfaces.calls.shown", calls.size()));
    }

    private List<FormPage> steps(PageFrame frame, SignedIn.Officer officer, Endpoint endpoint) {
        if (!(endpoints.steerable(officer, endpoint.id()) instanceof Outcome.Done)) {
            return List.of();
        }
        var texts = frame.texts();
        var step = endpoint.state() == Endpoint.State.HALTED ? "open" : "halt";
        var label = texts.say("interfaces.step." + step);
        return List.of(FormPage.of(
                texts,
                "",
                FormPage.Send.to(Words.address(endpoint.id()) + "/" + step, frame.csrf()),
                List.of(),
                step.equals("halt") ? Button.grave(label) : Button.main(label)));
    }

    @PostMapping(ONE + "/halt")
    Object halt(@AuthenticationPrincipal SignedIn.Officer officer, @PathVariable String id) {
        return answer(id, "halt", endpoints.halt(officer, id));
    }

    @PostMapping(ONE + "/open")
    Object open(@AuthenticationPrincipal SignedIn.Officer officer, @PathVariable String id) {
        return answer(id, "open", endpoints.open(officer, id));
    }

    private static Object answer(String id, String step, Outcome<Endpoint, EndpointRefusal> outcome) {
        return switch (outcome) {
            case Outcome.Done<Endpoint, EndpointRefusal> done -> Redirect.to(Words.address(id) + "?done=" + step);
            case Outcome.Refused<Endpoint, EndpointRefusal>(EndpointRefusal.Already already) ->
                Redirect.to(Words.address(id) + "?done=already");
            case Outcome.Refused<Endpoint, EndpointRefusal>(EndpointRefusal.UnknownEndpoint unknown) ->
                throw Words.notFound();
            case Outcome.Refused<Endpoint, EndpointRefusal> other -> throw Words.forbidden();
        };
    }
}
