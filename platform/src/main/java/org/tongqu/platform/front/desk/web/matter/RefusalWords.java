package org.tongqu.platform.front.desk.web.matter;

import java.util.function.Function;
import java.util.stream.Collectors;
import org.tongqu.design.Texts;
import org.tongqu.design.view.NoticeBanner;
import org.tongqu.engines.cases.CaseRefusal;
import org.tongqu.platform.front.desk.web.Limits;
import org.tongqu.platform.matter.casework.ActRefusal;
import org.tongqu.platform.operate.web.Said;

/**
 * Why an act was refused and what to do next, in the officer's language.
 *
 * @param outcomes names an outcome or result of the case's pack
 * @param roles names a performer of the case's pack
 */
record RefusalWords(Texts texts, Function<String, String> outcomes, Function<String, String> roles) {

    NoticeBanner of(ActRefusal refusal) {
        return switch (refusal) {
            case ActRefusal.NoSuchCase none -> say("no-such-case");
            case ActRefusal.OnlyLooking looking -> say("only-looking");
            case ActRefusal.CannotTake(var name) -> say("cannot-take", name);
            case ActRefusal.WorkedBefore(var role) -> say("worked-before", Said.in(texts, role));
            case ActRefusal.ByProcess(var reason) -> of(reason);
        };
    }

    private NoticeBanner of(CaseRefusal refusal) {
        return switch (refusal) {
            case CaseRefusal.Ended(var result, var at) ->
                say("ended", texts.moment(at), outcomes.apply("result." + result));
            case CaseRefusal.TaskAlreadyDone(var task, var byName, var outcome, var at) ->
                say("task-done", byName, texts.moment(at), outcomes.apply("outcome." + outcome));
            case CaseRefusal.TakenBy(var byName) -> say("taken", byName);
            case CaseRefusal.NotYours(var performer, var organisation) -> say("not-yours", roles.apply(performer));
            case CaseRefusal.NoSuchTask none -> say("no-task");
            case CaseRefusal.NotClaimed none -> say("no-task");
            case CaseRefusal.OutcomeUnknown unknown -> say("outcome");
            case CaseRefusal.ReasonMissing missing -> say("reason");
            case CaseRefusal.CalendarSilent(var year) -> say("calendar", String.valueOf(year));
            case CaseRefusal.ServiceRefused(var action, var why) -> say("service", outcomes.apply(action), why);
            case CaseRefusal.NotOpenYet none -> say("other");
            case CaseRefusal.OpenAlready already -> say("other");
            case CaseRefusal.NoSuchTimer none -> say("other");
            case CaseRefusal.NotYetDue due -> say("other");
            default -> handling(refusal);
        };
    }

    private NoticeBanner handling(CaseRefusal refusal) {
        return switch (refusal) {
            case CaseRefusal.Suspended(var byName, var why, var at) -> say("suspended", byName, texts.moment(at), why);
            case CaseRefusal.NotAllowedHere none -> say("not-allowed-here");
            case CaseRefusal.NotPassed none -> say("not-passed");
            case CaseRefusal.CrossesParallel(var siblings) ->
                say(
                        "crosses-parallel",
                        siblings.stream()
                                .map(node -> outcomes.apply("task." + node))
                                .collect(Collectors.joining("、")));
            case CaseRefusal.AlreadyTouched touched -> say("touched");
            case CaseRefusal.Held(var by) -> say("held", String.join("、", by));
            case CaseRefusal.OnlyPrepared(var byName) -> say("only-prepared", byName);
            case CaseRefusal.AskedBefore(var byName, var at) -> say("asked-before", byName, texts.moment(at));
            case CaseRefusal.OnceOnly(var outcome, var byName, var at) -> say("once-only", byName, texts.moment(at));
            case CaseRefusal.UrgedBefore(var at) -> say("urged-before", texts.moment(at));
            case CaseRefusal.BasisMissing missing -> say("basis");
            case CaseRefusal.NothingNamed nothing -> say("nothing-named");
            case CaseRefusal.SignerAlready(var name) -> say("signer-already", name);
            case CaseRefusal.OrganisationUnknown(var kind) -> say("organisation-unknown", kind);
            case CaseRefusal.NoSuchClock none -> say("no-clock");
            case CaseRefusal.NotProlongable none -> say("not-prolongable");
            case CaseRefusal.ProlongedBefore(var byName, var at) -> say("prolonged-before", byName, texts.moment(at));
            case CaseRefusal.TooMuch(var most) -> say("too-much", Limits.say(texts, most));
            case CaseRefusal.TooLateToProlong(var dueAt) -> say("too-late", texts.moment(dueAt));
            case CaseRefusal.RulesConflict(var table, var rows) ->
                say("rules-conflict", table, rows.stream().map(String::valueOf).collect(Collectors.joining("、")));
            case CaseRefusal.NoSuchSigner none -> say("no-such-signer");
            case CaseRefusal.PromiseOpen(var materials) -> say("promise-open", String.join("、", materials));
            case CaseRefusal.DayMissing missing -> say("day");
            case CaseRefusal.FeeMissing missing -> say("fee");
            case CaseRefusal.DayOver(var day) -> say("day-over", texts.day(day));
            case CaseRefusal.DayFree(var day) -> say("day-free", texts.day(day));
            default -> say("other");
        };
    }

    private NoticeBanner say(String key, Object... arguments) {
        var title = NoticeBanner.error(texts.say("desk.refused." + key, arguments));
        var more = "desk.refused." + key + ".text";
        return texts.knows(more) ? title.saying(texts.say(more, arguments)) : title;
    }
}
