package org.tongqu.platform.matter.ratings.web;

import java.util.List;
import org.tongqu.design.Page;
import org.tongqu.design.PageFrame;
import org.tongqu.design.form.FormPage;
import org.tongqu.design.view.KeyFacts;
import org.tongqu.design.view.Lamp;
import org.tongqu.design.view.Timeline;

/**
 * One rating with what is done about it.
 *
 * @param anonymous whether it is said that the case is not shown
 */
public record DeskRatingPage(
        PageFrame frame, String heading, Lamp lamp, KeyFacts facts, boolean anonymous, Timeline steps, List<Act> acts)
        implements Page {

    public record Act(String id, String title, FormPage form) {}

    public DeskRatingPage {
        acts = List.copyOf(acts);
    }
}
