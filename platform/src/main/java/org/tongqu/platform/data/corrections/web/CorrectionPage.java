package org.tongqu.platform.data.corrections.web;

import java.util.List;
import org.tongqu.design.Page;
import org.tongqu.design.PageFrame;
import org.tongqu.design.form.FormPage;
import org.tongqu.design.view.KeyFacts;
import org.tongqu.design.view.Lamp;
import org.tongqu.design.view.Timeline;

/**
 * One correction.
 *
 * @param standing its state and who has to act until when; empty when the lamp says all
 * @param acts what the provider can answer, one form each
 */
public record CorrectionPage(
        PageFrame frame, String heading, Lamp lamp, String standing, KeyFacts facts, Timeline story, List<Act> acts)
        implements Page {

    public record Act(String id, String title, FormPage form) {}

    public CorrectionPage {
        acts = List.copyOf(acts);
    }
}
