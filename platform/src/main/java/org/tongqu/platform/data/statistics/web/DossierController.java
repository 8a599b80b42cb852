package org.tongqu.platform.data.statistics.web;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.tongqu.design.PageFrame;
import org.tongqu.design.view.NoticeBanner;
import org.tongqu.engines.evaluation.Period;
import org.tongqu.engines.statistics.Indicator;
import org.tongqu.kernel.Outcome;
import org.tongqu.platform.data.statistics.Dossier;
import org.tongqu.platform.data.statistics.Reporting;
import org.tongqu.platform.data.statistics.Statistics;
import org.tongqu.platform.data.statistics.StatisticsRefusal;
import org.tongqu.platform.operate.web.Done;
import org.tongqu.platform.operate.web.Html;
import org.tongqu.platform.operate.web.Redirect;
import org.tongqu.platform.trust.identity.SignedIn;

/** An indicator in one period: what was reported, what the checks found, the review and the release. */
@Controller
class DossierController {

    private static final String ONE = Words.DESK + "/{code:[a-z][a-z0-9_]{1,40}}/{period:[0-9Q-]{4,7}}";

    private final Reporting reporting;
    private final Statistics statistics;

    DossierController(Reporting reporting, Statistics statistics) {
        this.reporting = reporting;
        this.statistics = statistics;
    }

    static String address(Indicator indicator, Period period) {
        return Words.DESK + "/" + indicator.code() + "/" + period.id();
    }

    /** What the address names. */
    private record Named(Indicator indicator, Period period) {
        String address() {
            return DossierController.address(indicator, period);
        }
    }

    private Named named(String code, String period) {
        var indicator = statistics.book().find(code).orElseThrow(Words::notFound);
        return new Named(indicator, Period.parse(period).orElseThrow(Words::notFound));
    }

    private Dossier dossier(SignedIn.Officer officer, Named named) {
        if (!reporting.mayReport(officer)) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
        return reporting.find(officer, named.indicator().code(), named.period()).orElseThrow(Words::notFound);
    }

    @GetMapping(ONE)
    Html one(
            PageFrame frame,
            @AuthenticationPrincipal SignedIn.Officer officer,
            @PathVariable String code,
            @PathVariable String period,
            @RequestParam(defaultValue = "") String done) {
        return page(Done.told(frame, "statistics.done." + done), officer, named(code, period));
    }

    private Html page(PageFrame frame, SignedIn.Officer officer, Named named) {
        var telling = new DossierTelling(new Words(frame.texts()), dossier(officer, named));
        return Html.page(
                "data/statistics/DossierPage",
                telling.page(
                        frame, reporting.mayRelease(officer) ? DossierTelling.May.RELEASE : DossierTelling.May.REPORT));
    }

    private Object answer(PageFrame frame, SignedIn.Officer officer, Named named, Answered answered) {
        return switch (answered.outcome()) {
            case Outcome.Done<?, StatisticsRefusal> done -> Redirect.to(named.address() + "?done=" + answered.done());
            case Outcome.Refused<?, StatisticsRefusal>(var why) -> {
                var told = NoticeBanner.error(refused(frame, why));
                yield page(frame.noticing(List.of(told)), officer, named).with(HttpStatus.UNPROCESSABLE_CONTENT);
            }
        };
    }

    /** @param done the word under which the texts say what was done */
    private record Answered(Outcome<?, StatisticsRefusal> outcome, String done) {}

    private static String refused(PageFrame frame, StatisticsRefusal refusal) {
        var texts = frame.texts();
        return switch (refusal) {
            case StatisticsRefusal.NothingWaits waits -> texts.say("statistics.refused.nothing-waits");
            case StatisticsRefusal.OwnReport own -> texts.say("statistics.refused.own-report");
            case StatisticsRefusal.Unanswered(var findings) -> texts.say("statistics.refused.unanswered", findings);
            case StatisticsRefusal.NotFound gone -> texts.say("statistics.refused.not-found");
            case StatisticsRefusal.ReasonMissing missing -> texts.say("statistics.refused.reason-missing");
            case StatisticsRefusal.MayNot(var why) ->
                throw new ResponseStatusException(HttpStatus.FORBIDDEN, why.toString());
            case StatisticsRefusal.OtherOffice other -> throw new ResponseStatusException(HttpStatus.FORBIDDEN);
            case StatisticsRefusal.NotRead read -> throw new IllegalStateException(read.toString());
            case StatisticsRefusal.Faulty faulty -> throw new IllegalStateException(faulty.toString());
        };
    }

    @PostMapping(ONE + "/review")
    Object review(
            PageFrame frame,
            @AuthenticationPrincipal SignedIn.Officer officer,
            @PathVariable String code,
            @PathVariable String period) {
        var named = named(code, period);
        var outcome = reporting.review(officer, named.indicator(), named.period());
        return answer(frame, officer, named, new Answered(outcome, "reviewed"));
    }

    @PostMapping(ONE + "/release")
    Object release(
            PageFrame frame,
            @AuthenticationPrincipal SignedIn.Officer officer,
            @PathVariable String code,
            @PathVariable String period) {
        var named = named(code, period);
        var outcome = reporting.release(officer, named.indicator(), named.period());
        return answer(frame, officer, named, new Answered(outcome, "released"));
    }

    @PostMapping(ONE + "/answer")
    Object explain(
            PageFrame frame,
            @AuthenticationPrincipal SignedIn.Officer officer,
            @PathVariable String code,
            @PathVariable String period,
            Explained explained) {
        var named = named(code, period);
        var outcome =
                reporting.answer(officer, named.indicator(), named.period(), explained.finding(), explained.reason());
        return answer(frame, officer, named, new Answered(outcome, "answered"));
    }

    /** What the form of a finding sends. */
    record Explained(String finding, String reason) {
        Explained {
            finding = Optional.ofNullable(finding).orElse("");
            reason = Optional.ofNullable(reason).orElse("");
        }
    }

    @PostMapping(ONE + "/plan")
    Object plan(
            PageFrame frame,
            @AuthenticationPrincipal SignedIn.Officer officer,
            @PathVariable String code,
            @PathVariable String period,
            @RequestParam(defaultValue = "") String day) {
        var named = named(code, period);
        Optional<LocalDate> planned;
        try {
            planned = Optional.of(LocalDate.parse(day));
        } catch (DateTimeException none) {
            planned = Optional.empty();
        }
        if (planned.isEmpty()) {
            var told = NoticeBanner.error(frame.texts().say("statistics.refused.no-day", day));
            return page(frame.noticing(List.of(told)), officer, named).with(HttpStatus.UNPROCESSABLE_CONTENT);
        }
        var outcome = reporting.plan(officer, named.indicator(), named.period(), planned.get());
        return answer(frame, officer, named, new Answered(outcome, "planned"));
    }
}
