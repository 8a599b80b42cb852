package org.tongqu.platform.front.portal.web.licences;

import java.time.Instant;
import java.time.LocalDate;
import org.tongqu.design.Texts;
import org.tongqu.design.view.NoticeBanner;
import org.tongqu.platform.matter.licences.Licence;

/** What a licence is worth today, in words that a shopkeeper understands. */
final class Verdicts {

    private Verdicts() {}

    static NoticeBanner of(Texts texts, Licence licence, Instant now) {
        var today = LocalDate.ofInstant(now, Texts.ZONE);
        return switch (licence.state(today)) {
            case VALID ->
                NoticeBanner.success(texts.say("portal.licence.valid"))
                        .saying(texts.say(
                                "portal.licence.valid.text", licence.issuer().name(), texts.moment(now)));
            case REVOKED ->
                licence.revoked()
                        .map(revoked -> NoticeBanner.error(texts.say("portal.licence.revoked"))
                                .saying(texts.say(
                                        "portal.licence.revoked.text", texts.moment(revoked.at()), revoked.why())))
                        .orElseThrow();
            case EXPIRED ->
                NoticeBanner.error(texts.say("portal.licence.expired"))
                        .saying(texts.say(
                                "portal.licence.expired.text",
                                licence.validity().until().map(texts::day).orElse("")));
            case NOT_YET_VALID ->
                NoticeBanner.warning(texts.say("portal.licence.early"))
                        .saying(texts.say(
                                "portal.licence.early.text",
                                texts.day(licence.validity().from())));
        };
    }

    static String validity(Texts texts, Licence licence) {
        var from = texts.day(licence.validity().from());
        return licence.validity()
                .until()
                .map(until -> texts.say("portal.licence.from.until", from, texts.day(until)))
                .orElseGet(() -> texts.say("portal.licence.forever"));
    }
}
