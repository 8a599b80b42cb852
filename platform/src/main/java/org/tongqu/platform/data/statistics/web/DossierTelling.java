package org.tongqu.platform.data.statistics.web;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.tongqu.design.PageFrame;
import org.tongqu.design.Texts;
import org.tongqu.design.form.Button;
import org.tongqu.design.form.Choice;
import org.tongqu.design.form.DateField;
import org.tongqu.design.form.FormPage;
import org.tongqu.design.form.Question;
import org.tongqu.design.form.Select;
import org.tongqu.design.form.TextArea;
import org.tongqu.design.nav.Breadcrumbs;
import org.tongqu.design.nav.Breadcrumbs.Crumb;
import org.tongqu.design.view.Cell;
import org.tongqu.design.view.DataTable;
import org.tongqu.design.view.DataTable.Column;
import org.tongqu.design.view.DataTable.Row;
import org.tongqu.design.view.EmptyState;
import org.tongqu.design.view.KeyFacts;
import org.tongqu.design.view.KeyFacts.Fact;
import org.tongqu.engines.statistics.Indicator;
import org.tongqu.platform.data.statistics.Dossier;
import org.tongqu.platform.data.statistics.Figure;
import org.tongqu.platform.data.statistics.Statistics;

/** Says how far an indicator in one period is on its way. */
record DossierTelling(Words words, Dossier dossier) {

    /** What the officer may do with it. */
    enum May {
        REPORT,
        RELEASE
    }

    private Texts texts() {
        return words.texts();
    }

    private Indicator indicator() {
        return dossier.indicator();
    }

    DossierPage page(PageFrame frame, May may) {
        var title = texts().say(
                        "statistics.dossier", words.title(indicator()), words.period(indicator(), dossier.period()));
        var crumbs =
                Breadcrumbs.of(new Crumb(texts().say("statistics.desk.heading"), Words.DESK), new Crumb(title, ""));
        return new DossierPage(
                frame.titled(title).at(ReportingController.PLACE, crumbs),
                title,
                facts(),
                figures(),
                findings(),
                dossier.figures().isEmpty() ? List.of() : answers(frame),
                may == May.RELEASE ? steps(frame) : List.of());
    }

    private KeyFacts facts() {
        var day = dossier.planned().orElse(Statistics.day(indicator(), dossier.period()));
        return new KeyFacts(List.of(
                Fact.of(texts().say("statistics.fact.unit"), words.unit(indicator())),
                Fact.of(texts().say("statistics.fact.planned"), texts().day(day)),
                Fact.of(texts().say("statistics.fact.public"), words.title(indicator()))
                        .leadingTo(Words.PUBLIC + "/" + indicator().code())));
    }

    private DataTable figures() {
        return new DataTable(
                texts(),
                texts().say("statistics.figures"),
                Stream.of("region", "value", "before", "state", "reason", "reported")
                        .map(name -> Column.of(texts().say("statistics.column." + name)))
                        .toList(),
                dossier.figures().stream().map(this::row).toList(),
                EmptyState.of(texts().say("statistics.waiting.empty"), texts().say("statistics.waiting.empty.text")),
                "");
    }

    private Row row(Dossier.Waiting waiting) {
        var figure = waiting.figure();
        return Row.of(
                new Cell.Words(dossier.covered().name(figure.region())),
                new Cell.Figure(Words.amount(indicator(), figure.value())),
                new Cell.Figure(words.amount(
                        waiting.before().map(Figure::value), indicator().shape().decimals())),
                new Cell.Words(texts().say("statistics.state." + figure.state().code())),
                new Cell.Words(figure.reason()),
                new Cell.TwoLines(
                        figure.reported().by(), texts().moment(figure.reported().at())));
    }

    private DataTable findings() {
        return new DataTable(
                texts(),
                texts().say("statistics.findings"),
                Stream.of("finding", "answer")
                        .map(name -> Column.of(texts().say("statistics.column." + name)))
                        .toList(),
                dossier.findings().stream()
                        .map(found -> Row.of(
                                new Cell.Words(words.finding(indicator(), dossier.covered(), found.finding())),
                                found.answer()
                                        .<Cell>map(answer -> new Cell.TwoLines(
                                                answer.reason(),
                                                texts().say(
                                                                "statistics.answered",
                                                                answer.by(),
                                                                texts().moment(answer.at()))))
                                        .orElse(new Cell.Words(texts().say("statistics.unanswered")))))
                        .toList(),
                EmptyState.of(texts().say("statistics.findings.empty"), ""),
                "");
    }

    private String address(String step) {
        return DossierController.address(indicator(), dossier.period()) + "/" + step;
    }

    /** One form for all of them: which, and why the figure stands. */
    private List<FormPage> answers(PageFrame frame) {
        var open = dossier.findings().stream()
                .filter(found -> found.answer().isEmpty())
                .map(found -> Choice.of(
                        found.finding().key(), words.finding(indicator(), dossier.covered(), found.finding())))
                .toList();
        if (open.isEmpty()) {
            return List.of();
        }
        return List.of(FormPage.of(
                texts(),
                "",
                FormPage.Send.to(address("answer"), frame.csrf()),
                List.of(
                        new Select(
                                Question.of(texts(), "finding", texts().say("statistics.answer.finding")),
                                open,
                                "",
                                texts().say("statistics.answer.choose")),
                        new TextArea(
                                Question.of(texts(), "reason", texts().say("statistics.answer.reason")), "", 2, 500)),
                Button.plain(texts().say("statistics.answer.send"))));
    }

    private List<FormPage> steps(PageFrame frame) {
        var steps = new ArrayList<FormPage>();
        if (dossier.waitsFor(Figure.State.REPORTED)) {
            steps.add(FormPage.of(
                    texts(),
                    "",
                    FormPage.Send.to(address("review"), frame.csrf()),
                    List.of(),
                    Button.main(texts().say("statistics.review"))));
        }
        if (dossier.waitsFor(Figure.State.REVIEWED)) {
            steps.add(FormPage.of(
                    texts(),
                    "",
                    FormPage.Send.to(address("release"), frame.csrf()),
                    List.of(),
                    Button.main(texts().say("statistics.release"))));
        }
        var day = dossier.planned().orElse(Statistics.day(indicator(), dossier.period()));
        steps.add(FormPage.of(
                texts(),
                "",
                FormPage.Send.to(address("plan"), frame.csrf()),
                List.of(DateField.of(Question.of(texts(), "day", texts().say("statistics.plan.day")), day.toString())),
                Button.plain(texts().say("statistics.plan"))));
        return steps;
    }
}
