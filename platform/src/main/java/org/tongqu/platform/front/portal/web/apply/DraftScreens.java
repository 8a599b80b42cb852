package org.tongqu.platform.front.portal.web.apply;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;
import org.tongqu.design.PageFrame;
import org.tongqu.design.Texts;
import org.tongqu.design.form.Button;
import org.tongqu.design.form.ButtonLink;
import org.tongqu.design.form.ErrorSummary;
import org.tongqu.design.form.Field;
import org.tongqu.design.form.Fieldset;
import org.tongqu.design.form.FormPage.Send;
import org.tongqu.design.nav.Breadcrumbs;
import org.tongqu.design.nav.Breadcrumbs.Crumb;
import org.tongqu.design.view.ProgressBar;
import org.tongqu.engines.forms.FormPage;
import org.tongqu.engines.forms.FormSentences;
import org.tongqu.engines.forms.Forms;
import org.tongqu.engines.forms.Provenance;
import org.tongqu.engines.schema.FieldProblem;
import org.tongqu.kernel.data.Datum;
import org.tongqu.platform.front.answers.Answers;
import org.tongqu.platform.front.portal.web.Addresses;
import org.tongqu.platform.operate.web.Said;

/** Draws the pages of a draft: questions, rows, one row. */
@Component
class DraftScreens {

    private final Addresses addresses;

    DraftScreens(Addresses addresses) {
        this.addresses = addresses;
    }

    /** A page of questions. */
    AskPage questions(PageFrame frame, DraftAt at, FormPage page, List<FieldProblem> problems) {
        var answers = at.draft().answers();
        var ask =
                new Questions(frame.texts(), answers, at.draft().filled().provenance(), problems, addresses.choices());
        var fields = Forms.visibleFields(page, answers, answers).stream()
                .filter(field -> at.isOpen(field, page))
                .flatMap(field -> ask.ask(field, ""))
                .toList();
        return ask(frame, at, page, form(frame, at, page, at.address(page), fields));
    }

    /** One row of several, e.g. one shareholder; a new one when the number is that of the next row. */
    AskPage row(PageFrame frame, DraftAt at, FormPage page, int number, List<FieldProblem> problems) {
        var rows = Forms.rows(page, at.draft().answers());
        var row = number < rows.size() ? rows.get(number) : (Datum.Fields) Datum.empty();
        var prefix = page.group().orElseThrow().name() + "." + number + ".";
        var own = problems.stream()
                .filter(problem -> problem.path().startsWith(prefix))
                .map(problem -> new FieldProblem(
                        problem.path().substring(prefix.length()), problem.code(), problem.args(), problem.said()))
                .toList();
        var ask = new Questions(frame.texts(), row, Provenance.NONE, own, addresses.choices());
        var fields = Forms.visibleFields(page, at.draft().answers(), row).stream()
                .flatMap(field -> ask.ask(field, ""))
                .toList();
        return ask(frame, at, page, form(frame, at, page, at.address(page) + "/" + number, fields));
    }

    /** The list of rows added so far. */
    RowsPage rows(PageFrame frame, DraftAt at, FormPage page, List<FieldProblem> problems) {
        var texts = frame.texts();
        var group = page.group().orElseThrow();
        var rows = Forms.rows(page, at.draft().answers());
        var one = Said.in(texts, group.row());
        var add = rows.size() < group.atMost()
                ? Optional.of(ButtonLink.plain(
                        texts.say(rows.isEmpty() ? "portal.draft.add.first" : "portal.draft.add", one),
                        at.address(page) + "/" + rows.size()))
                : Optional.<ButtonLink>empty();
        var send = new org.tongqu.design.form.FormPage(
                texts, "", "", Send.to(at.address(page), frame.csrf()), List.of(), actions(texts, at));
        return new RowsPage(
                titled(frame, at, page),
                progress(texts, at, page),
                new RowsPage.Heading(Said.in(texts, page.title()), Said.in(texts, page.why())),
                wrong(texts, page, problems),
                IntStream.range(0, rows.size())
                        .mapToObj(number -> row(texts, at, page, number, rows.get(number)))
                        .toList(),
                add,
                send);
    }

