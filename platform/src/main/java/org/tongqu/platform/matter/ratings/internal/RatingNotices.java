package org.tongqu.platform.matter.ratings.internal;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.tongqu.design.Language;
import org.tongqu.design.TextsBundle;
import org.tongqu.kernel.text.Label;
import org.tongqu.platform.matter.notices.NoticeBox;
import org.tongqu.platform.matter.notices.Telling;
import org.tongqu.platform.matter.ratings.FollowUp;

/** Tells offices what they owe, and applicants what was answered. */
@Component
public class RatingNotices {

    private final NoticeBox notices;
    private final TextsBundle texts;

    RatingNotices(NoticeBox notices, TextsBundle texts) {
        this.notices = notices;
        this.texts = texts;
    }

    /** To whoever has to answer; names no matter. */
    public void waiting(FollowUp followUp, List<String> handlers, Instant now) {
        tell(followUp, "waiting", handlers, "/desk/ratings/" + followUp.id(), now);
    }

    public void answered(FollowUp followUp, FollowUpStore.Rater rater, Instant now) {
        tell(followUp, "answered", List.of(rater.account()), "/my/cases/" + rater.receipt() + "/rate", now);
    }

    private void tell(FollowUp followUp, String kind, List<String> to, String href, Instant now) {
        if (to.isEmpty()) {
            return;
        }
        var key = "ratings.notice." + kind;
        notices.tell(new Telling(
                UUID.fromString(followUp.id()),
                followUp.version(),
                "ratings." + kind,
                to,
                new Telling.Words(said(key + ".title", followUp), said(key + ".text", followUp), href),
                now));
    }

    private Label said(String key, FollowUp followUp) {
        return new Label(said(Language.ZH, key, followUp), said(Language.EN, key, followUp));
    }

    private String said(Language language, String key, FollowUp followUp) {
        var spoken = texts.in(language);
        return spoken.say(key, followUp.number(), spoken.until(followUp.term().dueAt()));
    }
}
