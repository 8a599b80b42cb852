package org.tongqu.platform.front.portal.web.progress;

import java.util.Optional;
import org.tongqu.design.Page;
import org.tongqu.design.PageFrame;
import org.tongqu.design.form.FormPage;
import org.tongqu.design.view.Timeline;

/** How far a matter is, for whoever holds its receipt. Shows steps and dates, never a name or an answer. */
public record ProgressPage(PageFrame frame, Optional<Found> found, FormPage ask) implements Page {
    public record Found(String title, String receipt, String state, Timeline story, FormPage rate) {}
}
