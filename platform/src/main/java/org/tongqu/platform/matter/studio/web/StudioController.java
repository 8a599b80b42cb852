package org.tongqu.platform.matter.studio.web;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.tongqu.design.PageFrame;
import org.tongqu.design.form.ButtonLink;
import org.tongqu.design.nav.Breadcrumbs;
import org.tongqu.design.nav.Breadcrumbs.Crumb;
import org.tongqu.design.nav.Trail;
import org.tongqu.design.view.Cell;
import org.tongqu.design.view.DataTable;
import org.tongqu.design.view.DataTable.Column;
import org.tongqu.design.view.DataTable.Row;
import org.tongqu.design.view.EmptyState;
import org.tongqu.platform.matter.services.ItemSummary;
import org.tongqu.platform.matter.services.ServiceCatalogue;
import org.tongqu.platform.matter.studio.Rehearsals;
import org.tongqu.platform.matter.studio.Rehearsed;
import org.tongqu.platform.operate.web.Html;
import org.tongqu.platform.operate.web.ListAddress;
import org.tongqu.platform.operate.web.Said;
import org.tongqu.platform.trust.directory.Directory;
import org.tongqu.platform.trust.identity.SignedIn;

/** The door of the studio: packs that can be tried, and all that was tried. */
@Controller
class StudioController {

    private static final int LATEST = 5;

    private final Rehearsals rehearsals;
    private final ServiceCatalogue catalogue;
    private final Directory directory;

    StudioController(Rehearsals rehearsals, ServiceCatalogue catalogue, Directory directory) {
        this.rehearsals = rehearsals;
        this.catalogue = catalogue;
        this.directory = directory;
    }

    @GetMapping(Words.STUDIO)
    Html studio(PageFrame frame, @AuthenticationPrincipal SignedIn.Officer officer) {
        Words.admit(officer);
        var words = new Words(frame.texts(), directory);
        var texts = frame.texts();
        var latest = rehearsals.list(officer, Optional.empty()).rows();
        return Html.page(
                "matter/studio/StudioPage",
                new StudioPage(
                        frame.titled(texts.say("studio.heading")).at(Words.PLACE, Breadcrumbs.none()),
                        packs(words, officer),
                        table(words, latest.subList(0, Math.min(LATEST, latest.size())), "studio.latest"),
                        List.of(ButtonLink.plain(texts.say("studio.rehearsals.all"), Words.ALL))));
    }

    private DataTable packs(Words words, SignedIn.Officer officer) {
        var texts = words.texts();
        var mayRehearse = rehearsals.mayRehearse(officer);
        return new DataTable(
                texts,
                texts.say("studio.packs"),
                Stream.of("pack", "version", "way")
                        .map(name -> Column.of(texts.say("studio.column." + name)))
                        .toList(),
                catalogue.items().stream()
                        .map(item -> row(words, item, mayRehearse))
                        .toList(),
                EmptyState.of(texts.say("desk.packs.empty.title"), texts.say("desk.packs.empty.text")),
                "");
    }

    private static Row row(Words words, ItemSummary item, boolean mayRehearse) {
        var texts = words.texts();
        var title = Said.in(texts, item.title());
        return Row.of(
                new Cell.TwoLines(title, item.packId()),
                new Cell.Words(item.version()),
                mayRehearse
                        ? new Cell.Ways(List.of(new Cell.Way(
                                texts.say("studio.try.pack", title),
                                ListAddress.of(Words.NEW)
                                        .with("pack", item.packId())
                                        .toString())))
                        : new Cell.Words(texts.say("studio.try.not")));
    }

    @GetMapping(Words.ALL)
    Html all(
            PageFrame frame,
            @AuthenticationPrincipal SignedIn.Officer officer,
            @RequestParam(required = false) @Nullable String after) {
        Words.admit(officer);
        var texts = frame.texts();
        var trail = Trail.of(after);
        var found = rehearsals.list(officer, trail.number());
        var heading = texts.say("studio.rehearsals");
        return Html.page(
                "matter/studio/RehearsalsPage",
                new RehearsalsPage(
                        frame.titled(heading)
                                .at(
                                        Words.PLACE,
                                        Breadcrumbs.of(
                                                new Crumb(texts.say("studio.heading"), Words.STUDIO),
                                                new Crumb(heading, ""))),
                        table(new Words(texts, directory), found.rows(), "studio.rehearsals"),
                        ListAddress.of(Words.ALL)
                                .pages(
                                        texts,
                                        trail,
                                        found.next(),
                                        texts.say("studio.shown", found.rows().size()))));
    }

    private static DataTable table(Words words, List<Rehearsed> rows, String caption) {
        var texts = words.texts();
        return new DataTable(
                texts,
                texts.say(caption),
                Stream.of("number", "what", "period", "who", "cases", "state")
                        .map(name -> name.equals("cases")
                                ? Column.figures(texts.say("studio.column." + name))
                                : Column.of(texts.say("studio.column." + name)))
                        .toList(),
                rows.stream().map(row -> row(words, row)).toList(),
                EmptyState.of(texts.say("studio.none"), texts.say("studio.none.text")),
                "");
    }

    private static Row row(Words words, Rehearsed of) {
        var texts = words.texts();
        var href = Words.address(of.id());
        return Row.opening(
                href,
                new Cell.Opens(texts.say("studio.number", String.valueOf(of.id())), href),
                new Cell.Listed(
                        words.title(of),
                        List.of(
                                words.versions(of.change()),
                                words.names(of.change().files()))),
                new Cell.TwoLines(words.period(of), words.offices(of)),
                new Cell.TwoLines(of.asker().name(), texts.moment(of.asker().at())),
                new Cell.Figure(texts.number(of.progress().played())),
                new Cell.Lit(words.lamp(of)));
    }
}
