package org.tongqu.platform.matter.hall.web.declaring;

import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.tongqu.design.Texts;
import org.tongqu.design.view.NoticeBanner;
import org.tongqu.platform.matter.hall.DeclareRefusal;
import org.tongqu.platform.matter.hall.DeclareRefusal.Mistake;

/** Says why a hall was not declared so, and what to do next. */
final class Refusals {

    private Refusals() {}

    /** Nothing where the fields themselves say it. */
    static List<NoticeBanner> say(Texts texts, DeclareRefusal refusal) {
        return switch (refusal) {
            case DeclareRefusal.MayNot not -> told(texts, "may-not");
            case DeclareRefusal.NoSuchHall none -> told(texts, "none");
            case DeclareRefusal.Wrong wrong -> List.of();
            case DeclareRefusal.Meanwhile(var by, var at) -> told(texts, "meanwhile", by, texts.moment(at));
            case DeclareRefusal.Booked(var people, var until) -> told(texts, "booked", people, texts.day(until));
            case DeclareRefusal.BookedAfterClosing(var people, var until) ->
                told(texts, "closing", people, texts.day(until));
            case DeclareRefusal.InTheHall(var tickets) -> told(texts, "in-the-hall", tickets);
            case DeclareRefusal.Sitting(var window, var clerk) -> told(texts, "sitting", window, clerk);
        };
    }

    static Map<String, Mistake> fields(DeclareRefusal refusal) {
        return refusal instanceof DeclareRefusal.Wrong(var fields) ? fields : Map.of();
    }

    static HttpStatus status(DeclareRefusal refusal) {
        return switch (refusal) {
            case DeclareRefusal.MayNot not -> HttpStatus.FORBIDDEN;
            case DeclareRefusal.NoSuchHall none -> HttpStatus.NOT_FOUND;
            case DeclareRefusal.Wrong wrong -> HttpStatus.UNPROCESSABLE_CONTENT;
            case DeclareRefusal.Meanwhile meanwhile -> HttpStatus.CONFLICT;
            case DeclareRefusal.Booked booked -> HttpStatus.CONFLICT;
            case DeclareRefusal.BookedAfterClosing booked -> HttpStatus.CONFLICT;
            case DeclareRefusal.InTheHall inside -> HttpStatus.CONFLICT;
            case DeclareRefusal.Sitting sitting -> HttpStatus.CONFLICT;
        };
    }

    private static List<NoticeBanner> told(Texts texts, String key, Object... values) {
        var words = "hall.declare.refused." + key;
        return List.of(NoticeBanner.warning(texts.say(words, values)).saying(texts.say(words + ".text", values)));
    }
}
