package org.tongqu.platform.front.desk.web.watch;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;
import org.tongqu.design.Texts;
import org.tongqu.design.form.Choice;
import org.tongqu.design.form.FilterBar;
import org.tongqu.design.form.FilterBar.Filter;
import org.tongqu.design.form.FormPage;
import org.tongqu.design.view.LampCounts;
import org.tongqu.design.view.StatTiles.Tile;
import org.tongqu.platform.front.desk.web.Lamps;
import org.tongqu.platform.matter.casework.Lamp;
import org.tongqu.platform.matter.services.ServiceCatalogue;
import org.tongqu.platform.matter.supervision.Figure;
import org.tongqu.platform.matter.supervision.Supervision;
import org.tongqu.platform.operate.web.Said;
import org.tongqu.platform.trust.directory.Organisation;

/** What the pages of supervision have in common. */
record WatchParts(Texts texts, WatchQuery query, LocalDate today) {

    static final List<Lamp> LAMPS = List.of(Lamp.RED, Lamp.YELLOW, Lamp.GREEN, Lamp.STOPPED);

    LampCounts lamps(ToLongFunction<Lamp> count) {
        var counts = LAMPS.stream()
                .map(lamp -> new LampCounts.Count(
                        Lamps.shown(texts, lamp),
                        texts.number(count.applyAsLong(lamp)),
                        query.lit(lamp).rows()))
                .toList();
        return new LampCounts(texts.say("desk.watch.lamps"), counts);
    }

    /** The figure with its formula in words; it opens to the rows that count in it. */
    Tile tile(Figure figure) {
        var indicator = figure.indicator();
        var words = "supervision.indicator." + indicator.key();
        var value = figure.value().map(number -> number.toPlainString()).orElse("–");
        var unit = texts.say("supervision.unit." + indicator.unit().name().toLowerCase(Locale.ROOT));
        return new Tile(
                texts.say(words),
                value,
                unit,
                query.about(indicator).rows(),
                texts.say("desk.watch.of", texts.number(figure.hits()), texts.number(figure.population())),
                texts.say(words + ".formula"));
    }

    /** Organisation, clock and period, and the lamp where rows of lamps are shown. */
    FilterBar filters(String action, List<Organisation> organisations, ServiceCatalogue catalogue) {
        var all = texts.say("desk.watch.all");
        var filter = query.filter();
        var filters = new ArrayList<Filter>();
        filters.add(new Filter.OneOf(
                "organisation",
                texts.say("desk.watch.filter.organisation"),
                organisations.stream()
                        .map(organisation -> Choice.of(organisation.code(), Said.in(texts, organisation.name())))
                        .toList(),
                filter.organisation().orElse(""),
                all));
        filters.add(new Filter.OneOf(
                "clock",
                texts.say("desk.watch.filter.clock"),
                clocks(catalogue),
                filter.clock().orElse(""),
                all));
        filters.add(new Filter.Day(
                        "since",
                        texts.say("desk.watch.filter.since"),
                        query.first(today).toString())
                .asTyped(texts, query.since()));
        filters.add(new Filter.Day(
                        "until",
                        texts.say("desk.watch.filter.until"),
                        query.last(today).toString())
                .asTyped(texts, query.until()));
        var kept = query.indicator()
                .map(indicator -> List.of(new FormPage.Hidden("figure", indicator.key())))
                .orElseGet(() -> query.chosenLamp()
                        .map(lamp ->
                                List.of(new FormPage.Hidden("lamp", lamp.name().toLowerCase(Locale.ROOT))))
                        .orElse(List.of()));
        return new FilterBar(texts, action, filters, kept, action);
    }

    /** Every clock that any service runs, once by name, and those of single steps. */
    private List<Choice> clocks(ServiceCatalogue catalogue) {
        return Stream.concat(
                        catalogue.items().stream()
                                .map(item -> catalogue.pack(item.packId()))
                                .flatMap(pack -> pack.clocks().rules().values().stream())
                                .map(rule -> Choice.of(rule.name(), Said.in(texts, rule.label()))),
                        Stream.of(Choice.of(Supervision.STEPS, texts.say("desk.watch.filter.steps"))))
                .distinct()
                .toList();
    }
}
