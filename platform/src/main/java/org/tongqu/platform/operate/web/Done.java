package org.tongqu.platform.operate.web;

import java.util.List;
import org.tongqu.design.PageFrame;
import org.tongqu.design.view.NoticeBanner;

/** Says on the page one is led back to what was done. */
public final class Done {

    private Done() {}

    /** @param key of the text, its end taken from the address; what is no known text says nothing */
    public static PageFrame told(PageFrame frame, String key) {
        var texts = frame.texts();
        return texts.knows(key) ? frame.noticing(List.of(NoticeBanner.success(texts.say(key)))) : frame;
    }
}
