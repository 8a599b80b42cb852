package org.tongqu.platform.data.golden.web;

import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.tongqu.design.PageFrame;
import org.tongqu.design.Texts;
import org.tongqu.design.view.NoticeBanner;
import org.tongqu.kernel.Outcome;
import org.tongqu.kernel.time.WorkingCalendar;
import org.tongqu.platform.data.golden.GoldenRecord.AsOf;
import org.tongqu.platform.data.golden.LinkRefusal;
import org.tongqu.platform.data.golden.Links;
import org.tongqu.platform.data.golden.Look;
import org.tongqu.platform.data.golden.Looks;
import org.tongqu.platform.data.golden.MergeRefusal;
import org.tongqu.platform.data.golden.web.Words.Sight;
import org.tongqu.platform.operate.web.Done;
import org.tongqu.platform.operate.web.Html;
import org.tongqu.platform.operate.web.Redirect;
import org.tongqu.platform.trust.identity.SignedIn;

/** One record, opened for a purpose: as known on any day, and what can be done to it. */
@Controller
class LookController {

    private final Looks looks;
    private final Links links;
    private final RecordParts parts;
    private final Clock clock;

    LookController(Looks looks, Links links, RecordParts parts, Clock clock) {
        this.looks = looks;
        this.links = links;
        this.parts = parts;
        this.clock = clock;
    }

    @GetMapping(Words.LOOK + "{id}")
    Html one(
            PageFrame frame,
            @AuthenticationPrincipal SignedIn.Officer officer,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String known,
            @RequestParam(defaultValue = "") String valid,
            @RequestParam(defaultValue = "") String done) {
        return draw(
                Done.told(frame, "golden.done." + done),
                officer,
                look(officer, id),
                new RecordForms.Sent(Map.of("known", known, "valid", valid), Map.of()));
    }

    private Look look(SignedIn.Officer officer, UUID id) {
        Words.admit(officer);
        return looks.find(officer, id).orElseThrow(Words::notFound);
    }

    @PostMapping(Words.LOOK + "{id}/as-of")
    Object asOf(
            PageFrame frame,
            @AuthenticationPrincipal SignedIn.Officer officer,
            @PathVariable UUID id,
            @RequestParam Map<String, String> sent) {
        var look = look(officer, id);
        for (var name : List.of("known", "valid")) {
            if (day(sent.getOrDefault(name, "")).isEmpty()) {
                var wrong = Map.of(name, frame.texts().say("golden.wrong.day"));
                return draw(frame, officer, look, new RecordForms.Sent(sent, wrong))
                        .with(HttpStatus.UNPROCESSABLE_CONTENT);
            }
        }
        return Redirect.to(
                Words.LOOK + id + "?known=" + sent.getOrDefault("known", "").strip() + "&valid="
                        + sent.getOrDefault("valid", "").strip());
    }

    /** Opens a related record for the same purpose: a look of its own. */
    @PostMapping(Words.LOOK + "{id}/follow")
    Object follow(
            PageFrame frame,
            @AuthenticationPrincipal SignedIn.Officer officer,
            @PathVariable UUID id,
            @RequestParam Map<String, String> sent) {
        var look = look(officer, id);
        return RelatedParts.chosen(sent)
                .map(entity -> looks.follow(officer, look, entity))
                .filter(Outcome.Done.class::isInstance)
                .<Object>map(
                        opened -> Redirect.to(Words.LOOK + opened.orElseThrow().id()))
                .orElseGet(() -> draw(
                                frame,
                                officer,
                                look,
                                new RecordForms.Sent(
                                        sent,
                                        Map.of(
                                                RelatedParts.CHOSEN,
                                                frame.texts().say("golden.wrong.follow"))))
                        .with(HttpStatus.UNPROCESSABLE_CONTENT));
    }

    @PostMapping(Words.LOOK + "{id}/merge")
    Object merge(
            PageFrame frame,
            @AuthenticationPrincipal SignedIn.Officer officer,
            @PathVariable UUID id,
            @RequestParam Map<String, String> sent) {
        var look = look(officer, id);
        var outcome = looks.merge(officer, look, sent.getOrDefault("other", ""), sent.getOrDefault("why.merge", ""));
        return answered(frame, officer, sent, new Answered("merge", "why.merge", outcome, look));
    }

    @PostMapping(Words.LOOK + "{id}/unmerge/{merge}")
    Object unmerge(
            PageFrame frame,
            @AuthenticationPrincipal SignedIn.Officer officer,
            @PathVariable UUID id,
            @PathVariable long merge,
            @RequestParam Map<String, String> sent) {
        var look = look(officer, id);
        var why = "why.unmerge-" + merge;
        var outcome = looks.undo(officer, look, merge, sent.getOrDefault(why, ""));
        return answered(frame, officer, sent, new Answered("unmerge", why, outcome, look));
    }

