package org.tongqu.platform.data.harvest.web;

import java.util.List;
import org.tongqu.design.Page;
import org.tongqu.design.PageFrame;
import org.tongqu.design.form.ButtonLink;
import org.tongqu.design.view.DataTable;

/** All sources, and how the last reading of each went. */
public record SourcesPage(PageFrame frame, List<ButtonLink> ways, DataTable table) implements Page {
    public SourcesPage {
        ways = List.copyOf(ways);
    }
}
