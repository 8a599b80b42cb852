package org.tongqu.platform.matter.evaluation.web;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.tongqu.design.PageFrame;
import org.tongqu.design.Texts;
import org.tongqu.design.chart.BarChart;
import org.tongqu.design.form.ButtonLink;
import org.tongqu.design.form.Choice;
import org.tongqu.design.form.FilterBar;
import org.tongqu.design.form.FormPage;
import org.tongqu.design.nav.Breadcrumbs;
import org.tongqu.design.nav.Pagination;
import org.tongqu.design.nav.Tabs;
import org.tongqu.design.nav.Trail;
import org.tongqu.design.view.Cell;
import org.tongqu.design.view.DataTable;
import org.tongqu.design.view.DataTable.Column;
import org.tongqu.design.view.DataTable.Row;
import org.tongqu.design.view.EmptyState;
import org.tongqu.engines.evaluation.SubjectKind;
import org.tongqu.platform.matter.evaluation.Evaluations;
import org.tongqu.platform.matter.evaluation.PeriodState;
import org.tongqu.platform.matter.evaluation.Standing;
import org.tongqu.platform.matter.evaluation.Standings;
import org.tongqu.platform.matter.evaluation.Subject;
import org.tongqu.platform.operate.web.Html;
import org.tongqu.platform.trust.identity.SignedIn;

/** Who stands where in a period. */
@Controller
class RankingController {

    private static final int PAGE = 100;
    private static final int BARS = 12;

    private final Evaluations evaluations;

    RankingController(Evaluations evaluations) {
        this.evaluations = evaluations;
    }

    /** What is asked for, and what was found. */
    private record Asked(PeriodState state, SubjectKind kind, Words words) {

        Subject subject(String code) {
            return new Subject(kind, code);
        }
    }

    @GetMapping(Words.RANKING)
    Html ranking(PageFrame frame, @AuthenticationPrincipal SignedIn.Officer officer, EvaluationQuery query) {
        EvaluationPlace.admit(officer);
        var texts = frame.texts();
        var words = new Words(texts);
        var periods = evaluations.periods();
        var asked = query.chosen(periods).map(state -> new Asked(state, query.kind(), words));
        var all = asked.map(known -> evaluations.standings(known.state(), known.kind()));
        var standings = all.map(Standings::ranked).orElse(List.of());
        var trail = Trail.of(query.after());
        var from = trail.start().map(start -> behind(standings, start)).orElse(0);
        var shown = standings.subList(from, Math.min(standings.size(), from + PAGE));
        var next = Optional.of(shown)
                .filter(full -> from + full.size() < standings.size())
                .map(full -> full.getLast().place().subject());
        return Html.page(
                "matter/evaluation/RankingPage",
                new RankingPage(
                        frame.titled(texts.say("evaluation.heading")).at(EvaluationPlace.ID, Breadcrumbs.none()),
                        asked.map(known -> words.state(known.state())).orElse(texts.say("evaluation.state.never")),
                        tabs(words, asked),
                        filters(words, periods, asked),
                        ways(texts, asked),
                        asked.filter(known -> from == 0 && !shown.isEmpty())
                                .map(known -> chart(officer, known, shown))
                                .map(List::of)
                                .orElse(List.of()),
                        table(officer, words, asked, shown),
                        asked.filter(known -> next.isEmpty()).stream()
                                .flatMap(known ->
                                        unranked(officer, known, all.get().unranked()))
                                .toList(),
                        Pagination.of(
                                texts,
                                trail,
                                next,
                                onward -> asked.map(
                                                known -> EvaluationQuery.address(known.state(), known.kind(), onward))
                                        .orElse(Words.RANKING),
                                texts.say("evaluation.shown", shown.size()))));
    }

    /** Behind whoever a page begins after; at the first where they stand nowhere any more. */
    private static int behind(List<Standing> standings, String subject) {
        return IntStream.range(0, standings.size())
                .filter(at -> standings.get(at).place().subject().equals(subject))
                .map(at -> at + 1)
                .findFirst()
                .orElse(0);
    }

    private static Tabs tabs(Words words, Optional<Asked> asked) {
        var tabs = Stream.of(SubjectKind.values())
                .map(kind -> new Tabs.Tab(
                        kind.code(),
                        words.kind(kind),
                        asked.map(known -> EvaluationQuery.address(known.state(), kind, ""))
                                .orElse(Words.RANKING),
                        ""))
                .toList();
        return new Tabs(
                words.texts().say("evaluation.heading"),
                tabs,
                asked.map(Asked::kind).orElse(SubjectKind.ORGANISATION).code());
    }

    private static FilterBar filters(Words words, List<PeriodState> periods, Optional<Asked> asked) {
        var texts = words.texts();
        var choices = periods.stream()
                .map(state -> Choice.of(state.period().id(), words.period(state.period())))
                .toList();
        var chosen = asked.map(known -> known.state().period().id()).orElse("");
        return new FilterBar(
                texts,
                Words.RANKING,
                List.of(new FilterBar.Filter.OneOf(
                        "period",
                        texts.say("evaluation.filter.period"),
                        choices,
                        chosen,
                        choices.isEmpty() ? "–" : choices.getFirst().label())),
                List.of(new FormPage.Hidden(
                        "by",
                        asked.map(Asked::kind).orElse(SubjectKind.ORGANISATION).code())),
                Words.RANKING);
    }

