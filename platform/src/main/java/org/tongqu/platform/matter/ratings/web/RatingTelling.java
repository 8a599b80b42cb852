package org.tongqu.platform.matter.ratings.web;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.tongqu.design.PageFrame;
import org.tongqu.design.Texts;
import org.tongqu.design.form.Button;
import org.tongqu.design.form.Choice;
import org.tongqu.design.form.Field;
import org.tongqu.design.form.FormPage;
import org.tongqu.design.form.Question;
import org.tongqu.design.form.Radios;
import org.tongqu.design.form.TextArea;
import org.tongqu.design.nav.Breadcrumbs;
import org.tongqu.design.nav.Breadcrumbs.Crumb;
import org.tongqu.design.view.KeyFacts;
import org.tongqu.design.view.KeyFacts.Fact;
import org.tongqu.design.view.Timeline;
import org.tongqu.design.view.Timeline.Step;
import org.tongqu.platform.matter.ratings.FollowUp;
import org.tongqu.platform.matter.ratings.FollowUpFile;
import org.tongqu.platform.matter.ratings.FollowUpFile.May;
import org.tongqu.platform.matter.ratings.FollowUpStep;

/** Tells one rating and how it is followed up. */
record RatingTelling(PageFrame frame, FollowUpFile file, Words words, Instant now) {

    private static final int LONGEST = 1000;

    DeskRatingPage page() {
        var heading = file.followUp()
                .map(open -> texts().say("ratings.file.follow-up", open.number()))
                .orElseGet(() -> texts().say("ratings.file"));
        var crumbs = Breadcrumbs.of(
                new Crumb(texts().say("ratings.title"), DeskRatingsController.ADDRESS), new Crumb(heading, ""));
        return new DeskRatingPage(
                frame.titled(heading).at("ratings", crumbs),
                heading,
                file.followUp().map(open -> words.lamp(open, now)).orElseGet(() -> words.lamp(file.rating())),
                new KeyFacts(facts()),
                file.known().isEmpty(),
                new Timeline(texts(), file.steps().stream().map(this::step).toList()),
                acts());
    }

    private List<Fact> facts() {
        var rating = file.rating();
        var facts = new ArrayList<Fact>();
        facts.add(fact("service", words.service(rating.served().packId())));
        facts.add(fact("point", words.point(rating)));
        facts.add(fact("grade", words.grade(rating)));
        if (!rating.said().reasons().isEmpty()) {
            facts.add(fact("reasons", words.reasons(rating)));
        }
        if (!rating.said().words().isBlank()) {
            facts.add(fact("words", rating.said().words()));
        }
        facts.add(fact(
                "channel", texts().say("ratings.channel." + rating.channel().code())));
        facts.add(fact("day", words.day(rating)));
        facts.add(fact("office", words.office(rating.served().organisation())));
        file.followUp().ifPresent(open -> facts.addAll(owed(open)));
        file.known().ifPresent(known -> {
            facts.add(fact("receipt", known.receipt())
                    .leadingTo("/desk/cases/" + known.caseId())
                    .noting(texts().say("ratings.fact.receipt.note")));
            facts.add(
                    known.phone().isEmpty()
                            ? fact("phone", texts().say("ratings.fact.phone.none"))
                            : fact("phone", known.phone()).leadingTo("tel:" + known.phone()));
        });
        return facts;
    }

    private List<Fact> owed(FollowUp open) {
        var due = fact("due", texts().until(open.term().dueAt()));
        return List.of(
                fact("addressed", words.office(open.addressed())),
                open.term().edition().isEmpty()
                        ? due
                        : due.noting(
                                texts().say("ratings.fact.due.note", open.term().edition())));
    }

    private Fact fact(String name, String value) {
        return Fact.of(texts().say("ratings.fact." + name), value);
    }

    private Step step(FollowUpStep step) {
        var office = file.followUp().map(open -> words.office(open.addressed())).orElse("");
        var title = texts().say("ratings.step." + step.kind().name().toLowerCase(Locale.ROOT), office);
        var by = switch (step.by().id()) {
            case "applicant" -> texts().say("ratings.by.applicant");
            case "system" -> texts().say("ratings.by.system");
            default -> step.by().name();
        };
        var verdict = step.verdict()
                .map(found -> texts().say("ratings.verdict." + found.name().toLowerCase(Locale.ROOT))
                        + texts().say("ratings.dash"))
                .orElse("");
        return Step.done(title, by, texts().moment(step.at())).saying(verdict + step.words());
    }

    private List<DeskRatingPage.Act> acts() {
        var acts = new ArrayList<DeskRatingPage.Act>();
        if (file.may().contains(May.CALL)) {
            acts.add(act("call", List.of(area("words", "call"))));
        }
        if (file.may().contains(May.VERIFY)) {
            acts.add(act("verify", List.of(verdicts(), area("words", "verify"))));
        }
        if (file.may().contains(May.ANSWER)) {
            acts.add(act("answer", List.of(area("words", "answer"))));
        }
        if (file.may().contains(May.APPEAL)) {
            acts.add(act("appeal", List.of(area("appeal", "appeal"))));
        }
        if (file.may().contains(May.JUDGE)) {
            acts.add(judging());
        }
        return acts;
    }

    private Field verdicts() {
        return new Radios(
                Question.of(texts(), "verdict", texts().say("ratings.ask.verify.verdict")),
                Stream.of(FollowUpStep.Verdict.values())
                        .map(verdict -> verdict.name().toLowerCase(Locale.ROOT))
                        .map(code -> Choice.of(code, texts().say("ratings.verdict." + code)))
                        .toList(),
                "");
    }

    private Field area(String name, String act) {
        var hint = "ratings.ask." + act + ".hint";
        var question = Question.of(texts(), name, texts().say("ratings.ask." + act + ".words"))
                .hint(texts().knows(hint) ? texts().say(hint) : "");
        return new TextArea(question, "", 4, LONGEST);
    }

    private DeskRatingPage.Act act(String id, List<Field> fields) {
        var label = texts().say("ratings.ask." + id + ".send");
        var button = id.equals("appeal") ? Button.plain(label) : Button.main(label);
        return new DeskRatingPage.Act(
                id, texts().say("ratings.ask." + id), FormPage.of(texts(), "", send(id), fields, button));
    }

    /** One reason and two buttons: what is decided follows from the one that is pressed. */
    private DeskRatingPage.Act judging() {
        var form = FormPage.of(
                        texts(),
                        "",
                        send("judge"),
                        List.of(area("words", "uphold")),
                        Button.main(texts().say("ratings.ask.reject.send")).sending("ruling", "reject"))
                .also(Button.plain(texts().say("ratings.ask.uphold.send")).sending("ruling", "uphold"));
        return new DeskRatingPage.Act("judge", texts().say("ratings.ask.judge"), form);
    }

    private FormPage.Send send(String act) {
        return FormPage.Send.to(
                DeskRatingsController.ADDRESS + "/" + file.rating().id() + "/" + act, frame.csrf());
    }

    private Texts texts() {
        return frame.texts();
    }
}
