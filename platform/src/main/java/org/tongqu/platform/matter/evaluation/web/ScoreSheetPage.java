package org.tongqu.platform.matter.evaluation.web;

import java.util.List;
import org.tongqu.design.Page;
import org.tongqu.design.PageFrame;
import org.tongqu.design.form.ButtonLink;
import org.tongqu.design.view.DataTable;
import org.tongqu.design.view.KeyFacts;

/** The scores of one, each with its formula and the ways to its rows. */
public record ScoreSheetPage(
        PageFrame frame,
        String heading,
        String standing,
        KeyFacts facts,
        DataTable scores,
        List<ButtonLink> ways,
        List<Indicated> indicators)
        implements Page {

    public ScoreSheetPage {
        ways = List.copyOf(ways);
        indicators = List.copyOf(indicators);
    }

    /** One indicator, in words. */
    public record Indicated(String id, String title, String formula, String basis, DataTable counted) {}
}
