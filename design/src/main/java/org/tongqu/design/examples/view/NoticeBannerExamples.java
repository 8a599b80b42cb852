package org.tongqu.design.examples.view;

import static org.tongqu.design.examples.Words.say;

import java.util.List;
import org.tongqu.design.Texts;
import org.tongqu.design.examples.Examples;
import org.tongqu.design.view.NoticeBanner;

/** Examples of {@link NoticeBanner}. */
public final class NoticeBannerExamples implements Examples {

    @Override
    public String template() {
        return "view/NoticeBanner";
    }

    @Override
    public List<Example> in(Texts t) {
        return List.of(
                Example.of(t, "info", NoticeBanner.info(say(t, "notice.info"))),
                Example.of(t, "success", NoticeBanner.success(say(t, "notice.saved"))),
                Example.of(
                        t,
                        "warning",
                        NoticeBanner.warning(say(t, "notice.soon")).saying(say(t, "notice.soon.text"))),
                Example.of(
                        t, "error", NoticeBanner.error(say(t, "notice.failed")).saying(say(t, "notice.failed.text"))));
    }
}
