package org.tongqu.platform.front.drafting.web;

import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.tongqu.design.PageFrame;
import org.tongqu.design.Texts;
import org.tongqu.design.form.Button;
import org.tongqu.design.form.DateField;
import org.tongqu.design.form.FormPage;
import org.tongqu.design.form.Question;
import org.tongqu.design.view.KeyFacts.Fact;
import org.tongqu.kernel.Outcome;
import org.tongqu.kernel.time.WorkingCalendar;
import org.tongqu.platform.matter.casework.Rehearsal;
import org.tongqu.platform.matter.processes.Draft;
import org.tongqu.platform.matter.studio.RehearsalRefusal;
import org.tongqu.platform.matter.studio.Rehearsals;
import org.tongqu.platform.matter.studio.Rehearsed;
import org.tongqu.platform.matter.studio.SentFile;
import org.tongqu.platform.matter.studio.View;
import org.tongqu.platform.matter.studio.Wanted;
import org.tongqu.platform.trust.identity.SignedIn;

/** Plays cases of a period again by what is drawn, and says beside the draft what came of it. */
@Component
class Trying {

    private static final String STUDIO = "/desk/studio/rehearsals/";
    private static final int USUAL_DAYS = 90;

    private final Rehearsals rehearsals;
    private final Clock clock;

    Trying(Rehearsals rehearsals, Clock clock) {
        this.rehearsals = rehearsals;
        this.clock = clock;
    }

    static String address(long id) {
        return STUDIO + id;
    }

    private static SentFile file(Draft draft) {
        var path = draft.place().file();
        return new SentFile(
                path.substring(path.lastIndexOf('/') + 1), draft.content().body());
    }

    /** @param from a day as it was typed, as {@code to} is */
    Outcome<Long, RehearsalRefusal> begin(SignedIn.Officer who, Draft draft, String from, String to) {
        return rehearsals.begin(
                who,
                new Wanted(
                        draft.place().packId(),
                        day(from).flatMap(first -> day(to).map(last -> new Rehearsal.Period(first, last))),
                        Optional.empty(),
                        List.of(file(draft))));
    }

    private static Optional<LocalDate> day(String text) {
        try {
            return Optional.of(LocalDate.parse(text));
        } catch (DateTimeParseException notADay) {
            return Optional.empty();
        }
    }

    /** Whether the draft as it is kept was tried, and what came of it; leads to the whole. */
    Fact fact(Texts texts, SignedIn.Officer who, Draft draft) {
        var latest = rehearsals.latest(who, draft.place().packId(), file(draft));
        var fact = Fact.of(
                texts.say("drafting.fact.rehearsed"),
                latest.map(known -> told(texts, known)).orElseGet(() -> texts.say("drafting.rehearsed.none")));
        return latest.map(known -> fact.leadingTo(address(known.id()))).orElse(fact);
    }

    private String told(Texts texts, Rehearsed known) {
        var progress = known.progress();
        if (!known.state().isOver()) {
            return texts.say(
                    "drafting.rehearsed.running", texts.number(progress.played()), texts.number(progress.all()));
        }
        var figures = rehearsals.figures(known);
        return texts.say(
                known.state() == Rehearsed.State.COMPLETE ? "drafting.rehearsed" : "drafting.rehearsed.part",
                texts.number(progress.played()),
                texts.number(figures.in(View.OTHERWISE)),
                texts.number(figures.in(View.LATER)),
                texts.number(figures.in(View.OPEN)),
                texts.number(figures.in(View.UNKNOWN)));
    }

    /** Nothing for who may not try. */
    Optional<FormPage> form(PageFrame frame, SignedIn.Officer who, ProcessAt at) {
        if (!rehearsals.mayRehearse(who)) {
            return Optional.empty();
        }
        var texts = frame.texts();
        var today = LocalDate.ofInstant(clock.instant(), WorkingCalendar.ZONE);
        return Optional.of(FormPage.of(
                        texts,
                        "",
                        FormPage.Send.to(at.draft() + "/rehearse", frame.csrf()),
                        List.of(
                                DateField.of(
                                        Question.of(texts, "from", texts.say("drafting.ask.from")),
                                        today.minusDays(USUAL_DAYS).toString()),
                                DateField.of(Question.of(texts, "to", texts.say("drafting.ask.to")), today.toString())),
                        Button.plain(texts.say("drafting.rehearse.begin")))
                .lead(texts.say("drafting.rehearse.lead")));
    }

    /** Why it is not tried, and what to do. */
    static String say(Texts texts, RehearsalRefusal why) {
        return switch (why) {
            case RehearsalRefusal.PeriodWrong wrong -> texts.say("drafting.rehearse.period");
            case RehearsalRefusal.NothingChanged same -> texts.say("drafting.rehearse.same");
            case RehearsalRefusal.NoCases none -> texts.say("drafting.rehearse.no-cases");
            case RehearsalRefusal.TooManyCases(var cases, var most) ->
                texts.say("drafting.rehearse.too-many", texts.number(cases), texts.number(most));
            case RehearsalRefusal.PackWrong(var problems) ->
                texts.say("drafting.rehearse.wrong", String.valueOf(problems.size()));
            case RehearsalRefusal.FilesWrong(var faults) ->
                texts.say("drafting.rehearse.wrong", String.valueOf(faults.size()));
            case RehearsalRefusal.Busy busy -> texts.say("drafting.rehearse.busy");
            case RehearsalRefusal.MayNot no -> texts.say("drafting.refused.may-not");
            case RehearsalRefusal.NotYours no -> texts.say("drafting.refused.may-not");
            case RehearsalRefusal.NoSuchPack gone -> texts.say("drafting.refused.gone");
            case RehearsalRefusal.NoSuchRehearsal gone -> texts.say("drafting.refused.gone");
            case RehearsalRefusal.NoSuchOrganisation none -> texts.say("drafting.refused.gone");
            case RehearsalRefusal.NothingSent none -> texts.say("drafting.refused.gone");
        };
    }
}
