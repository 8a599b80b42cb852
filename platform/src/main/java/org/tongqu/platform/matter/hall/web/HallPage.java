package org.tongqu.platform.matter.hall.web;

import java.util.List;
import org.tongqu.design.Page;
import org.tongqu.design.PageFrame;
import org.tongqu.design.form.ButtonLink;
import org.tongqu.design.view.DataTable;
import org.tongqu.design.view.KeyFacts;

/** One hall: where, when, for what, and how many wait. */
public record HallPage(
        PageFrame frame, String name, String standing, KeyFacts facts, DataTable lines, List<ButtonLink> ways)
        implements Page {
    public HallPage {
        ways = List.copyOf(ways);
    }
}
