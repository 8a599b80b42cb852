package org.tongqu.platform.data.demands.web;

import java.util.List;
import org.tongqu.design.Page;
import org.tongqu.design.PageFrame;
import org.tongqu.design.form.ButtonLink;
import org.tongqu.design.form.FilterBar;
import org.tongqu.design.nav.Pagination;
import org.tongqu.design.nav.Tabs;
import org.tongqu.design.view.DataTable;

/** The demand list. */
public record DemandsPage(
        PageFrame frame, List<ButtonLink> ways, Tabs tabs, FilterBar filters, DataTable table, Pagination pages)
        implements Page {
    public DemandsPage {
        ways = List.copyOf(ways);
    }
}
