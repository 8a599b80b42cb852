package org.tongqu.platform.front.portal.web.services;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.tongqu.design.Icon;
import org.tongqu.design.PageFrame;
import org.tongqu.design.Texts;
import org.tongqu.design.form.ButtonLink;
import org.tongqu.design.nav.Breadcrumbs;
import org.tongqu.design.nav.Breadcrumbs.Crumb;
import org.tongqu.design.view.Cell;
import org.tongqu.design.view.DataTable;
import org.tongqu.design.view.DataTable.Column;
import org.tongqu.design.view.DataTable.Row;
import org.tongqu.design.view.EmptyState;
import org.tongqu.design.view.KeyFacts;
import org.tongqu.design.view.KeyFacts.Fact;
import org.tongqu.design.view.StepList;
import org.tongqu.engines.forms.MaterialAsk;
import org.tongqu.engines.packs.Pack;
import org.tongqu.platform.front.answers.ProcessPicture;
import org.tongqu.platform.front.portal.web.Limits;
import org.tongqu.platform.matter.hall.Halls;
import org.tongqu.platform.operate.web.Said;

/** Draws the guide of a service from its pack (办事指南, GB/T 39046). */
@Component
class GuideScreen {

    private final ServiceCards cards;
    private final Halls halls;

    GuideScreen(ServiceCards cards, Halls halls) {
        this.cards = cards;
        this.halls = halls;
    }

    GuidePage page(PageFrame frame, Pack pack) {
        var texts = frame.texts();
        var title = Said.in(texts, pack.title());
        var crumbs = Breadcrumbs.of(
                new Crumb(texts.say("portal.place.home"), "/"),
                new Crumb(texts.say("portal.place.services"), "/services"),
                new Crumb(title, ""));
        return new GuidePage(
                frame.titled(title).at("services", crumbs),
                title,
                Said.in(texts, pack.summary()),
                Optional.of(ButtonLink.main(texts.say("portal.guide.start"), "/apply/" + pack.id())),
                ways(texts, pack),
                facts(texts, pack),
                preparation(texts, pack),
                reference(texts, pack));
    }

    private List<ButtonLink> ways(Texts texts, Pack pack) {
        var ways = new ArrayList<ButtonLink>();
        ways.add(ButtonLink.plain(texts.say("portal.guide.form"), "/services/" + pack.id() + "/form")
                .with(Icon.PRINTER));
        if (halls.isBookable(pack.dispatch().organisationKind())) {
            ways.add(ButtonLink.plain(texts.say("portal.guide.book"), "/my/appointments/new?service=" + pack.id())
                    .with(Icon.CALENDAR));
        }
        return ways;
    }

    private KeyFacts facts(Texts texts, Pack pack) {
        var item = pack.item();
        var facts = new ArrayList<Fact>();
        facts.add(Fact.of(texts.say("portal.guide.office"), cards.office(texts, pack.owner())));
        Limits.promisedRule(pack)
                .ifPresent(rule ->
                        facts.add(Fact.of(texts.say("portal.guide.promised"), Limits.say(texts, rule.limit()))));
        Limits.statutory(pack)
                .ifPresent(rule ->
                        facts.add(Fact.of(texts.say("portal.guide.statutory"), Limits.say(texts, rule.limit()))));
        facts.addAll(ItemWords.fees(texts, pack));
        int visits = item.visit().times();
        facts.add(Fact.of(
                        texts.say("portal.guide.visits"),
                        visits == 0 ? texts.say("portal.guide.visits.0") : texts.say("portal.guide.visits.n", visits))
                .noting(Said.in(texts, item.visit().why())));
        ItemWords.depth(texts, pack).ifPresent(facts::add);
        facts.add(Fact.of(
                texts.say("portal.guide.objects"),
                item.identity().objects().stream()
                        .sorted()
                        .map(code -> object(texts, code))
                        .collect(Collectors.joining(texts.say("portal.check.and")))));
        item.results()
                .forEach(result -> facts.add(Fact.of(texts.say("portal.guide.result"), Said.in(texts, result.title()))
                        .noting(Said.in(texts, result.form()))));
        return new KeyFacts(facts);
    }