    private RowsPage.Row row(Texts texts, DraftAt at, FormPage page, int number, Datum.Fields row) {
        var group = page.group().orElseThrow();
        var words = new Answers(texts, row, Provenance.NONE, addresses::name, id -> List.of(), Answers.Change.NONE);
        var facts = group.summary().stream()
                .map(name -> words.words(page.field(name), row.at(name)))
                .filter(word -> !word.isEmpty())
                .toList();
        var title = facts.isEmpty()
                ? texts.say("portal.draft.group", Said.in(texts, group.row()), number + 1)
                : facts.getFirst();
        return new RowsPage.Row(
                title,
                facts.subList(Math.min(1, facts.size()), facts.size()),
                at.address(page) + "/" + number,
                String.valueOf(number),
                title);
    }

    /** Every problem of the list with the row it belongs to; what is wrong inside a row is put right on the row's page. */
    private static ErrorSummary wrong(Texts texts, FormPage page, List<FieldProblem> problems) {
        var group = page.group().orElseThrow();
        var told = new ArrayList<ErrorSummary.Problem>();
        for (var problem : problems) {
            var inRow = problem.path().length() > group.name().length()
                    ? problem.path().substring(group.name().length() + 1).split("\\.")[0]
                    : "";
            var which = inRow.matches("[0-9]{1,4}")
                    ? texts.say("portal.draft.group", Said.in(texts, group.row()), Integer.parseInt(inRow) + 1)
                            + texts.say("portal.check.colon")
                    : "";
            told.add(new ErrorSummary.Problem("f-rows", which + FormSentences.say(problem, Said.language(texts))));
        }
        return new ErrorSummary(texts, told);
    }

    private org.tongqu.design.form.FormPage form(
            PageFrame frame, DraftAt at, FormPage page, String address, List<Field> fields) {
        var texts = frame.texts();
        return new org.tongqu.design.form.FormPage(
                texts,
                Said.in(texts, page.title()),
                Said.in(texts, page.why()),
                Send.to(address, frame.csrf()),
                List.of(new Fieldset("", "", fields)),
                actions(texts, at));
    }

    AskPage ask(PageFrame frame, DraftAt at, FormPage page, org.tongqu.design.form.FormPage form) {
        var asides = at.isCorrection()
                ? List.<ButtonLink>of()
                : List.of(
                        ButtonLink.quiet(frame.texts().say("portal.draft.expert"), at.address() + "/all"),
                        ButtonLink.quiet(frame.texts().say("portal.draft.delete"), at.address() + "/delete"));
        return new AskPage(titled(frame, at, page), Optional.of(progress(frame.texts(), at, page)), form, asides);
    }

    static List<Button> actions(Texts texts, DraftAt at) {
        var next = Button.main(texts.say("portal.draft.save")).sending("then", "next");
        var back = Button.plain(texts.say("portal.draft.back")).sending("then", "back");
        var leave = Button.quiet(texts.say("portal.draft.leave")).sending("then", "leave");
        return at.isCorrection() ? List.of(next, back) : List.of(next, back, leave);
    }

    static PageFrame titled(PageFrame frame, DraftAt at, FormPage page) {
        return titled(frame, at, Said.in(frame.texts(), page.title()));
    }

    static PageFrame titled(PageFrame frame, DraftAt at, String title) {
        var texts = frame.texts();
        var crumbs = Breadcrumbs.of(
                new Crumb(texts.say("portal.place.my"), "/my"),
                new Crumb(Said.in(texts, at.pack().title()), at.isCorrection() ? at.checkAddress() : ""));
        return frame.titled(title).at("my", crumbs);
    }

    private static ProgressBar progress(Texts texts, DraftAt at, FormPage page) {
        int all = at.pages().size() + 1;
        int step = at.pages().indexOf(page) + 1;
        return new ProgressBar(Said.in(texts, at.pack().title()), step, all, texts.say("portal.draft.step", step, all));
    }
}
