package org.tongqu.platform.matter.hall.web;

import org.tongqu.design.Texts;
import org.tongqu.design.view.NoticeBanner;
import org.tongqu.platform.matter.hall.BookRefusal;

/** Says why nothing was booked and what to do next. */
final class BookRefusals {

    private BookRefusals() {}

    static NoticeBanner say(Texts texts, BookRefusal refusal) {
        return switch (refusal) {
            case BookRefusal.Full full -> told(texts, "hall.refused.full");
            case BookRefusal.NotOffered not -> told(texts, "hall.refused.not-offered");
            case BookRefusal.HasOne one -> told(texts, "hall.refused.has-one");
            case BookRefusal.TooManyMissed many ->
                NoticeBanner.warning(texts.say("hall.refused.missed", many.missed()))
                        .saying(texts.say("hall.refused.missed.text", texts.day(many.until())));
            case BookRefusal.Gone gone -> told(texts, "hall.refused.gone");
        };
    }

    private static NoticeBanner told(Texts texts, String key) {
        return NoticeBanner.warning(texts.say(key)).saying(texts.say(key + ".text"));
    }
}
