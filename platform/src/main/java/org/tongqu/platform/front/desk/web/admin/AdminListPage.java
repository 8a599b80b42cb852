package org.tongqu.platform.front.desk.web.admin;

import org.tongqu.design.Page;
import org.tongqu.design.PageFrame;
import org.tongqu.design.form.FilterBar;
import org.tongqu.design.nav.Pagination;
import org.tongqu.design.view.DataTable;

/** A list that an administrator narrows and opens. */
public record AdminListPage(
        PageFrame frame, String heading, String lead, FilterBar filters, DataTable table, Pagination pages)
        implements Page {

    public static final String TEMPLATE = "front/desk/AdminListPage";
}
