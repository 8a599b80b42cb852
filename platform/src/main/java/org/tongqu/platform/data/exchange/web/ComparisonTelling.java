package org.tongqu.platform.data.exchange.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.tongqu.design.Texts;
import org.tongqu.design.nav.Tabs;
import org.tongqu.design.nav.Tabs.Tab;
import org.tongqu.design.view.Cell;
import org.tongqu.design.view.DataTable;
import org.tongqu.design.view.DataTable.Column;
import org.tongqu.design.view.DataTable.Row;
import org.tongqu.design.view.EmptyState;
import org.tongqu.design.view.KeyFacts;
import org.tongqu.design.view.KeyFacts.Fact;
import org.tongqu.design.view.Lamp;
import org.tongqu.design.view.Lamp.Light;
import org.tongqu.platform.data.exchange.Comparison;
import org.tongqu.platform.data.exchange.Comparison.Found;
import org.tongqu.platform.data.exchange.Comparison.Kind;
import org.tongqu.platform.operate.web.ListAddress;

/** Says a comparison in words. */
final class ComparisonTelling {

    /** The view that lists ranges and not rows. */
    static final String RANGES = "ranges";

    private static final int DIGEST_SHOWN = 12;

    private ComparisonTelling() {}

    static String address(Comparison of) {
        return Words.address(of.flow()) + "/comparisons/" + of.id();
    }

    static Lamp lamp(Texts texts, Comparison of) {
        return switch (of.state()) {
            case RUNNING -> lamp(texts, Light.SOON, "running");
            case COMPLETE -> {
                var isEqual = of.found().filter(Found::isEqual).isPresent();
                yield isEqual ? lamp(texts, Light.FINE, "equal") : lamp(texts, Light.LATE, "differing");
            }
            case STOPPED, CUT_SHORT -> lamp(texts, Light.PAUSED, of.state().code());
            case REFUSED, FAILED -> lamp(texts, Light.LATE, of.state().code());
        };
    }

    private static Lamp lamp(Texts texts, Light light, String said) {
        return new Lamp(light, texts.say("exchange.compare.state." + said));
    }

    /** What its lamp does not say. */
    static String words(Texts texts, Comparison of) {
        if (of.state() == Comparison.State.RUNNING) {
            return texts.say(
                    "exchange.compare.read",
                    texts.number(of.read().source()),
                    texts.number(of.read().target()));
        }
        return of.found()
                .map(found -> found.isEqual()
                        ? texts.say("exchange.compare.equal")
                        : texts.say(
                                "exchange.compare.ranges",
                                texts.number(found.ranges().differing())))
                .orElse(Words.why(texts, of.reason()));
    }

    static KeyFacts facts(Texts texts, Comparison of) {
        var facts = new ArrayList<Fact>();
        of.found().ifPresent(found -> {
            facts.add(side(texts, "source", found.source()));
            facts.add(side(texts, "target", found.target()));
            facts.add(fact(texts, "kept-out", texts.number(found.keptOut())));
        });
        facts.add(fact(texts, "agreement", of.agreement()).leadingTo("/desk/agreements/" + of.agreement()));
        facts.add(fact(texts, "started", texts.moment(of.started())));
        of.ended().ifPresent(ended -> facts.add(fact(texts, "ended", texts.moment(ended))));
        of.found()
                .flatMap(found -> found.sentBy().stream().boxed().findFirst())
                .ifPresent(run -> facts.add(fact(texts, "sent", texts.say("exchange.compare.run", run))
                        .leadingTo(Words.address(of.flow()) + "/runs/" + run)));
        return new KeyFacts(facts);
    }

    private static Fact side(Texts texts, String name, Comparison.Side side) {
        var digest =
                side.digest().substring(0, Math.min(DIGEST_SHOWN, side.digest().length()));
        return fact(texts, name, texts.number(side.rows())).noting(texts.say("exchange.compare.digest", digest));
    }

    private static Fact fact(Texts texts, String name, String value) {
        return Fact.of(texts.say("exchange.compare.fact." + name), value);
    }

    static Tabs views(Texts texts, Comparison of, String view) {
        var kinds = Arrays.stream(Kind.values())
                .map(kind -> tab(
                        texts,
                        of,
                        kind.code(),
                        of.found()
                                .map(found -> found.counts().getOrDefault(kind, 0L))
                                .orElse(0L)));
        var ranges = tab(
                texts,
                of,
                RANGES,
                of.found().map(found -> (long) found.ranges().differing()).orElse(0L));
        return new Tabs(
                texts.say("exchange.compare.views"),
                Stream.concat(kinds, Stream.of(ranges)).toList(),
                view);
    }

    private static Tab tab(Texts texts, Comparison of, String view, long count) {
        return new Tab(
                view,
                texts.say("exchange.compare.view." + view),
                ListAddress.of(address(of)).with("view", view).toString(),
                texts.number(count));
    }

    static DataTable rows(Texts texts, List<Comparison.Difference> rows) {
        return table(
                texts,
                "rows",
                List.of(
                        Column.of(texts.say("exchange.compare.column.key")),
                        Column.of(texts.say("exchange.compare.column.kind")),
                        Column.figures(texts.say("exchange.compare.column.range"))),
                rows.stream()
                        .map(row -> Row.of(
                                new Cell.Words(row.key()),
                                new Cell.Words(texts.say(
                                        "exchange.compare.view." + row.kind().code())),
                                new Cell.Figure(texts.number(row.range()))))
                        .toList());
    }

    static DataTable ranges(Texts texts, List<Comparison.Range> ranges) {
        return table(
                texts,
                RANGES,
                List.of(
                        Column.figures(texts.say("exchange.compare.column.range")),
                        Column.figures(texts.say("exchange.compare.column.source-rows")),
                        Column.figures(texts.say("exchange.compare.column.target-rows")),
                        Column.of(texts.say("exchange.compare.column.hashes")),
                        Column.of(texts.say("exchange.compare.column.depth"))),
                ranges.stream()
                        .map(range -> Row.of(
                                new Cell.Figure(texts.number(range.number())),
                                new Cell.Figure(texts.number(range.source().rows())),
                                new Cell.Figure(texts.number(range.target().rows())),
                                new Cell.TwoLines(
                                        range.source().hash(), range.target().hash()),
                                new Cell.Words(texts.say(
                                        range.isNamed() ? "exchange.compare.named" : "exchange.compare.counted"))))
                        .toList());
    }

    private static DataTable table(Texts texts, String name, List<Column> columns, List<Row> rows) {
        return new DataTable(
                texts,
                texts.say("exchange.compare.table." + name),
                columns,
                rows,
                EmptyState.of(texts.say("exchange.compare.empty"), texts.say("exchange.compare.empty.text")),
                "");
    }
}
