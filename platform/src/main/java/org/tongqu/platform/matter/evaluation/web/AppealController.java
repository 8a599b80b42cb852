package org.tongqu.platform.matter.evaluation.web;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.tongqu.design.PageFrame;
import org.tongqu.design.nav.Breadcrumbs;
import org.tongqu.design.nav.Breadcrumbs.Crumb;
import org.tongqu.design.nav.Trail;
import org.tongqu.engines.evaluation.Period;
import org.tongqu.kernel.Outcome;
import org.tongqu.platform.matter.evaluation.Appeal;
import org.tongqu.platform.matter.evaluation.AppealRefusal;
import org.tongqu.platform.matter.evaluation.Appeals;
import org.tongqu.platform.matter.evaluation.Evaluations;
import org.tongqu.platform.matter.evaluation.RowPage;
import org.tongqu.platform.matter.evaluation.web.AppealForms.Offer;
import org.tongqu.platform.matter.evaluation.web.AppealForms.Typed;
import org.tongqu.platform.operate.web.Html;
import org.tongqu.platform.operate.web.ListAddress;
import org.tongqu.platform.operate.web.Redirect;
import org.tongqu.platform.trust.identity.SignedIn;

/** Appealing against a score. */
@Controller
class AppealController {

    private static final String APPEAL = Words.RANKING + "/{period}/{kind}/{subject}/{indicator}/appeal";

    private final Appeals appeals;
    private final Evaluations evaluations;

    AppealController(Appeals appeals, Evaluations evaluations) {
        this.appeals = appeals;
        this.evaluations = evaluations;
    }

    /** Against which score. */
    record Against(String period, String kind, String subject, String indicator) {

        Appeal.About about() {
            return new Appeal.About(
                    Period.parse(period).orElseThrow(Words::notFound),
                    new ScoreController.At(period, kind, subject).whom(),
                    indicator);
        }
    }

    @GetMapping(APPEAL)
    Html begin(
            PageFrame frame,
            @AuthenticationPrincipal SignedIn.Officer officer,
            Against against,
            @RequestParam(required = false) @Nullable String after) {
        EvaluationPlace.admit(officer);
        var about = against.about();
        return switch (appeals.open(officer, about)) {
            case Outcome.Done<Appeals.Open, AppealRefusal>(var open) ->
                new Drawing(frame, officer, about, open)
                        .page(Trail.of(after), new Typed(new LinkedMultiValueMap<>(), Optional.empty()));
            case Outcome.Refused<Appeals.Open, AppealRefusal>(var refusal) -> refused(frame, about, refusal);
        };
    }

    @PostMapping(APPEAL)
    Object raise(
            PageFrame frame,
            @AuthenticationPrincipal SignedIn.Officer officer,
            Against against,
            @RequestParam MultiValueMap<String, String> sent) {
        EvaluationPlace.admit(officer);
        var about = against.about();
        var typed = new Typed(sent, Optional.empty());
        return switch (appeals.raise(officer, about, typed.wish())) {
            case Outcome.Done<Appeal, AppealRefusal>(var appeal) ->
                Redirect.to(AppealWords.file(appeal.id()) + "?done=raised");
            case Outcome.Refused<Appeal, AppealRefusal>(var refusal) -> {
                var saying = frame.noticing(List.of(new AppealWords(frame.texts()).refused(refusal)));
                yield appeals.open(officer, about)
                        .fold(
                                open -> new Drawing(saying, officer, about, open)
                                        .page(Trail.of(null), new Typed(sent, Optional.of(refusal))),
                                closed -> refused(frame, about, closed))
                        .with(HttpStatus.UNPROCESSABLE_CONTENT);
            }
        };
    }

    /** A page that says why this score cannot be appealed against, with the way to the appeals there are. */
    private static Html refused(PageFrame frame, Appeal.About about, AppealRefusal refusal) {
        var texts = frame.texts();
        var banner = new AppealWords(texts).refused(refusal);
        var crumbs = Breadcrumbs.of(
                new Crumb(texts.say("evaluation.heading"), Words.RANKING),
                new Crumb(texts.say("evaluation.appeals"), AppealWords.LIST),
                new Crumb(about.indicator(), ""));
        return Html.page(
                        "matter/evaluation/AppealsPage",
                        AppealsController.empty(frame.titled(texts.say("evaluation.appeals"))
                                .noticing(List.of(banner))
                                .at(EvaluationPlace.ID, crumbs)))
                .with(HttpStatus.UNPROCESSABLE_CONTENT);
    }

    /** What the form is drawn from. */
    private final class Drawing {
        private final PageFrame frame;
        private final SignedIn.Officer officer;
        private final Appeal.About about;
        private final Appeals.Open open;
        private final Words words;

        Drawing(PageFrame frame, SignedIn.Officer officer, Appeal.About about, Appeals.Open open) {
            this.frame = frame;
            this.officer = officer;
            this.about = about;
            this.open = open;
            this.words = new Words(frame.texts());
        }

        private RowPage rows(RowPage.Asked asked, Trail trail) {
            return evaluations
                    .rows(officer, open.state(), about.subject(), asked, trail.start())
                    .orElseThrow(Words::notFound);
        }

        Html page(Trail trail, Typed typed) {
            var texts = frame.texts();
            var asked = AppealForms.offered(open.indicator());
            var pages = asked.stream().map(one -> rows(one, trail)).toList();
            var offers = IntStream.range(0, asked.size())
                    .mapToObj(at -> new Offer(asked.get(at), pages.get(at).rows()))
                    .filter(offer -> !offer.rows().isEmpty())
                    .toList();
            var address = AppealWords.begin(about);
            var heading = texts.say(
                    "evaluation.appeal.heading",
                    words.in(open.indicator().said().label()));
            var crumbs = Breadcrumbs.of(
                    new Crumb(texts.say("evaluation.heading"), Words.RANKING),
                    new Crumb(words.in(evaluations.name(about.subject())), Words.sheet(open.state(), about.subject())),
                    new Crumb(heading, ""));
            var next = pages.stream().flatMap(page -> page.next().stream()).min(String::compareTo);
            var shown = offers.stream().mapToInt(offer -> offer.rows().size()).sum();
            return Html.page(
                    "matter/evaluation/AppealPage",
                    new AppealPage(
                            frame.titled(heading).at(EvaluationPlace.ID, crumbs),
                            heading,
                            new AppealForms(frame, words).raise(address, offers, typed),
                            ListAddress.of(address).pages(texts, trail, next, texts.say("evaluation.shown", shown))));
        }
    }
}
