package org.tongqu.platform.matter.evaluation.web;

import java.util.ArrayList;
import java.util.List;
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
import org.tongqu.kernel.text.Label;
import org.tongqu.platform.matter.evaluation.Amendment;
import org.tongqu.platform.matter.evaluation.Appeal;
import org.tongqu.platform.matter.evaluation.PeriodState;

/** One appeal as its page shows it. */
final class AppealTelling {

    private final PageFrame frame;
    private final Appeal.File file;
    private final PeriodState state;
    private final Label name;
    private final Words words;

    AppealTelling(PageFrame frame, Appeal.File file, PeriodState state, Label name) {
        this.frame = frame;
        this.file = file;
        this.state = state;
        this.name = name;
        this.words = new Words(frame.texts());
    }

    AppealFilePage page(AppealForms.Typed typed) {
        var appeal = file.appeal();
        var heading = say("appeal.one", appeal.id());
        var crumbs = Breadcrumbs.of(
                new Crumb(say("heading"), Words.RANKING),
                new Crumb(say("appeals"), AppealWords.LIST),
                new Crumb(appeal.id(), ""));
        return new AppealFilePage(
                frame.titled(heading).at(EvaluationPlace.ID, crumbs),
                heading,
                new AppealWords(frame.texts()).standing(appeal),
                facts(),
                rows(),
                file.amended().isEmpty() ? List.of() : List.of(amended()),
                file.mayAnswer() ? List.of(new AppealForms(frame, words).answer(appeal.id(), typed)) : List.of());
    }

    private String say(String key, Object... args) {
        return frame.texts().say("evaluation." + key, args);
    }

    private KeyFacts facts() {
        var appeal = file.appeal();
        var about = appeal.about();
        var raised = appeal.raised();
        var facts = new ArrayList<Fact>();
        facts.add(Fact.of(say("column.subject"), words.in(name)).leadingTo(Words.sheet(state, about.subject())));
        facts.add(Fact.of(say("column.period"), words.period(about.period())));
        facts.add(Fact.of(say("column.indicator"), words.indicator(state.scheme(), about.indicator())));
        facts.add(Fact.of(say("appeal.fact.reason"), raised.reason())
                .noting(say("appeal.fact.by", raised.name(), frame.texts().moment(raised.at()))));
        appeal.answer()
                .ifPresent(answer -> facts.add(Fact.of(say("appeal.fact.answer"), answer.words())
                        .noting(say(
                                "appeal.fact.by", answer.name(), frame.texts().moment(answer.at())))));
        return new KeyFacts(facts);
    }

    private DataTable rows() {
        return new DataTable(
                frame.texts(),
                say("appeal.rows"),
                Stream.of("number", "title")
                        .map(column -> Column.of(say("column." + column)))
                        .toList(),
                file.rows().stream().map(AppealTelling::row).toList(),
                EmptyState.of(say("rows.empty"), say("rows.empty.text")),
                "");
    }

    private static Row row(Appeal.Named named) {
        var href = Words.row(named.kind(), named.row());
        return Row.opening(
                href,
                new Cell.Opens(named.number().isEmpty() ? "–" : named.number(), href),
                new Cell.Words(named.title()));
    }

    private DataTable amended() {
        return new DataTable(
                frame.texts(),
                say("appeal.amended"),
                List.of(
                        Column.of(say("column.period")),
                        Column.of(say("column.indicator")),
                        Column.figures(say("column.points")),
                        Column.figures(say("column.total"))),
                file.amended().stream().map(this::row).toList(),
                EmptyState.of(say("rows.empty"), ""),
                "");
    }

    private Row row(Amendment amendment) {
        return Row.of(
                new Cell.Words(words.period(amendment.period())),
                new Cell.Words(
                        words.indicator(state.scheme(), amendment.scored().indicator())),
                new Cell.Figure(Words.number(amendment.scored().points())),
                new Cell.Figure(Words.number(amendment.total())));
    }
}
