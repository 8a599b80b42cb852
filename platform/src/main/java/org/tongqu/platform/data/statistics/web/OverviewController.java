package org.tongqu.platform.data.statistics.web;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.tongqu.design.PageFrame;
import org.tongqu.design.Texts;
import org.tongqu.design.chart.Sparkline;
import org.tongqu.design.nav.Breadcrumbs;
import org.tongqu.design.view.EmptyState;
import org.tongqu.engines.statistics.Topic;
import org.tongqu.platform.data.statistics.Glance;
import org.tongqu.platform.data.statistics.Statistics;
import org.tongqu.platform.operate.web.Html;
import org.tongqu.platform.operate.web.Said;

/** All released indicators at a glance, for everybody. */
@Controller
class OverviewController {

    static final String PLACE = "statistics";

    private final Statistics statistics;

    OverviewController(Statistics statistics) {
        this.statistics = statistics;
    }

    @GetMapping(Words.PUBLIC)
    Html overview(PageFrame frame) {
        var texts = frame.texts();
        var glances = statistics.glances();
        var groups = statistics.book().topics().stream()
                .map(topic -> group(texts, topic, glances))
                .filter(group -> !group.figures().isEmpty())
                .toList();
        return Html.page(
                "data/statistics/OverviewPage",
                new OverviewPage(
                        frame.titled(texts.say("statistics.heading")).at(PLACE, Breadcrumbs.none()),
                        groups,
                        EmptyState.of(texts.say("statistics.empty"), texts.say("statistics.empty.text"))));
    }

    private static OverviewPage.Group group(Texts texts, Topic topic, Map<String, Glance> glances) {
        return new OverviewPage.Group(
                topic.code(),
                Said.in(texts, topic.title()),
                topic.indicators().stream()
                        .flatMap(indicator -> Stream.ofNullable(glances.get(indicator.code())))
                        .map(glance -> figure(new Words(texts), glance))
                        .toList());
    }

    private static OverviewPage.Figure figure(Words words, Glance glance) {
        var indicator = glance.indicator();
        return new OverviewPage.Figure(
                words.title(indicator),
                Words.PUBLIC + "/" + indicator.code(),
                words.period(indicator, glance.period()),
                Words.amount(indicator, glance.value()),
                words.unit(indicator),
                words.texts().say("statistics.on-year", words.growth(glance.onYear())),
                course(words, glance));
    }

    private static Sparkline course(Words words, Glance glance) {
        List<Double> course = glance.course();
        var said = Optional.of(course)
                .filter(values -> values.size() > 1)
                .map(values -> words.texts()
                        .say(
                                "statistics.course",
                                values.size(),
                                Words.amount(glance.indicator(), BigDecimal.valueOf(values.getFirst())),
                                Words.amount(glance.indicator(), BigDecimal.valueOf(values.getLast()))))
                .orElse(words.texts().say("statistics.course.one"));
        return new Sparkline(course, said);
    }
}
