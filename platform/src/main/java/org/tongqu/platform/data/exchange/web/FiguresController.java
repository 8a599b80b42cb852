package org.tongqu.platform.data.exchange.web;

import java.time.Clock;
import java.time.LocalDate;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.tongqu.design.PageFrame;
import org.tongqu.design.form.ButtonLink;
import org.tongqu.design.nav.Breadcrumbs;
import org.tongqu.design.nav.Breadcrumbs.Crumb;
import org.tongqu.kernel.time.WorkingCalendar;
import org.tongqu.platform.data.catalog.ResourceCode;
import org.tongqu.platform.data.exchange.Figures;
import org.tongqu.platform.data.exchange.Qualities;
import org.tongqu.platform.operate.web.Html;
import org.tongqu.platform.trust.identity.SignedIn;

/** The figures of one resource, opened to the runs, rows and columns they were counted of. */
@Controller
class FiguresController {

    private static final int MOST_RUNS = 50;

    private static final int TREND = 90;

    private final Figures figures;
    private final Qualities qualities;
    private final FigureTelling telling;
    private final Clock clock;

    FiguresController(Figures figures, Qualities qualities, FigureTelling telling, Clock clock) {
        this.figures = figures;
        this.qualities = qualities;
        this.telling = telling;
        this.clock = clock;
    }

    @GetMapping(Words.CENTRE + "/figures/{key}")
    Html figures(PageFrame frame, @AuthenticationPrincipal SignedIn.Officer officer, @PathVariable String key) {
        var texts = frame.texts();
        var today = LocalDate.ofInstant(clock.instant(), WorkingCalendar.ZONE);
        var behind = ResourceCode.ofKey(key)
                .flatMap(code -> figures.open(officer, code, today, MOST_RUNS))
                .orElseThrow(Words::notFound);
        var item = behind.figures();
        var heading = texts.say("exchange.figures.of", FigureTelling.name(item));
        var crumbs = Breadcrumbs.of(new Crumb(texts.say("exchange.heading"), Words.CENTRE), new Crumb(heading, ""));
        return Html.page(
                "data/exchange/FiguresPage",
                new FiguresPage(
                        frame.titled(heading).at("exchange", crumbs),
                        heading,
                        ButtonLink.quiet(
                                texts.say("exchange.figures.resource"),
                                "/desk/catalog/" + item.resource().key()),
                        telling.formulas(texts, item),
                        telling.runs(texts, behind),
                        telling.aside(texts, behind),
                        telling.columns(texts, behind),
                        telling.trends(texts, qualities.trend(officer, item.resource(), today.minusDays(TREND)))));
    }
}
