package org.tongqu.platform.data.harvest.web;

import java.util.List;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.tongqu.design.Icon;
import org.tongqu.design.PageFrame;
import org.tongqu.design.Texts;
import org.tongqu.design.form.ButtonLink;
import org.tongqu.design.nav.Breadcrumbs;
import org.tongqu.design.view.Cell;
import org.tongqu.design.view.DataTable.Row;
import org.tongqu.platform.data.catalog.ForeignCatalogs;
import org.tongqu.platform.data.harvest.Harvests;
import org.tongqu.platform.data.harvest.SourceStanding;
import org.tongqu.platform.operate.web.Html;
import org.tongqu.platform.trust.identity.SignedIn;

/** The list of sources. */
@Controller
class SourcesController {

    private final Harvests harvests;

    SourcesController(Harvests harvests) {
        this.harvests = harvests;
    }

    @GetMapping(Words.LIST)
    Html list(PageFrame frame, @AuthenticationPrincipal SignedIn.Officer officer) {
        Words.admit(officer);
        var texts = frame.texts();
        var columns = List.of(
                Words.column(texts, "state"),
                Words.column(texts, "source"),
                Words.column(texts, "kind"),
                Words.figures(texts, "entries"),
                Words.figures(texts, "rejected"),
                Words.column(texts, "last"));
        var found = ButtonLink.plain(texts.say("harvest.found"), ForeignCatalogs.DESK_LIST)
                .with(Icon.SEARCH);
        return Html.page(
                "data/harvest/SourcesPage",
                new SourcesPage(
                        frame.titled(texts.say("harvest.heading")).at("harvest", Breadcrumbs.none()),
                        Harvests.isKeeper(officer)
                                ? List.of(
                                        ButtonLink.plain(texts.say("harvest.new"), Words.LIST + "/new")
                                                .with(Icon.PLUS),
                                        found)
                                : List.of(found),
                        Words.table(
                                texts,
                                "sources",
                                columns,
                                harvests.standings().stream()
                                        .map(standing -> row(texts, standing))
                                        .toList())));
    }

    private static Row row(Texts texts, SourceStanding standing) {
        var source = standing.source();
        var href = Words.address(source);
        return Row.opening(
                href,
                new Cell.Lit(Words.lamp(texts, standing.last())),
                new Cell.Opens(source.said().name(), href),
                new Cell.TwoLines(
                        Words.of(texts, "kind", source.said().kind()),
                        source.isOn() ? Words.every(texts, source) : texts.say("harvest.off")),
                new Cell.Figure(texts.number(standing.entries())),
                new Cell.Figure(texts.number(standing.rejected())),
                new Cell.Words(standing.last()
                        .map(run -> texts.moment(run.times().started()))
                        .orElse("")));
    }
}
