package org.tongqu.platform.data.use.web;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
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
import org.tongqu.design.form.TextArea;
import org.tongqu.design.nav.Breadcrumbs;
import org.tongqu.design.nav.Breadcrumbs.Crumb;
import org.tongqu.design.nav.Trail;
import org.tongqu.design.view.Cell;
import org.tongqu.design.view.DataTable;
import org.tongqu.design.view.DataTable.Column;
import org.tongqu.design.view.DataTable.Row;
import org.tongqu.design.view.EmptyState;
import org.tongqu.design.view.NoticeBanner;
import org.tongqu.kernel.Outcome;
import org.tongqu.platform.data.catalog.SharingPlace;
import org.tongqu.platform.data.use.Question;
import org.tongqu.platform.data.use.QuestionRefusal;
import org.tongqu.platform.data.use.Questions;
import org.tongqu.platform.operate.web.Done;
import org.tongqu.platform.operate.web.Html;
import org.tongqu.platform.operate.web.ListAddress;
import org.tongqu.platform.operate.web.Redirect;
import org.tongqu.platform.trust.identity.SignedIn;

/** Where organisations answer why they looked. Who asks is not shown to them. */
@Controller
class DataQuestionsController {

    private static final int PAGE = 50;
    private static final int LONGEST = 1000;

    private final Questions questions;
    private final Words words;
    private final QuestionTelling telling;

    DataQuestionsController(Questions questions, Words words, QuestionTelling telling) {
        this.questions = questions;
        this.words = words;
        this.telling = telling;
    }

    @GetMapping(Words.DESK)
    Html list(
            PageFrame frame,
            @AuthenticationPrincipal SignedIn.Officer officer,
            @RequestParam(defaultValue = "") String after) {
        admit(officer);
        var texts = frame.texts();
        var trail = Trail.of(after);
        var rows = questions.list(officer, trail.start().orElse(""), PAGE);
        var next = Trail.next(rows, PAGE, Question::id);
        return Html.page(
                "data/use/QuestionsPage",
                new QuestionsPage(
                        frame.titled(texts.say("use.questions.heading")).at("use", Breadcrumbs.none()),
                        table(texts, rows),
                        ListAddress.of(Words.DESK)
                                .pages(texts, trail, next, texts.say("use.questions.shown", rows.size()))));
    }

    private static void admit(SignedIn.Officer officer) {
        if (!SharingPlace.isConcerned(officer)) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
    }

    private DataTable table(Texts texts, List<Question> rows) {
        return new DataTable(
                texts,
                texts.say("use.questions.heading"),
                Stream.of("clock", "id", "organisation", "what", "asked", "due")
                        .map(name -> Column.of(texts.say("use.column." + name)))
                        .toList(),
                rows.stream().map(row -> row(texts, row)).toList(),
                EmptyState.of(texts.say("use.questions.empty"), texts.say("use.questions.empty.text")),
                "");
    }

    private Row row(Texts texts, Question question) {
        var href = Words.DESK + "/" + question.id();
        var trace = question.trace();
        return Row.opening(
                href,
                new Cell.Lit(Words.lamp(texts, question, telling.today())),
                new Cell.Opens(question.id(), href),
                new Cell.TwoLines(words.office(texts, question.organisation()), Words.who(texts, trace)),
                new Cell.TwoLines(words.register(texts, trace.of().register()), words.what(texts, trace)),
                new Cell.Words(texts.moment(question.askedAt())),
                new Cell.Words(question.due().map(due -> texts.day(due.day())).orElse("")));
    }

    @GetMapping(Words.DESK + "/{id}")
    Html one(
            PageFrame frame,
            @AuthenticationPrincipal SignedIn.Officer officer,
            @PathVariable String id,
            @RequestParam(defaultValue = "") String done) {
        return draw(Done.told(frame, "use.done." + done), officer, id, "", "");
    }

    @PostMapping(Words.DESK + "/{id}/answer")
    Object answer(
            PageFrame frame,
            @AuthenticationPrincipal SignedIn.Officer officer,
            @PathVariable String id,
            @RequestParam Map<String, String> sent) {
        var said = sent.getOrDefault("words", "");
        return switch (questions.answer(officer, id, said)) {
            case Outcome.Done<Question, QuestionRefusal> done -> Redirect.to(Words.DESK + "/" + id + "?done=answer");
            case Outcome.Refused<Question, QuestionRefusal>(var refusal) -> {
                var wrong = Words.refused(frame.texts(), refusal);
                yield draw(frame.noticing(List.of(NoticeBanner.error(wrong))), officer, id, said, wrong)
                        .with(HttpStatus.UNPROCESSABLE_CONTENT);
            }
        };
    }

    private Html draw(PageFrame frame, SignedIn.Officer officer, String id, String said, String wrong) {
        admit(officer);
        var question = questions.find(officer, id).orElseThrow(Words::notFound);
        var texts = frame.texts();
        var heading = texts.say("use.question.heading", id);
        var crumbs = Breadcrumbs.of(new Crumb(texts.say("use.questions.heading"), Words.DESK), new Crumb(id, ""));
        var answering = questions.mayAnswer(officer, question)
                ? Optional.of(form(frame, id, said, wrong))
                : Optional.<FormPage>empty();
        return Html.page(
                "data/use/QuestionPage", telling.page(frame.titled(heading).at("use", crumbs), question, answering));
    }

    private static FormPage form(PageFrame frame, String id, String said, String wrong) {
        var texts = frame.texts();
        var question = org.tongqu.design.form.Question.of(texts, "words", texts.say("use.answer.words"))
                .hint(texts.say("use.answer.words.hint"))
                .wrong(wrong);
        return FormPage.of(
                texts,
                "",
                FormPage.Send.to(Words.DESK + "/" + id + "/answer", frame.csrf()),
                List.of(new TextArea(question, said, 4, LONGEST)),
                Button.main(texts.say("use.answer.send")));
    }
}
