package org.tongqu.platform.front.portal.web.ratings;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.tongqu.design.PageFrame;
import org.tongqu.design.Texts;
import org.tongqu.design.form.Button;
import org.tongqu.design.form.ButtonLink;
import org.tongqu.design.form.Checkboxes;
import org.tongqu.design.form.Choice;
import org.tongqu.design.form.Field;
import org.tongqu.design.form.FormPage;
import org.tongqu.design.form.Question;
import org.tongqu.design.form.Radios;
import org.tongqu.design.form.TextArea;
import org.tongqu.design.form.TextField;
import org.tongqu.design.view.KeyFacts;
import org.tongqu.design.view.KeyFacts.Fact;
import org.tongqu.design.view.Lamp;
import org.tongqu.platform.matter.casework.CaseView;
import org.tongqu.platform.matter.ratings.FollowUp;
import org.tongqu.platform.matter.ratings.Grade;
import org.tongqu.platform.matter.ratings.OwnRatings;
import org.tongqu.platform.matter.ratings.Point;
import org.tongqu.platform.matter.ratings.RatingTerms;
import org.tongqu.platform.operate.web.Said;

/** Draws the page on which somebody says how they were served. */
@Component
class RateScreen {

    private final RatingTerms terms;

    RateScreen(RatingTerms terms) {
        this.terms = terms;
    }

    /**
     * How the forms of the page are sent.
     *
     * @param address for ratings; what is said of an answer goes below it
     * @param along receipt and code, where nobody is signed in
     * @param back missing where nobody is signed in
     */
    record Way(String address, Map<String, String> along, Optional<ButtonLink> back) {
        Way {
            along = Map.copyOf(along);
        }
    }

    /** What was sent and what is wrong with it. */
    record Sent(RateForm form, Map<String, String> wrong) {
        static final Sent NOTHING = new Sent(RateForm.EMPTY, Map.of());

        Sent {
            wrong = Map.copyOf(wrong);
        }

        String about(String part) {
            return Optional.ofNullable(wrong.get(part)).orElse("");
        }
    }

    RatePage page(PageFrame frame, CaseView view, OwnRatings own, Way way, Sent sent) {
        var texts = frame.texts();
        var heading = texts.say("portal.rate.title");
        var about = Said.in(texts, view.item())
                + texts.say("portal.check.colon")
                + view.head().receipt().value();
        return new RatePage(
                frame.titled(heading),
                heading,
                about,
                own.given().stream().map(given -> given(frame, given, way)).toList(),
                own.open().isEmpty() ? Optional.empty() : Optional.of(ask(frame, own.open(), way, sent)),
                way.back());
    }

    private FormPage ask(PageFrame frame, Set<Point> open, Way way, Sent sent) {
        var texts = frame.texts();
        var form = sent.form();
        var points = Stream.of(Point.values())
                .filter(open::contains)
                .map(point -> new Choice(
                        point.code(),
                        texts.say("ratings.point." + point.code()),
                        texts.say("ratings.point." + point.code() + ".hint")))
                .toList();
        var chosen = form.chosenPoint()
                .map(Point::code)
                .orElse(points.size() == 1 ? points.getFirst().value() : "");
        var fields = new ArrayList<Field>();
        fields.add(new Radios(question(texts, "point", sent), points, chosen));
        fields.add(new Radios(
                question(texts, "grade", sent),
                Stream.of(Grade.values())
                        .map(grade -> Choice.of(grade.code(), texts.say("ratings.grade." + grade.code())))
                        .toList(),
                form.chosenGrade().map(Grade::code).orElse("")));
        fields.add(new Checkboxes(
                question(texts, "reasons", sent).optional(),
                Stream.concat(terms.praise().stream(), terms.blame().stream())
                        .map(code -> Choice.of(code, texts.say("ratings.reason." + code)))
                        .toList(),
                form.ticked()));
        fields.add(new TextArea(question(texts, "words", sent).optional(), form.said(), 4, 500));
        fields.add(TextField.of(question(texts, "phone", sent).optional(), form.number())
                .kind(TextField.Kind.PHONE)
                .upTo(20));
        var send = send(frame, way.address(), way);
        return FormPage.of(
                        texts,
                        "",
                        form.isAtWindow() ? send.along("from", "window") : send,
                        fields,
                        Button.main(texts.say("portal.rate.send")))
                .lead(texts.say("portal.rate.lead"));
    }

    private static Question question(Texts texts, String part, Sent sent) {
        var hint = "portal.rate." + part + ".hint";
        return Question.of(texts, part, texts.say("portal.rate." + part))
                .hint(texts.knows(hint) ? texts.say(hint) : "")
                .wrong(sent.about(part));
    }

    private static FormPage.Send send(PageFrame frame, String address, Way way) {
        var send = FormPage.Send.to(address, frame.csrf());
        for (var part : way.along().entrySet()) {
            send = send.along(part.getKey(), part.getValue());
        }
        return send;
    }

    private RatePage.Given given(PageFrame frame, OwnRatings.Own own, Way way) {
        var texts = frame.texts();
        var rating = own.rating();
        var reasons = rating.said().reasons().stream()
                .map(code -> texts.say("ratings.reason." + code))
                .collect(Collectors.joining(texts.say("portal.check.and")));
        var said = Stream.of(reasons, rating.said().words())
                .filter(part -> !part.isBlank())
                .collect(Collectors.joining(texts.say("portal.check.dash")));
        return new RatePage.Given(
                texts.say("ratings.point." + rating.point().code())
                        + texts.say("portal.check.colon")
                        + texts.say("ratings.grade." + rating.said().grade().code()),
                said,
                new KeyFacts(own.answer().map(answer -> facts(texts, answer)).orElse(List.of())),
                own.answer().map(answer -> lamp(texts, answer.followUp())),
                own.answer().filter(OwnRatings.Answer::mayJudge).map(answer -> judge(frame, rating.point(), way)));
    }

    private static List<Fact> facts(Texts texts, OwnRatings.Answer answer) {
        var facts = new ArrayList<Fact>();
        facts.add(Fact.of(texts.say("ratings.number"), answer.followUp().number()));
        if (answer.followUp().state().waitsForOffice()) {
            facts.add(Fact.of(
                    texts.say("portal.rate.answer.by"),
                    texts.until(answer.followUp().term().dueAt())));
        }
        answer.words()
                .ifPresent(step -> facts.add(
                        Fact.of(texts.say("portal.rate.answer"), step.words()).noting(texts.moment(step.at()))));
        return facts;
    }

    private static Lamp lamp(Texts texts, FollowUp followUp) {
        var state = followUp.state();
        var light = state.waitsForOffice() || state == FollowUp.State.APPEALED
                ? Lamp.Light.SOON
                : state == FollowUp.State.ANSWERED ? Lamp.Light.FINE : Lamp.Light.DONE;
        return new Lamp(light, texts.say("ratings.told." + state.name().toLowerCase(Locale.ROOT)));
    }

    private static FormPage judge(PageFrame frame, Point point, Way way) {
        var texts = frame.texts();
        var question = Question.of(texts, "words", texts.say("portal.rate.judge.words"))
                .hint(texts.say("portal.rate.judge.words.hint"))
                .optional();
        return FormPage.of(
                        texts,
                        "",
                        send(frame, way.address() + "/answer", way).along("point", point.code()),
                        List.<Field>of(new TextArea(question, "", 3, 500)),
                        Button.main(texts.say("portal.rate.judge.yes")).sending("content", "yes"))
                .also(Button.plain(texts.say("portal.rate.judge.no")).sending("content", "no"));
    }
}
