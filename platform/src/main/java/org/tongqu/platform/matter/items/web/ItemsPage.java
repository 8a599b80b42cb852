package org.tongqu.platform.matter.items.web;

import java.util.List;
import org.tongqu.design.Page;
import org.tongqu.design.PageFrame;
import org.tongqu.design.form.ButtonLink;
import org.tongqu.design.form.FilterBar;
import org.tongqu.design.nav.Pagination;
import org.tongqu.design.view.DataTable;

/** The book of items on the desk, or the basic catalogue. @param ways to take a table over and to hand one out */
public record ItemsPage(
        PageFrame frame,
        String heading,
        String lead,
        List<ButtonLink> ways,
        FilterBar filters,
        DataTable table,
        Pagination pages)
        implements Page {
    public ItemsPage {
        ways = List.copyOf(ways);
    }
}
