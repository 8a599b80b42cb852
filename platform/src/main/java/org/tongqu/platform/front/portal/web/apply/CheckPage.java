package org.tongqu.platform.front.portal.web.apply;

import java.util.List;
import org.tongqu.design.Page;
import org.tongqu.design.PageFrame;
import org.tongqu.design.form.CheckAnswers;
import org.tongqu.design.form.FormPage;

/**
 * Everything once more before it is sent.
 *
 * @param send has no button while something is missing
 * @param problems what is still missing; each leads to the page that asks it, and nothing can be sent until then
 */
public record CheckPage(PageFrame frame, Heading heading, Problems problems, CheckAnswers answers, FormPage send)
        implements Page {

    public record Heading(String title, String lead) {}

    /** @param title empty when nothing is missing */
    public record Problems(String title, List<Problem> list) {
        public Problems {
            list = List.copyOf(list);
        }
    }

    public record Problem(String text, String href) {}
}
