package org.tongqu.platform.front.portal.web;

import java.util.List;
import java.util.Set;
import org.tongqu.design.PageFrame;
import org.tongqu.design.view.NoticeBanner;

/** What a page says about what was just done; the address carries only a code of ours, never a text. */
public final class Told {

    private static final Set<String> CODES =
            Set.of("draft.saved", "draft.deleted", "draft.kept", "correct.done", "withdraw.done", "receipt.again");

    private Told() {}

    /** The frame with the notice of this code; an unknown code, such as somebody's joke, says nothing. */
    public static PageFrame after(PageFrame frame, String code) {
        if (!CODES.contains(code)) {
            return frame;
        }
        var texts = frame.texts();
        var key = "portal." + code;
        var told = NoticeBanner.success(texts.say(key));
        return frame.noticing(List.of(texts.knows(key + ".text") ? told.saying(texts.say(key + ".text")) : told));
    }
}
