package org.tongqu.platform.matter.publicity.web;

import java.util.List;
import org.tongqu.design.Page;
import org.tongqu.design.PageFrame;
import org.tongqu.design.form.ButtonLink;
import org.tongqu.design.form.FilterBar;
import org.tongqu.design.nav.Pagination;
import org.tongqu.design.nav.Tabs;
import org.tongqu.design.view.DataTable;

/** One of the two shelves. */
public record PublicityPage(
        PageFrame frame, Tabs shelves, FilterBar filter, DataTable table, Pagination pages, List<ButtonLink> ways)
        implements Page {

    public PublicityPage {
        ways = List.copyOf(ways);
    }
}