    private static String object(Texts texts, String code) {
        var key = "portal.object." + code;
        return texts.knows(key) ? texts.say(key) : code;
    }

    private static GuidePage.Preparation preparation(Texts texts, Pack pack) {
        var item = pack.item();
        var steps = item.steps().stream()
                .map(step -> new StepList.Step(
                        Said.in(texts, step.title())
                                + step.takes()
                                        .map(takes -> texts.say("portal.check.dash") + Said.in(texts, takes))
                                        .orElse(""),
                        Said.in(texts, step.says())))
                .toList();
        var limits = pack.clocks().rules().values().stream()
                .map(rule -> Fact.of(Said.in(texts, rule.label()), Limits.say(texts, rule.limit()))
                        .noting(pack.findClockBasis(rule.name())
                                .map(basis -> texts.say("portal.guide.clock.basis", Said.in(texts, basis)))
                                .orElse("")))
                .toList();
        return new GuidePage.Preparation(
                item.conditions().stream()
                        .map(condition -> Said.in(texts, condition))
                        .toList(),
                materials(texts, pack),
                new StepList(steps),
                ProcessPicture.of(texts, pack.process().drawing())
                        .titled(texts.say("portal.guide.chart.title", Said.in(texts, pack.title()))),
                new KeyFacts(limits));
    }

    static DataTable materials(Texts texts, Pack pack) {
        var columns = List.of(
                Column.of(texts.say("portal.guide.material")),
                Column.of(texts.say("portal.guide.material.need")),
                Column.of(texts.say("portal.guide.material.note")));
        var rows = pack.form().materials().stream().map(ask -> row(texts, ask)).toList();
        var empty = EmptyState.of(texts.say("portal.guide.materials.none"), "");
        return new DataTable(texts, texts.say("portal.guide.materials"), columns, rows, empty, "");
    }

    private static Row row(Texts texts, MaterialAsk ask) {
        var need = ask.when().isPresent()
                ? "portal.guide.materials.when"
                : ask.isRequired() ? "portal.guide.materials.required" : "portal.guide.materials.optional";
        var format = texts.say(
                "portal.guide.materials.accept",
                String.join(texts.say("portal.check.and"), ask.accept()).toUpperCase(Locale.ROOT),
                ask.maxMegabytes());
        var note = Said.in(texts, ask.hint());
        return Row.of(
                new Cell.TwoLines(Said.in(texts, ask.title()), Said.in(texts, ask.basis())),
                ask.waivedBy().isEmpty()
                        ? new Cell.Words(texts.say(need))
                        : new Cell.TwoLines(
                                texts.say(need),
                                texts.say("portal.guide.materials.waived", Said.in(texts, ask.waiver()))),
                new Cell.TwoLines(note.isEmpty() ? format : note, note.isEmpty() ? "" : format));
    }

    private static GuidePage.Reference reference(Texts texts, Pack pack) {
        var item = pack.item();
        var basis = item.basis().stream()
                .map(law -> Said.in(texts, law.law()) + " " + Said.in(texts, law.article())
                        + texts.say("portal.check.colon") + Said.in(texts, law.says()))
                .toList();
        var places = item.visit().places().stream()
                .map(place -> Fact.of(Said.in(texts, place.name()), Said.in(texts, place.address()))
                        .noting(Said.in(texts, place.hours())))
                .toList();
        var contacts = List.of(
                Fact.of(texts.say("portal.guide.consult"), item.contact().consult())
                        .leadingTo("tel:" + item.contact().consult()),
                Fact.of(texts.say("portal.guide.complain"), item.contact().complain())
                        .leadingTo("tel:" + item.contact().complain()));
        var codes = List.of(
                Fact.of(texts.say("portal.guide.code"), item.identity().basicCode()),
                Fact.of(texts.say("portal.guide.version"), pack.version()));
        return new GuidePage.Reference(
                basis,
                new KeyFacts(places),
                new KeyFacts(contacts),
                item.questions().stream()
                        .map(asked ->
                                new GuidePage.Answered(Said.in(texts, asked.asked()), Said.in(texts, asked.answered())))
                        .toList(),
                new KeyFacts(codes));
    }
}
