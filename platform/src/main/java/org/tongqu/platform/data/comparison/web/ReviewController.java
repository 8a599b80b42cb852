package org.tongqu.platform.data.comparison.web;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.tongqu.design.PageFrame;
import org.tongqu.design.Texts;
import org.tongqu.design.form.Button;
import org.tongqu.design.form.FormPage;
import org.tongqu.design.nav.Breadcrumbs;
import org.tongqu.design.nav.Breadcrumbs.Crumb;
import org.tongqu.design.view.EmptyState;
import org.tongqu.design.view.NoticeBanner;
import org.tongqu.kernel.Outcome;
import org.tongqu.platform.data.agreements.Purpose;
import org.tongqu.platform.data.agreements.PurposeQuestions;
import org.tongqu.platform.data.catalog.Coded;
import org.tongqu.platform.data.comparison.ComparisonRefusal;
import org.tongqu.platform.data.comparison.Comparisons;
import org.tongqu.platform.data.comparison.Doubt;
import org.tongqu.platform.data.comparison.Doubt.Verdict;
import org.tongqu.platform.data.comparison.PlannedJob;
import org.tongqu.platform.data.comparison.Reviews;
import org.tongqu.platform.operate.web.Done;
import org.tongqu.platform.operate.web.Html;
import org.tongqu.platform.operate.web.Redirect;
import org.tongqu.platform.trust.identity.SignedIn;

/** The queue in which people say whether two rows are about one (人工判断); every act has a key. */
@Controller
class ReviewController {

    private static final int DECIDED = 10;
    private static final String QUEUE = Words.LIST + "/{code}/review";
    private static final String ONE = QUEUE + "/{id:[0-9]{1,15}}";

    private final Comparisons comparisons;
    private final Reviews reviews;
    private final PairTelling telling;

    ReviewController(Comparisons comparisons, Reviews reviews, PairTelling telling) {
        this.comparisons = comparisons;
        this.reviews = reviews;
        this.telling = telling;
    }

    private PlannedJob planned(SignedIn.Officer officer, String code) {
        Words.admit(officer);
        var planned =
                comparisons.find(officer, code).orElseThrow(Words::notFound).planned();
        if (!planned.job().isByEvidence()) {
            throw Words.notFound();
        }
        if (!reviews.mayReview(officer, planned)) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
        return planned;
    }

    @GetMapping(QUEUE)
    Html queue(
            PageFrame frame,
            @AuthenticationPrincipal SignedIn.Officer officer,
            @PathVariable String code,
            @RequestParam(required = false) @Nullable Long pair,
            @RequestParam(defaultValue = "") String done) {
        var planned = planned(officer, code);
        var told = Done.told(frame, "comparison.review.done." + done);
        if (!reviews.isOpen(officer, planned)) {
            return asking(told, planned, Map.of(), Map.of());
        }
        return draw(
                told,
                planned,
                pair == null
                        ? reviews.next(planned)
                        : Optional.of(reviews.find(planned, pair).orElseThrow(Words::notFound)));
    }

    @PostMapping(QUEUE)
    Object open(
            PageFrame frame,
            @AuthenticationPrincipal SignedIn.Officer officer,
            @PathVariable String code,
            @RequestParam Map<String, String> sent) {
        var planned = planned(officer, code);
        var purpose = Coded.find(Purpose.class, sent.getOrDefault("purpose", ""));
        return switch (reviews.open(officer, planned, purpose, sent.getOrDefault("why", ""))) {
            case Outcome.Done<PlannedJob, ComparisonRefusal> done -> Redirect.to(Words.queue(planned));
            case Outcome.Refused<PlannedJob, ComparisonRefusal>(var refusal) -> {
                var texts = frame.texts();
                yield asking(
                                frame.noticing(List.of(NoticeBanner.error(texts.say("comparison.refused.look")))),
                                planned,
                                sent,
                                Words.wrong(texts, refusal))
                        .with(HttpStatus.UNPROCESSABLE_CONTENT);
            }
        };
    }

    @PostMapping(ONE)
    Object decide(
            PageFrame frame,
            @AuthenticationPrincipal SignedIn.Officer officer,
            @PathVariable String code,
            @PathVariable long id,
            @RequestParam(defaultValue = "") String verdict) {
        var planned = planned(officer, code);
        var said = Coded.find(Verdict.class, verdict)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.BAD_REQUEST));
        return answered(frame, planned, reviews.decide(officer, planned, id, said), said.code());
    }

    @PostMapping(ONE + "/back")
    Object takeBack(
            PageFrame frame,
            @AuthenticationPrincipal SignedIn.Officer officer,
            @PathVariable String code,
            @PathVariable long id) {
        var planned = planned(officer, code);
        return answered(frame, planned, reviews.takeBack(officer, planned, id), "back");
    }

    private Object answered(
            PageFrame frame, PlannedJob planned, Outcome<Doubt, ComparisonRefusal> outcome, String done) {
        return switch (outcome) {
            case Outcome.Done<Doubt, ComparisonRefusal> decided -> Redirect.to(Words.queue(planned) + "?done=" + done);
            case Outcome.Refused<Doubt, ComparisonRefusal>(ComparisonRefusal.Settled settled) ->
                draw(
                                frame.noticing(
                                        List.of(NoticeBanner.error(frame.texts().say("comparison.review.settled")))),
                                planned,
                                reviews.next(planned))
                        .with(HttpStatus.CONFLICT);
            // Eight hours have passed: what for is asked again.
            case Outcome.Refused<Doubt, ComparisonRefusal> closed -> Redirect.to(Words.queue(planned));
        };
    }

    private Html asking(PageFrame frame, PlannedJob planned, Map<String, String> sent, Map<String, String> wrong) {
        var texts = frame.texts();
        var form = FormPage.of(
                texts,
                "",
                FormPage.Send.to(Words.queue(planned), frame.csrf()),
                new PurposeQuestions("comparison.ask").fields(texts, sent, wrong),
                Button.main(texts.say("comparison.review.open")));
        return page(frame, planned, Optional.of(form), Optional.empty(), Optional.empty());
    }

    private Html draw(PageFrame frame, PlannedJob planned, Optional<Doubt> doubt) {
        var texts = frame.texts();
        var none = doubt.isPresent()
                ? Optional.<EmptyState>empty()
                : Optional.of(
                        EmptyState.of(texts.say("comparison.review.none"), texts.say("comparison.review.none.text")));
        return page(frame, planned, Optional.empty(), doubt, none);
    }

    private Html page(
            PageFrame frame,
            PlannedJob planned,
            Optional<FormPage> opening,
            Optional<Doubt> doubt,
            Optional<EmptyState> none) {
        var texts = frame.texts();
        var job = Words.title(texts, planned);
        var title = texts.say("comparison.review", job);
        var crumbs = Breadcrumbs.of(
                new Crumb(texts.say("comparison.heading"), Words.LIST),
                new Crumb(job, Words.address(planned)),
                new Crumb(texts.say("comparison.review.short"), ""));
        return Html.page(
                "data/comparison/ReviewPage",
                new ReviewPage(
                        frame.titled(title).at("comparison", crumbs),
                        new ReviewPage.Heading(title, lead(texts, planned)),
                        opening,
                        doubt.map(pair -> telling.pair(frame, planned, pair)),
                        none,
                        opening.isPresent()
                                ? Optional.empty()
                                : Optional.of(telling.decided(texts, planned, reviews.decided(planned, DECIDED)))));
    }

    private String lead(Texts texts, PlannedJob planned) {
        return texts.say("comparison.review.lead", texts.number(reviews.waiting(planned)));
    }
}
