package org.tongqu.platform.matter.evaluation.web;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.tongqu.design.PageFrame;
import org.tongqu.design.nav.Breadcrumbs;
import org.tongqu.design.nav.Breadcrumbs.Crumb;
import org.tongqu.design.view.Cell;
import org.tongqu.design.view.DataTable;
import org.tongqu.design.view.DataTable.Column;
import org.tongqu.design.view.DataTable.Row;
import org.tongqu.design.view.EmptyState;
import org.tongqu.design.view.KeyFacts;
import org.tongqu.design.view.KeyFacts.Fact;
import org.tongqu.engines.evaluation.Sheet;
import org.tongqu.platform.matter.evaluation.Appeal;
import org.tongqu.platform.matter.evaluation.Appeals;
import org.tongqu.platform.matter.evaluation.Measure;
import org.tongqu.platform.matter.evaluation.RowPage;
import org.tongqu.platform.matter.evaluation.SubjectSheet;

/** A sheet as its page shows it. */
final class ScoreTelling {

    private final PageFrame frame;
    private final SubjectSheet sheet;
    private final Appeals.Against against;
    private final Words words;

    ScoreTelling(PageFrame frame, SubjectSheet sheet, Appeals.Against against) {
        this.against = against;
        this.frame = frame;
        this.sheet = sheet;
        this.words = new Words(frame.texts());
    }

    ScoreSheetPage page() {
        var state = sheet.state();
        var name = words.in(sheet.name());
        var heading = say("sheet", name, words.period(state.period()));
        var crumbs = Breadcrumbs.of(
                new Crumb(
                        say("heading"),
                        EvaluationQuery.address(state, sheet.subject().kind(), "")),
                new Crumb(name, ""));
        return new ScoreSheetPage(
                frame.titled(heading).at(EvaluationPlace.ID, crumbs),
                heading,
                words.state(state),
                facts(),
                scores(),
                Words.exports(words.texts(), Words.sheet(state, sheet.subject()), ""),
                sheet.sheet().scores().stream().map(this::indicated).toList());
    }

    private String say(String key, Object... args) {
        return words.texts().say("evaluation." + key, args);
    }

    private KeyFacts facts() {
        var facts = new ArrayList<Fact>();
        facts.add(Fact.of(say("fact.total"), Words.number(sheet.sheet().total())));
        sheet.standing().ifPresent(standing -> {
            facts.add(Fact.of(
                    say("fact.place"), say("fact.place.of", standing.place().place())));
            facts.add(Fact.of(say("fact.change"), Words.change(standing.change())));
            standing.amended()
                    .ifPresent(amended -> facts.add(Fact.of(say("fact.amended"), Words.amended(words.texts(), amended))
                            .noting(say("by-appeal", String.join(" ", amended.appeals())))
                            .leadingTo(AppealWords.file(amended.appeals().getLast()))));
        });
        if (sheet.standing().isEmpty() && sheet.sheet().total().isPresent()) {
            facts.add(Fact.of(say("fact.place"), say("unranked")).noting(indicators()));
        }
        facts.add(new Fact(
                say("fact.scheme"),
                words.in(sheet.state().scheme().title()),
                Words.SCHEME,
                sheet.state().edition()));
        return new KeyFacts(facts);
    }

    private String indicators() {
        return say(
                "unranked.counted",
                sheet.sheet().counted(),
                sheet.state().scheme().least(sheet.subject().kind()));
    }

    private DataTable scores() {
        var columns = Stream.concat(
                        Stream.of("indicator", "value", "weight").map(name -> Column.of(say("column." + name))),
                        Stream.concat(
                                Stream.of("points", "share").map(name -> Column.figures(say("column." + name))),
                                Stream.of(Column.of(say("column.amended")))))
                .toList();
        return new DataTable(
                words.texts(),
                say("scores.caption"),
                columns,
                sheet.sheet().scores().stream().map(this::row).toList(),
                EmptyState.of(say("empty"), say("empty.text")),
                "");
    }

    private Row row(Sheet.Score score) {
        var indicator = score.indicator();
        return Row.of(
                new Cell.TwoLines(words.in(indicator.said().label()), words.direction(indicator)),
                new Cell.Words(words.value(score)),
                new Cell.Words(words.weight(indicator)),
                new Cell.Figure(Words.number(score.points())),
                new Cell.Figure(share(score)),
                amended(indicator.name()));
    }

    /** What an appeal made of it, the way to the appeal, or the way to appeal. */
    private Cell amended(String indicator) {
        var raised = against.raised().stream()
                .filter(appeal -> appeal.about().indicator().equals(indicator))
                .map(appeal -> new Cell.Way(say("appeal.one", appeal.id()), AppealWords.file(appeal.id())));
        var made = sheet.amended(indicator)
                .map(amendment -> new Cell.Way(
                        say("amended.points", Words.number(amendment.scored().points()), amendment.appeal()),
                        AppealWords.file(amendment.appeal())));
        var about = new Appeal.About(sheet.state().period(), sheet.subject(), indicator);
        var begins = Stream.of(indicator)
                .filter(against.open()::contains)
                .map(open -> new Cell.Way(say("appeal"), AppealWords.begin(about)));
        return new Cell.Ways(made.map(Stream::of)
                .orElseGet(() -> Stream.concat(raised, begins))
                .toList());
    }

    private String share(Sheet.Score score) {
        var share = sheet.sheet().share(score);
        return switch (score.indicator().kind()) {
            case SCORED -> Words.number(share);
            case BONUS -> Words.change(share);
            case MALUS -> Words.change(share.map(BigDecimal::negate));
        };
    }

    private ScoreSheetPage.Indicated indicated(Sheet.Score score) {
        var indicator = score.indicator();
        var label = words.in(indicator.said().label());
        var measures = indicator.measures().stream()
                .sorted()
                .flatMap(code -> Measure.find(code).stream())
                .toList();
        var rows = new ArrayList<Row>();
        for (var measure : measures) {
            rows.add(counted(measure, measures));
        }
        return new ScoreSheetPage.Indicated(
                indicator.name(),
                label,
                words.in(indicator.said().formula()),
                words.in(indicator.said().basis()),
                new DataTable(
                        words.texts(),
                        say("counted.caption", label),
                        List.of(
                                Column.of(say("column.measure")),
                                Column.figures(say("column.amount")),
                                Column.of(say("column.rows"))),
                        rows,
                        EmptyState.of(say("empty"), ""),
                        ""));
    }

    /** Of a measure of which another one of the formula is a part, also what is not in that part: there points are lost. */
    private Row counted(Measure measure, List<Measure> all) {
        var amount = sheet.amounts().getOrDefault(measure.code(), BigDecimal.ZERO);
        var ways = new ArrayList<Cell.Way>();
        if (amount.signum() != 0) {
            ways.add(way("rows.all", new RowPage.Asked(measure, Optional.empty())));
            all.stream()
                    .filter(part -> part.whole().equals(Optional.of(measure)))
                    .filter(part -> sheet.amounts()
                                    .getOrDefault(part.code(), BigDecimal.ZERO)
                                    .compareTo(amount)
                            < 0)
                    .forEach(part -> ways.add(way("rows.costly", new RowPage.Asked(measure, Optional.of(part)))));
        }
        return Row.of(
                new Cell.Words(words.measure(measure)), new Cell.Figure(Words.plain(amount)), new Cell.Ways(ways));
    }

    private Cell.Way way(String key, RowPage.Asked asked) {
        return new Cell.Way(say(key), Words.rows(sheet.state(), sheet.subject(), asked, ""));
    }
}
