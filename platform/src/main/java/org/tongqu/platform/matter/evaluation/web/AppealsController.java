package org.tongqu.platform.matter.evaluation.web;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.tongqu.design.PageFrame;
import org.tongqu.design.Texts;
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
import org.tongqu.kernel.Outcome;
import org.tongqu.kernel.text.Label;
import org.tongqu.platform.matter.evaluation.Appeal;
import org.tongqu.platform.matter.evaluation.AppealRefusal;
import org.tongqu.platform.matter.evaluation.Appeals;
import org.tongqu.platform.matter.evaluation.Evaluations;
import org.tongqu.platform.matter.evaluation.web.AppealForms.Typed;
import org.tongqu.platform.operate.web.Done;
import org.tongqu.platform.operate.web.Html;
import org.tongqu.platform.operate.web.ListAddress;
import org.tongqu.platform.operate.web.Redirect;
import org.tongqu.platform.trust.identity.SignedIn;

/** Appeals there are, and one of them with its answer. */
@Controller
class AppealsController {

    private static final String FILE = AppealWords.LIST + "/{id:SS-.+}";

    private final Appeals appeals;
    private final Evaluations evaluations;

    AppealsController(Appeals appeals, Evaluations evaluations) {
        this.appeals = appeals;
        this.evaluations = evaluations;
    }

    @GetMapping(AppealWords.LIST)
    Html list(
            PageFrame frame,
            @AuthenticationPrincipal SignedIn.Officer officer,
            @RequestParam(required = false) @Nullable String after) {
        EvaluationPlace.admit(officer);
        var texts = frame.texts();
        var trail = Trail.of(after);
        var found = appeals.list(officer, trail.start());
        var names = names(found.rows());
        var crumbs = Breadcrumbs.of(
                new Crumb(texts.say("evaluation.heading"), Words.RANKING),
                new Crumb(texts.say("evaluation.appeals"), ""));
        return Html.page(
                "matter/evaluation/AppealsPage",
                new AppealsPage(
                        frame.titled(texts.say("evaluation.appeals")).at(EvaluationPlace.ID, crumbs),
                        table(
                                texts,
                                found.rows().stream()
                                        .map(appeal -> row(texts, names, appeal))
                                        .toList()),
                        ListAddress.of(AppealWords.LIST)
                                .pages(
                                        texts,
                                        trail,
                                        found.next(),
                                        texts.say(
                                                "evaluation.shown", found.rows().size()))));
    }

    private Map<SubjectKind, Map<String, Label>> names(List<Appeal> rows) {
        return evaluations.names(
                rows.stream().map(appeal -> appeal.about().subject().kind()).toList());
    }

    /** A page without appeals, for what it notices. */
    static AppealsPage empty(PageFrame frame) {
        var texts = frame.texts();
        return new AppealsPage(
                frame,
                table(texts, List.of()),
                Pagination.of(texts, Trail.of(null), Optional.empty(), onward -> AppealWords.LIST, ""));
    }

    private static DataTable table(Texts texts, List<Row> rows) {
        return new DataTable(
                texts,
                texts.say("evaluation.appeals"),
                Stream.of("appeal", "subject", "period", "indicator", "raised", "standing")
                        .map(name -> Column.of(texts.say("evaluation.column." + name)))
                        .toList(),
                rows,
                EmptyState.of(texts.say("evaluation.appeals.empty"), texts.say("evaluation.appeals.empty.text")),
                "");
    }

    private Row row(Texts texts, Map<SubjectKind, Map<String, Label>> names, Appeal appeal) {
        var words = new Words(texts);
        var href = AppealWords.file(appeal.id());
        var about = appeal.about();
        var name = names.getOrDefault(about.subject().kind(), Map.of())
                .getOrDefault(about.subject().id(), Label.same(about.subject().id()));
        return Row.opening(
                href,
                new Cell.Opens(appeal.id(), href),
                new Cell.Words(words.in(name)),
                new Cell.Words(words.period(about.period())),
                new Cell.Words(words.indicator(evaluations.scheme(), about.indicator())),
                new Cell.Words(texts.moment(appeal.raised().at())),
                new Cell.Words(new AppealWords(texts).standing(appeal)));
    }

    @GetMapping(FILE)
    Html one(
            PageFrame frame,
            @AuthenticationPrincipal SignedIn.Officer officer,
            @PathVariable String id,
            @RequestParam(defaultValue = "") String done) {
        EvaluationPlace.admit(officer);
        return draw(
                Done.told(frame, "evaluation.appeal.done." + done),
                officer,
                id,
                new Typed(new LinkedMultiValueMap<>(), Optional.empty()));
    }

    @PostMapping(FILE)
    Object answer(
            PageFrame frame,
            @AuthenticationPrincipal SignedIn.Officer officer,
            @PathVariable String id,
            @RequestParam MultiValueMap<String, String> sent) {
        EvaluationPlace.admit(officer);
        var typed = new Typed(sent, Optional.empty());
        var verdict = Stream.of(Appeal.Verdict.values())
                .filter(known -> known.name().toLowerCase(Locale.ROOT).equals(typed.at("verdict")))
                .findFirst()
                .orElseThrow(Words::notFound);
        return switch (appeals.answer(officer, id, verdict, typed.at("words"))) {
            case Outcome.Done<Appeal, AppealRefusal> done ->
                Redirect.to(AppealWords.file(id) + "?done=" + typed.at("verdict"));
            case Outcome.Refused<Appeal, AppealRefusal>(var refusal) ->
                draw(
                                frame.noticing(List.of(new AppealWords(frame.texts()).refused(refusal))),
                                officer,
                                id,
                                new Typed(sent, Optional.of(refusal)))
                        .with(HttpStatus.UNPROCESSABLE_CONTENT);
        };
    }

    private Html draw(PageFrame frame, SignedIn.Officer officer, String id, Typed typed) {
        var file = appeals.file(officer, id).orElseThrow(Words::notFound);
        var about = file.appeal().about();
        var state = evaluations.period(about.period().id()).orElseThrow(Words::notFound);
        return Html.page(
                "matter/evaluation/AppealFilePage",
                new AppealTelling(frame, file, state, evaluations.name(about.subject())).page(typed));
    }
}
