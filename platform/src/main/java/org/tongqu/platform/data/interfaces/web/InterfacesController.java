package org.tongqu.platform.data.interfaces.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.tongqu.design.PageFrame;
import org.tongqu.design.Texts;
import org.tongqu.design.form.ButtonLink;
import org.tongqu.design.nav.Breadcrumbs;
import org.tongqu.design.nav.Trail;
import org.tongqu.design.view.Cell;
import org.tongqu.design.view.DataTable;
import org.tongqu.design.view.DataTable.Row;
import org.tongqu.design.view.EmptyState;
import org.tongqu.kernel.time.WorkingCalendar;
import org.tongqu.platform.data.catalog.SharingPlace;
import org.tongqu.platform.data.interfaces.EndpointStanding;
import org.tongqu.platform.data.interfaces.InterfaceBoard;
import org.tongqu.platform.data.interfaces.Mediation;
import org.tongqu.platform.operate.web.Html;
import org.tongqu.platform.operate.web.ListAddress;
import org.tongqu.platform.trust.directory.Directory;
import org.tongqu.platform.trust.identity.SignedIn;

/** All interfaces with their lamps and what was called today. */
@Controller
class InterfacesController {

    private static final int PAGE = 50;

    private final InterfaceBoard board;
    private final Mediation mediation;
    private final Directory directory;
    private final Clock clock;

    InterfacesController(InterfaceBoard board, Mediation mediation, Directory directory, Clock clock) {
        this.board = board;
        this.mediation = mediation;
        this.directory = directory;
        this.clock = clock;
    }

    @GetMapping(Words.LIST)
    Html list(
            PageFrame frame,
            @AuthenticationPrincipal SignedIn.Officer officer,
            @RequestParam(required = false) @Nullable String after) {
        if (!SharingPlace.isConcerned(officer)) {
            throw Words.forbidden();
        }
        var texts = frame.texts();
        var trail = Trail.of(after);
        var today = LocalDate.ofInstant(clock.instant(), WorkingCalendar.ZONE);
        var shown = board.list(today, trail.start().orElse(""), PAGE);
        var next = Trail.next(shown, PAGE, one -> one.endpoint().id());
        return Html.page(
                "data/interfaces/InterfacesPage",
                new InterfacesPage(
                        frame.titled(texts.say("interfaces.heading")).at("interfaces", Breadcrumbs.none()),
                        ways(texts, officer),
                        table(texts, shown),
                        ListAddress.of(Words.LIST)
                                .pages(texts, trail, next, texts.say("interfaces.shown", shown.size()))));
    }

    private static List<ButtonLink> ways(Texts texts, SignedIn.Officer officer) {
        var ways = new ArrayList<ButtonLink>();
        if (InterfacePlaces.isKeeper(officer)) {
            ways.add(ButtonLink.main(texts.say("interfaces.declare"), Words.NEW));
        }
        ways.add(ButtonLink.plain(texts.say("interfaces.keys"), Words.KEYS));
        return ways;
    }

    private DataTable table(Texts texts, List<EndpointStanding> shown) {
        return new DataTable(
                texts,
                texts.say("interfaces.heading"),
                List.of(
                        Words.column(texts, "state"),
                        Words.column(texts, "interface"),
                        Words.column(texts, "provider"),
                        Words.figures(texts, "calls"),
                        Words.figures(texts, "refused"),
                        Words.figures(texts, "failed"),
                        Words.figures(texts, "p99")),
                shown.stream().map(one -> row(texts, one)).toList(),
                EmptyState.of(texts.say("interfaces.empty"), texts.say("interfaces.empty.text")),
                "");
    }

    private Row row(Texts texts, EndpointStanding one) {
        var endpoint = one.endpoint();
        var href = Words.address(endpoint.id());
        return Row.opening(
                href,
                new Cell.Lit(Words.lamp(texts, endpoint, mediation.breaker(endpoint.id()))),
                new Cell.Opens(endpoint.title(), href),
                new Cell.TwoLines(Words.office(texts, directory, endpoint.provider()), endpoint.id()),
                new Cell.Figure(texts.number(one.today().calls())),
                new Cell.Figure(texts.number(one.today().refused())),
                new Cell.Figure(texts.number(one.today().failed())),
                new Cell.Figure(EndpointTelling.millis(texts, one.p99())));
    }
}