    @PostMapping(Words.LOOK + "{id}/pairs/{pair}/{verdict:same|different}")
    Object decide(
            PageFrame frame,
            @AuthenticationPrincipal SignedIn.Officer officer,
            @PathVariable UUID id,
            @PathVariable long pair,
            @PathVariable String verdict,
            @RequestParam Map<String, String> sent) {
        var look = look(officer, id);
        var why = "why." + verdict + "-" + pair;
        var said = Links.Verdict.valueOf(verdict.toUpperCase(Locale.ROOT));
        return switch (links.decide(officer, look, pair, said, sent.getOrDefault(why, ""))) {
            case Outcome.Done<Look, LinkRefusal> done -> Redirect.to(Words.LOOK + look.id() + "?done=pair-" + verdict);
            case Outcome.Refused<Look, LinkRefusal>(var refusal) ->
                draw(
                                frame.noticing(List.of(NoticeBanner.error(PairController.say(frame.texts(), refusal)))),
                                officer,
                                look,
                                new RecordForms.Sent(
                                        sent,
                                        refusal instanceof LinkRefusal.ReasonMissing
                                                ? Map.of(why, frame.texts().say("golden.wrong.why"))
                                                : Map.of()))
                        .with(HttpStatus.UNPROCESSABLE_CONTENT);
        };
    }

    private record Answered(String act, String why, Outcome<Look, MergeRefusal> outcome, Look look) {}

    private Object answered(PageFrame frame, SignedIn.Officer officer, Map<String, String> sent, Answered answered) {
        return switch (answered.outcome()) {
            case Outcome.Done<Look, MergeRefusal>(var look) ->
                Redirect.to(Words.LOOK + look.id() + "?done=" + answered.act());
            case Outcome.Refused<Look, MergeRefusal>(var refusal) ->
                draw(
                                frame.noticing(List.of(NoticeBanner.error(say(frame.texts(), refusal)))),
                                officer,
                                answered.look(),
                                new RecordForms.Sent(sent, wrong(frame.texts(), answered.why(), refusal)))
                        .with(HttpStatus.UNPROCESSABLE_CONTENT);
        };
    }

    private static String say(Texts texts, MergeRefusal refusal) {
        return switch (refusal) {
            case MergeRefusal.MayNot may -> texts.say("golden.refused.may-not");
            case MergeRefusal.Unknown unknown -> texts.say("golden.wrong.unknown");
            case MergeRefusal.Ring ring -> texts.say("golden.refused.ring");
            case MergeRefusal.Elsewhere elsewhere -> texts.say("golden.refused.elsewhere");
            case MergeRefusal.ReasonMissing missing -> texts.say("golden.refused.reason");
            case MergeRefusal.Undone undone -> texts.say("golden.refused.undone");
        };
    }

    private static Map<String, String> wrong(Texts texts, String why, MergeRefusal refusal) {
        return switch (refusal) {
            case MergeRefusal.ReasonMissing missing -> Map.of(why, texts.say("golden.wrong.why"));
            case MergeRefusal.MayNot may -> Map.of();
            case MergeRefusal.Undone undone -> Map.of();
            case MergeRefusal.Unknown unknown -> Map.of("other", say(texts, refusal));
            case MergeRefusal.Ring ring -> Map.of("other", say(texts, refusal));
            case MergeRefusal.Elsewhere elsewhere -> Map.of("other", say(texts, refusal));
        };
    }

    private Html draw(PageFrame frame, SignedIn.Officer officer, Look look, RecordForms.Sent sent) {
        var today = LocalDate.ofInstant(clock.instant(), WorkingCalendar.ZONE);
        var asOf = new AsOf(
                day(sent.value("known")).orElse(today), day(sent.value("valid")).orElse(today));
        var sight = looks.maySeeAll(officer, looks.register(look)) ? Sight.WHOLE : Sight.MASKED;
        var merging = looks.mayMerge(officer) ? RecordParts.Merging.OFFERED : RecordParts.Merging.NONE;
        return parts.page(frame, look, asOf, new RecordParts.Reader(officer, sight, merging, sent));
    }

    private static Optional<LocalDate> day(String text) {
        try {
            return Optional.of(LocalDate.parse(text.strip()));
        } catch (DateTimeParseException noDay) {
            return Optional.empty();
        }
    }
}