    private static List<ButtonLink> ways(Texts texts, Optional<Asked> asked) {
        var exports = asked.map(known -> EvaluationQuery.address(known.state(), known.kind(), ""))
                .map(address -> Words.exports(texts, Words.RANKING, address.substring(Words.RANKING.length())))
                .orElse(List.of());
        return Stream.concat(
                        Stream.of(
                                ButtonLink.plain(texts.say("evaluation.scheme"), Words.SCHEME),
                                ButtonLink.plain(texts.say("evaluation.online"), Words.ONLINE),
                                ButtonLink.plain(texts.say("evaluation.appeals"), AppealWords.LIST)),
                        exports.stream())
                .toList();
    }

    private BarChart chart(SignedIn.Officer officer, Asked asked, List<Standing> standings) {
        var texts = asked.words().texts();
        var first = standings.stream().limit(BARS).toList();
        return new BarChart(
                texts.say("evaluation.chart", first.size()),
                asked.words().kind(asked.kind()),
                texts.say("evaluation.unit"),
                first.stream()
                        .map(standing -> new BarChart.Bar(
                                asked.words().in(standing.name()),
                                standing.place().total().doubleValue(),
                                Words.plain(standing.place().total()),
                                BarChart.Mark.LINK,
                                href(officer, asked, standing.place().subject()).orElse("")))
                        .toList());
    }

    private Optional<String> href(SignedIn.Officer officer, Asked asked, String code) {
        var subject = asked.subject(code);
        return evaluations.sees(officer, subject) ? Optional.of(Words.sheet(asked.state(), subject)) : Optional.empty();
    }

    private DataTable table(SignedIn.Officer officer, Words words, Optional<Asked> asked, List<Standing> standings) {
        var texts = words.texts();
        return new DataTable(
                texts,
                asked.map(known -> texts.say(
                                "evaluation.caption", words.period(known.state().period()), words.kind(known.kind())))
                        .orElse(texts.say("evaluation.heading")),
                List.of(
                        Column.figures(texts.say("evaluation.column.place")),
                        Column.of(texts.say("evaluation.column.subject")),
                        Column.figures(texts.say("evaluation.column.total")),
                        Column.figures(texts.say("evaluation.column.change")),
                        Column.figures(texts.say("evaluation.column.before")),
                        Column.of(texts.say("evaluation.column.amended"))),
                asked.map(known -> standings.stream()
                                .map(standing -> row(officer, known, standing))
                                .toList())
                        .orElse(List.of()),
                EmptyState.of(texts.say("evaluation.empty"), texts.say("evaluation.empty.text")),
                "");
    }

    private Row row(SignedIn.Officer officer, Asked asked, Standing standing) {
        var name = asked.words().in(standing.name());
        var href = href(officer, asked, standing.place().subject());
        return new Row(
                href.orElse(""),
                DataTable.Mark.NONE,
                List.of(
                        new Cell.Figure(String.valueOf(standing.place().place())),
                        href.<Cell>map(way -> new Cell.Opens(name, way)).orElse(new Cell.Words(name)),
                        new Cell.Figure(Words.plain(standing.place().total())),
                        new Cell.Figure(Words.change(standing.change())),
                        new Cell.Figure(standing.before()
                                .map(before -> String.valueOf(before.place()))
                                .orElse("–")),
                        amended(asked.words().texts(), standing)));
    }

    /** Under the last page: who has a total that stands beside nobody's. */
    private Stream<DataTable> unranked(SignedIn.Officer officer, Asked asked, List<Standings.Unranked> unranked) {
        if (unranked.isEmpty()) {
            return Stream.empty();
        }
        var texts = asked.words().texts();
        var least = asked.state().scheme().least(asked.kind());
        return Stream.of(new DataTable(
                texts,
                texts.say("evaluation.unranked"),
                List.of(
                        Column.of(texts.say("evaluation.column.subject")),
                        Column.figures(texts.say("evaluation.column.total")),
                        Column.of(texts.say("evaluation.column.indicators"))),
                unranked.stream()
                        .map(one -> Row.of(
                                named(officer, asked, one),
                                new Cell.Figure(Words.plain(one.total())),
                                new Cell.Words(texts.say("evaluation.unranked.counted", one.counted(), least))))
                        .toList(),
                EmptyState.of(texts.say("evaluation.empty"), ""),
                ""));
    }

    private Cell named(SignedIn.Officer officer, Asked asked, Standings.Unranked one) {
        var name = asked.words().in(one.name());
        return href(officer, asked, one.subject())
                .<Cell>map(way -> new Cell.Opens(name, way))
                .orElse(new Cell.Words(name));
    }

    /** The amended total with its place, and which appeals amended it. */
    private static Cell amended(Texts texts, Standing standing) {
        return standing.amended()
                .<Cell>map(amended -> new Cell.TwoLines(
                        Words.amended(texts, amended),
                        texts.say("evaluation.by-appeal", String.join(" ", amended.appeals()))))
                .orElse(new Cell.Words(""));
    }
}
