package org.tongqu.platform.matter.evaluation.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
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
import org.tongqu.engines.evaluation.Indicator;
import org.tongqu.engines.evaluation.SubjectKind;
import org.tongqu.platform.matter.evaluation.Evaluations;
import org.tongqu.platform.matter.evaluation.PeriodState;
import org.tongqu.platform.operate.web.Html;
import org.tongqu.platform.trust.identity.SignedIn;

/** By what is scored, and what was frozen by it. */
@Controller
class SchemeController {

    private final Evaluations evaluations;

    SchemeController(Evaluations evaluations) {
        this.evaluations = evaluations;
    }

    @GetMapping(Words.SCHEME)
    Html scheme(PageFrame frame, @AuthenticationPrincipal SignedIn.Officer officer) {
        EvaluationPlace.admit(officer);
        var texts = frame.texts();
        var words = new Words(texts);
        var scheme = evaluations.scheme();
        var crumbs = Breadcrumbs.of(
                new Crumb(texts.say("evaluation.heading"), Words.RANKING),
                new Crumb(texts.say("evaluation.scheme"), ""));
        return Html.page(
                "matter/evaluation/SchemePage",
                new SchemePage(
                        frame.titled(texts.say("evaluation.scheme")).at(EvaluationPlace.ID, crumbs),
                        words.in(scheme.title()),
                        new KeyFacts(List.of(
                                Fact.of(texts.say("evaluation.fact.edition"), scheme.edition()),
                                Fact.of(texts.say("evaluation.fact.basis"), words.in(scheme.basis())),
                                Fact.of(
                                        texts.say("evaluation.fact.least"),
                                        Stream.of(SubjectKind.values())
                                                .map(kind -> texts.say(
                                                        "evaluation.fact.least.of",
                                                        words.kind(kind),
                                                        scheme.least(kind)))
                                                .collect(Collectors.joining(texts.say("evaluation.join")))))),
                        scheme.indicators().stream()
                                .map(indicator -> indicated(words, indicator))
                                .toList(),
                        frozen(words)));
    }

    private static SchemePage.Indicated indicated(Words words, Indicator indicator) {
        var texts = words.texts();
        var formulas = indicator.formulas();
        var facts = new ArrayList<Fact>();
        facts.add(Fact.of(texts.say("evaluation.fact.weight"), words.weight(indicator)));
        facts.add(Fact.of(texts.say("evaluation.fact.full"), Words.plain(formulas.full())));
        facts.add(Fact.of(texts.say("evaluation.fact.direction"), words.direction(indicator)));
        facts.add(Fact.of(
                texts.say("evaluation.fact.of"),
                Stream.of(SubjectKind.values())
                        .filter(indicator.of()::contains)
                        .map(words::kind)
                        .collect(Collectors.joining(" · "))));
        facts.add(Fact.of(
                texts.say("evaluation.fact.basis"), words.in(indicator.said().basis())));
        return new SchemePage.Indicated(
                words.in(indicator.said().label()),
                words.in(indicator.said().formula()),
                formulas.value().toString(),
                formulas.points().toString(),
                new KeyFacts(facts));
    }

    private DataTable frozen(Words words) {
        var texts = words.texts();
        return new DataTable(
                texts,
                texts.say("evaluation.frozen.caption"),
                List.of(
                        Column.of(texts.say("evaluation.column.period")),
                        Column.of(texts.say("evaluation.column.frozen-at")),
                        Column.of(texts.say("evaluation.fact.edition")),
                        Column.figures(texts.say("evaluation.column.counted")),
                        Column.of(texts.say("evaluation.column.digest"))),
                evaluations.periods().stream()
                        .flatMap(state -> row(words, state))
                        .toList(),
                EmptyState.of(texts.say("evaluation.frozen.empty"), texts.say("evaluation.frozen.empty.text")),
                "");
    }

    private static Stream<Row> row(Words words, PeriodState state) {
        var href = EvaluationQuery.address(state, SubjectKind.ORGANISATION, "");
        return state.frozen().stream()
                .map(frozen -> Row.opening(
                        href,
                        new Cell.Opens(words.period(state.period()), href),
                        new Cell.Words(words.texts().moment(frozen.at())),
                        new Cell.Words(state.edition()),
                        new Cell.Figure(String.format(Locale.ROOT, "%,d", frozen.counted())),
                        new Cell.Words(frozen.digest())));
    }
}
