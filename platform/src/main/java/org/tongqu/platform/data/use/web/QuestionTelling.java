package org.tongqu.platform.data.use.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.tongqu.design.PageFrame;
import org.tongqu.design.Texts;
import org.tongqu.design.form.FormPage;
import org.tongqu.design.view.KeyFacts;
import org.tongqu.design.view.KeyFacts.Fact;
import org.tongqu.design.view.Timeline;
import org.tongqu.design.view.Timeline.Step;
import org.tongqu.kernel.time.WorkingCalendar;
import org.tongqu.platform.data.use.Question;
import org.tongqu.platform.data.use.Trace;

/** Tells of a use, and of what was asked about it. */
@Component
class QuestionTelling {

    private final Words words;
    private final Clock clock;

    QuestionTelling(Words words, Clock clock) {
        this.words = words;
        this.clock = clock;
    }

    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), WorkingCalendar.ZONE);
    }

    KeyFacts facts(Texts texts, Trace trace) {
        var facts = new ArrayList<Fact>(List.of(
                fact(texts, "at", texts.moment(trace.at())),
                fact(texts, "organisation", words.office(texts, trace.by().organisation())),
                fact(texts, "who", Words.who(texts, trace)),
                fact(texts, "register", words.register(texts, trace)),
                fact(texts, "what", words.what(texts, trace)),
                fact(texts, "purpose", Words.purpose(texts, trace)),
                fact(texts, "under", Words.under(texts, trace)),
                fact(texts, "call", trace.by().call())));
        return new KeyFacts(facts);
    }

    private static Fact fact(Texts texts, String name, String value) {
        return Fact.of(texts.say("use.fact." + name), value);
    }

    QuestionPage page(PageFrame frame, Question question, Optional<FormPage> answering) {
        var texts = frame.texts();
        var state = Words.state(texts, question);
        return new QuestionPage(
                frame,
                texts.say("use.question.heading", question.id()),
                Words.lamp(texts, question, today()),
                question.due()
                        .map(due -> texts.say("use.standing.due", state, texts.day(due.day())))
                        .orElse(state),
                facts(texts, question.trace()),
                story(texts, question),
                answering);
    }

    private Timeline story(Texts texts, Question question) {
        var steps = new ArrayList<Step>();
        steps.add(Step.done(texts.say("use.story.asked"), "", texts.moment(question.askedAt()))
                .saying(question.words()));
        var office = words.office(texts, question.organisation());
        question.answer()
                .ifPresentOrElse(
                        answer ->
                                steps.add(Step.done(texts.say("use.story.answered"), office, texts.moment(answer.at()))
                                        .saying(answer.words())),
                        () -> steps.add(Step.now(
                                texts.say("use.story.awaited"),
                                office,
                                question.due()
                                        .map(due -> texts.say("use.due", texts.day(due.day())))
                                        .orElse(""),
                                Words.lamp(texts, question, today()))));
        return new Timeline(texts, steps);
    }
}
