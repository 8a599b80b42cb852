package org.tongqu.platform.data.statistics.web;

import java.util.List;
import org.tongqu.design.Page;
import org.tongqu.design.PageFrame;
import org.tongqu.design.form.ButtonLink;
import org.tongqu.design.view.DataTable;

/** What the office has on its way. @param ways to hand a table in, and to take one to be filled in */
public record ReportingPage(PageFrame frame, List<ButtonLink> ways, DataTable table) implements Page {
    public ReportingPage {
        ways = List.copyOf(ways);
    }
}
