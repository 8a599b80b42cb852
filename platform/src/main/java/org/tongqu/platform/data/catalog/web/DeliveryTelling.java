package org.tongqu.platform.data.catalog.web;

import java.time.Clock;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.tongqu.design.Texts;
import org.tongqu.design.view.Cell;
import org.tongqu.design.view.DataTable;
import org.tongqu.design.view.DataTable.Column;
import org.tongqu.design.view.DataTable.Row;
import org.tongqu.design.view.EmptyState;
import org.tongqu.design.view.Lamp;
import org.tongqu.design.view.Lamp.Light;
import org.tongqu.platform.data.catalog.Delivery;
import org.tongqu.platform.data.catalog.Edition;

/** Says what last came of a resource: how fresh, how right, and what it looks like. */
@Component
class DeliveryTelling {

    private static final double HUNDREDTHS = 100.0;

    private final Clock clock;

    DeliveryTelling(Clock clock) {
        this.clock = clock;
    }

    ResourcePage.Freshness freshness(Texts texts, Edition edition, Optional<Delivery> last) {
        if (last.isEmpty()) {
            return new ResourcePage.Freshness(
                    new Lamp(Light.PAUSED, texts.say("catalog.fresh.never")), texts.say("catalog.fresh.never.text"));
        }
        var delivery = last.get();
        var cycle = edition.description().cycle();
        var freshness = delivery.freshness(cycle, clock.instant());
        var light = switch (freshness) {
            case FRESH -> Light.FINE;
            case DUE -> Light.SOON;
            case STALE -> Light.LATE;
            case UNBOUND -> Light.DONE;
        };
        var came = texts.say("catalog.fresh.came", texts.moment(delivery.at()), texts.number(delivery.rows()));
        var due = delivery.nextBy(cycle)
                .map(moment -> texts.say("catalog.fresh.by", Words.of(texts, "cycle", cycle), texts.moment(moment)))
                .orElseGet(() -> texts.say("catalog.fresh.any"));
        var right = delivery.accuracy()
                .map(share ->
                        texts.say("catalog.fresh.right", share / HUNDREDTHS + "%", texts.number(delivery.refused())))
                .orElse("");
        return new ResourcePage.Freshness(
                new Lamp(light, texts.say("catalog.fresh." + freshness.code())), came + due + right);
    }

    /** A few rows with their personal parts masked; none where nothing came. */
    Optional<DataTable> sample(Texts texts, Edition edition, Optional<Delivery> last) {
        var items = edition.items();
        return last.filter(delivery -> !delivery.sample().isEmpty())
                .map(delivery -> new DataTable(
                        texts,
                        texts.say("catalog.sample", delivery.sample().size()),
                        items.stream().map(item -> Column.of(item.name())).toList(),
                        delivery.sample().stream()
                                .map(row -> Row.of(items.stream()
                                        .map(item -> new Cell.Words(row.getOrDefault(item.field(), "")))
                                        .toArray(Cell[]::new)))
                                .toList(),
                        EmptyState.of(texts.say("catalog.empty"), ""),
                        ""));
    }
}
