package org.tongqu.platform.data.use.web;

import java.util.ArrayList;
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
import org.tongqu.design.PageFrame;
import org.tongqu.design.Texts;
import org.tongqu.design.form.Button;
import org.tongqu.design.form.FormPage;
import org.tongqu.design.form.Question;
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
import org.tongqu.platform.data.use.QuestionRefusal;
import org.tongqu.platform.data.use.Questions;
import org.tongqu.platform.data.use.Trace;
import org.tongqu.platform.data.use.Traces;
import org.tongqu.platform.operate.web.Done;
import org.tongqu.platform.operate.web.Html;
import org.tongqu.platform.operate.web.ListAddress;
import org.tongqu.platform.operate.web.Redirect;
import org.tongqu.platform.trust.identity.SignedIn;

/** Who looked at my data (谁看过我的数据), and asking why. */
@Controller
class MyDataController {

    private static final int PAGE = 25;
    private static final int LONGEST = 1000;

    private final Traces traces;
    private final Questions questions;
    private final Words words;
    private final QuestionTelling telling;

    MyDataController(Traces traces, Questions questions, Words words, QuestionTelling telling) {
        this.traces = traces;
        this.questions = questions;
        this.words = words;
        this.telling = telling;
    }

    @GetMapping(Words.MINE)
    Html list(
            PageFrame frame,
            @AuthenticationPrincipal SignedIn.Citizen who,
            @RequestParam(defaultValue = "") String after) {
        var texts = frame.texts();
        var trail = Trail.of(after);
        var shown = traces.list(who, trail.number().orElse(Long.MAX_VALUE), PAGE);
        var next = Trail.next(shown, PAGE, Trace::id);
        return Html.page(
                "data/use/TracesPage",
                new TracesPage(
                        frame.titled(texts.say("use.mine.heading"))
                                .at("my", crumbs(texts, texts.say("use.mine.heading"))),
                        table(texts, shown),
                        ListAddress.of(Words.MINE)
                                .pages(texts, trail, next, texts.say("use.mine.shown", shown.size()))));
    }

    private static Breadcrumbs crumbs(Texts texts, String here) {
        return Breadcrumbs.of(new Crumb(texts.say("use.my"), "/my"), new Crumb(here, ""));
    }

    private static Breadcrumbs under(Texts texts, String here) {
        return Breadcrumbs.of(
                new Crumb(texts.say("use.my"), "/my"),
                new Crumb(texts.say("use.mine.heading"), Words.MINE),
                new Crumb(here, ""));
    }

    private DataTable table(Texts texts, List<Trace> shown) {
        return new DataTable(
                texts,
                texts.say("use.mine.heading"),
                Stream.of("at", "organisation", "what", "purpose", "ask")
                        .map(name -> Column.of(texts.say("use.column." + name)))
                        .toList(),
                shown.stream().map(trace -> row(texts, trace)).toList(),
                EmptyState.of(texts.say("use.mine.empty"), texts.say("use.mine.empty.text")),
                "");
    }

    private Row row(Texts texts, Trace trace) {
        var ask = trace.question()
                .map(id -> new Cell.Opens(id, Words.MINE_ASKED + id))
                .orElseGet(() -> new Cell.Opens(texts.say("use.ask.why"), Words.MINE + "/" + trace.id() + "/ask"));
        return Row.of(
                new Cell.Words(texts.moment(trace.at())),
                new Cell.TwoLines(words.office(texts, trace.by().organisation()), Words.who(texts, trace)),
                new Cell.TwoLines(words.register(texts, trace), words.what(texts, trace)),
                new Cell.TwoLines(Words.purpose(texts, trace), Words.under(texts, trace)),
                ask);
    }

    @GetMapping(Words.MINE + "/{id}/ask")
    Html ask(PageFrame frame, @AuthenticationPrincipal SignedIn.Citizen who, @PathVariable long id) {
        return asking(frame, trace(who, id), "", Optional.empty());
    }

    private Trace trace(SignedIn.Citizen who, long id) {
        return traces.find(who, id).orElseThrow(Words::notFound);
    }

    @PostMapping(Words.MINE + "/{id}/ask")
    Object send(
            PageFrame frame,
            @AuthenticationPrincipal SignedIn.Citizen who,
            @PathVariable long id,
            @RequestParam Map<String, String> sent) {
        var said = sent.getOrDefault("words", "");
        return switch (questions.ask(who, id, said)) {
            case Outcome.Done<org.tongqu.platform.data.use.Question, QuestionRefusal>(var asked) ->
                Redirect.to(Words.MINE_ASKED + asked.id() + "?done=ask");
            case Outcome.Refused<org.tongqu.platform.data.use.Question, QuestionRefusal>(var refusal) ->
                asking(frame, trace(who, id), said, Optional.of(Words.refused(frame.texts(), refusal)))
                        .with(HttpStatus.UNPROCESSABLE_CONTENT);
        };
    }

    private Html asking(PageFrame frame, Trace trace, String said, Optional<String> wrong) {
        var texts = frame.texts();
        var heading = texts.say("use.ask.heading");
        var notices = new ArrayList<NoticeBanner>();
        wrong.ifPresent(words -> notices.add(NoticeBanner.error(words)));
        var question = Question.of(texts, "words", texts.say("use.ask.words"))
                .hint(texts.say("use.ask.words.hint"))
                .wrong(wrong.orElse(""));
        var form = FormPage.of(
                texts,
                "",
                FormPage.Send.to(Words.MINE + "/" + trace.id() + "/ask", frame.csrf()),
                List.of(new TextArea(question, said, 4, LONGEST)),
                Button.main(texts.say("use.ask.send")));
        return Html.page(
                "data/use/AskPage",
                new AskPage(
                        frame.noticing(notices).titled(heading).at("my", under(texts, heading)),
                        telling.facts(texts, trace),
                        form));
    }

    @GetMapping(Words.MINE_ASKED + "{id}")
    Html question(
            PageFrame frame,
            @AuthenticationPrincipal SignedIn.Citizen who,
            @PathVariable String id,
            @RequestParam(defaultValue = "") String done) {
        var question = questions.find(who, id).orElseThrow(Words::notFound);
        var texts = frame.texts();
        var heading = texts.say("use.question.heading", id);
        var told = Done.told(frame, "use.done." + done).titled(heading).at("my", under(texts, heading));
        return Html.page("data/use/MyQuestionPage", telling.page(told, question, Optional.empty()));
    }
}
