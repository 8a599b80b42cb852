package org.tongqu.platform.matter.evaluation.web;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.tongqu.design.PageFrame;
import org.tongqu.design.nav.Breadcrumbs;
import org.tongqu.design.nav.Breadcrumbs.Crumb;
import org.tongqu.design.nav.Pagination;
import org.tongqu.design.nav.Trail;
import org.tongqu.design.view.Cell;
import org.tongqu.design.view.DataTable;
import org.tongqu.design.view.DataTable.Column;
import org.tongqu.design.view.DataTable.Row;
import org.tongqu.design.view.EmptyState;
import org.tongqu.engines.evaluation.SubjectKind;
import org.tongqu.platform.matter.evaluation.Appeals;
import org.tongqu.platform.matter.evaluation.Evaluations;
import org.tongqu.platform.matter.evaluation.Measure;
import org.tongqu.platform.matter.evaluation.PeriodState;
import org.tongqu.platform.matter.evaluation.RowPage;
import org.tongqu.platform.matter.evaluation.Subject;
import org.tongqu.platform.operate.web.Html;
import org.tongqu.platform.operate.web.Said;
import org.tongqu.platform.trust.directory.Directory;
import org.tongqu.platform.trust.identity.SignedIn;

/** The scores of one, and the rows behind each. */
@Controller
class ScoreController {

    private static final String SHEET = Words.RANKING + "/{period}/{kind}/{subject}";

    private final Evaluations evaluations;
    private final Appeals appeals;
    private final Directory directory;

    ScoreController(Evaluations evaluations, Appeals appeals, Directory directory) {
        this.evaluations = evaluations;
        this.appeals = appeals;
        this.directory = directory;
    }

    /** Of whom, and when. */
    record At(String period, String kind, String subject) {

        Subject whom() {
            return new Subject(SubjectKind.find(kind).orElseThrow(Words::notFound), subject);
        }
    }

    @GetMapping(SHEET)
    Html sheet(PageFrame frame, @AuthenticationPrincipal SignedIn.Officer officer, At at) {
        EvaluationPlace.admit(officer);
        var sheet = evaluations.sheet(officer, state(at), at.whom()).orElseThrow(Words::notFound);
        return Html.page(
                "matter/evaluation/ScoreSheetPage",
                new ScoreTelling(frame, sheet, appeals.open(officer, sheet)).page());
    }

    private PeriodState state(At at) {
        return evaluations.period(at.period()).orElseThrow(Words::notFound);
    }

    @GetMapping(SHEET + "/{measure}")
    Html rows(
            PageFrame frame,
            @AuthenticationPrincipal SignedIn.Officer officer,
            At at,
            @PathVariable String measure,
            @RequestParam(defaultValue = "") String without,
            @RequestParam(required = false) @Nullable String after) {
        EvaluationPlace.admit(officer);
        var state = state(at);
        var asked = new RowPage.Asked(Measure.find(measure).orElseThrow(Words::notFound), Measure.find(without));
        var trail = Trail.of(after);
        var page = evaluations
                .rows(officer, state, at.whom(), asked, trail.start())
                .orElseThrow(Words::notFound);
        var texts = frame.texts();
        var words = new Words(texts);
        var name = words.in(evaluations.name(at.whom()));
        var crumbs = Breadcrumbs.of(
                new Crumb(
                        texts.say("evaluation.heading"),
                        EvaluationQuery.address(state, at.whom().kind(), "")),
                new Crumb(name, Words.sheet(state, at.whom())),
                new Crumb(words.asked(asked), ""));
        var heading = texts.say("evaluation.sheet", name, words.asked(asked));
        return Html.page(
                "matter/evaluation/RowsPage",
                new RowsPage(
                        frame.titled(heading).at(EvaluationPlace.ID, crumbs),
                        heading,
                        words.period(state.period()) + " " + words.state(state),
                        table(words, asked.measure(), page.rows()),
                        Pagination.of(
                                texts,
                                trail,
                                page.next(),
                                onward -> Words.rows(state, at.whom(), asked, onward),
                                texts.say("evaluation.shown", page.rows().size()))));
    }

    private DataTable table(Words words, Measure measure, List<RowPage.Row> rows) {
        var texts = words.texts();
        return new DataTable(
                texts,
                texts.say("evaluation.rows.caption"),
                Stream.concat(
                                Stream.of("number", "title", "day", "organisation")
                                        .map(name -> Column.of(texts.say("evaluation.column." + name))),
                                Stream.of(Column.figures(texts.say("evaluation.column.counts"))))
                        .toList(),
                rows.stream().map(row -> row(words, measure, row)).toList(),
                EmptyState.of(texts.say("evaluation.rows.empty"), texts.say("evaluation.rows.empty.text")),
                "");
    }

    private Row row(Words words, Measure measure, RowPage.Row row) {
        var texts = words.texts();
        var href = Words.row(measure.rows(), row.key());
        return Row.opening(
                href,
                new Cell.Opens(
                        Optional.of(row.number())
                                .filter(known -> !known.isEmpty())
                                .orElse("–"),
                        href),
                new Cell.Words(row.title()),
                new Cell.Words(row.day().map(texts::day).orElseGet(() -> texts.say("evaluation.rows.gone"))),
                new Cell.Words(Said.in(texts, directory.findName(row.organisation()), row.organisation())),
                new Cell.Figure(Words.plain(row.amount())));
    }
}
