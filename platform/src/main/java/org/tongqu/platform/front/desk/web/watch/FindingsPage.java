package org.tongqu.platform.front.desk.web.watch;

import org.tongqu.design.Page;
import org.tongqu.design.PageFrame;
import org.tongqu.design.form.ButtonLink;
import org.tongqu.design.form.FilterBar;
import org.tongqu.design.nav.Pagination;
import org.tongqu.design.view.DataTable;
import org.tongqu.design.view.LampCounts;

/** What rules found, each the way to its evidence. */
public record FindingsPage(
        PageFrame frame, LampCounts lamps, FilterBar filters, DataTable findings, Pagination pages, ButtonLink toRules)
        implements Page {}
