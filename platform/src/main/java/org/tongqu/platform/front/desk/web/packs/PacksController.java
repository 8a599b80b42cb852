package org.tongqu.platform.front.desk.web.packs;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.tongqu.design.PageFrame;
import org.tongqu.design.Texts;
import org.tongqu.design.nav.Breadcrumbs;
import org.tongqu.design.view.Cell;
import org.tongqu.design.view.DataTable;
import org.tongqu.design.view.DataTable.Column;
import org.tongqu.design.view.DataTable.Row;
import org.tongqu.design.view.EmptyState;
import org.tongqu.kernel.identity.DivisionCode;
import org.tongqu.platform.matter.notices.NoticeBox;
import org.tongqu.platform.matter.services.ServiceCatalogue;
import org.tongqu.platform.operate.web.Html;
import org.tongqu.platform.operate.web.Said;
import org.tongqu.platform.trust.directory.Directory;

/** The packs as the platform read them at its start. */
@Controller
class PacksController {

    private final ServiceCatalogue catalogue;
    private final Directory directory;
    private final NoticeBox notices;
    private final DivisionCode city;

    PacksController(
            ServiceCatalogue catalogue,
            Directory directory,
            NoticeBox notices,
            @Value("${tongqu.site.division}") String city) {
        this.catalogue = catalogue;
        this.notices = notices;
        this.directory = directory;
        this.city = new DivisionCode(city);
    }

    @GetMapping("/desk/packs")
    Html packs(PageFrame frame) {
        var texts = frame.texts();
        var waived = catalogue.waived();
        return Html.page(
                "front/desk/PacksPage",
                new PacksPage(
                        frame.titled(texts.say("desk.packs.heading")).at("packs", Breadcrumbs.none()),
                        texts.say(
                                "desk.packs.waived",
                                texts.number(waived.values().stream()
                                        .mapToLong(Long::longValue)
                                        .sum())),
                        live(texts, waived),
                        unconnected(texts),
                        problems(texts)));
    }

    /** Each way of telling people that packs ask for and nobody connected, once for all packs. */
    private List<String> unconnected(Texts texts) {
        var connected = notices.connected();
        return catalogue.items().stream()
                .flatMap(item -> catalogue.pack(item.packId()).notices().stream())
                .flatMap(notice -> notice.channels().stream())
                .distinct()
                .filter(channel -> !connected.contains(channel))
                .sorted()
                .map(channel -> texts.say("desk.packs.channel." + channel.name().toLowerCase(Locale.ROOT)))
                .toList();
    }

    private DataTable live(Texts texts, Map<String, Long> waived) {
        var columns = Stream.of("title", "version", "owner", "waived")
                .map(name -> Column.of(texts.say("desk.packs.column." + name)))
                .toList();
        var rows = catalogue.items().stream()
                .map(item -> catalogue.pack(item.packId()))
                .map(pack -> Row.of(
                        new Cell.Opens(Said.in(texts, pack.title()), "/services/" + pack.id()),
                        new Cell.Words(pack.version()),
                        new Cell.TwoLines(office(texts, pack.owner()), pack.id()),
                        new Cell.Figure(texts.number(waived.getOrDefault(pack.id(), 0L)))))
                .toList();
        var empty = EmptyState.of(texts.say("desk.packs.empty.title"), texts.say("desk.packs.empty.text"));
        return new DataTable(texts, texts.say("desk.packs.caption"), columns, rows, empty, "");
    }

    /** The city's organisation of this kind; a kind that nobody of the city has yet reads as itself. */
    private String office(Texts texts, String kind) {
        return directory
                .findResponsible(kind, city)
                .map(organisation -> Said.in(texts, organisation.name()))
                .orElse(kind);
    }

    private DataTable problems(Texts texts) {
        var columns = Stream.of("file", "line", "text", "fix")
                .map(name -> Column.of(texts.say("desk.packs.problem." + name)))
                .toList();
        var rows = catalogue.problems().stream()
                .map(problem -> Row.of(
                        new Cell.Words(problem.file()),
                        new Cell.Figure(String.valueOf(problem.line())),
                        new Cell.Words(problem.text()),
                        new Cell.Words(problem.fix())))
                .toList();
        var none = EmptyState.of(texts.say("desk.packs.none.title"), texts.say("desk.packs.none.text"));
        return new DataTable(texts, texts.say("desk.packs.problems.caption"), columns, rows, none, "");
    }
}
