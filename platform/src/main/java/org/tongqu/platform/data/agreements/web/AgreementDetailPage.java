package org.tongqu.platform.data.agreements.web;

import java.util.List;
import org.tongqu.design.Page;
import org.tongqu.design.PageFrame;
import org.tongqu.design.form.FormPage;
import org.tongqu.design.view.DataTable;
import org.tongqu.design.view.KeyFacts;
import org.tongqu.design.view.Lamp;
import org.tongqu.design.view.Timeline;

/**
 * One agreement: what is agreed, how it came to that, what can be done now.
 *
 * @param standing its state and who has to act, in words
 */
public record AgreementDetailPage(
        PageFrame frame,
        String heading,
        Lamp lamp,
        String standing,
        KeyFacts facts,
        DataTable items,
        Timeline story,
        List<Act> acts)
        implements Page {

    public record Act(String id, String title, FormPage form) {}

    public AgreementDetailPage {
        acts = List.copyOf(acts);
    }
}
