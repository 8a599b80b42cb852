package org.tongqu.platform.data.harvest.web;

import java.util.List;
import org.tongqu.design.Page;
import org.tongqu.design.PageFrame;
import org.tongqu.design.form.ButtonLink;
import org.tongqu.design.view.DataTable;
import org.tongqu.design.view.KeyFacts;

/** A dataset of another catalogue. @param summary as written over there, markup and all, shown as text */
public record ForeignRecordPage(
        PageFrame frame, String heading, String summary, List<ButtonLink> ways, KeyFacts facts, DataTable offers)
        implements Page {
    public ForeignRecordPage {
        ways = List.copyOf(ways);
    }
}
