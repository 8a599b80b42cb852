package org.tongqu.platform.front.desk.web.admin;

import java.util.Optional;
import org.tongqu.design.Page;
import org.tongqu.design.PageFrame;
import org.tongqu.design.form.ButtonLink;
import org.tongqu.design.form.FilterBar;
import org.tongqu.design.nav.Pagination;
import org.tongqu.design.view.DataTable;

/**
 * A list that an administrator narrows and opens.
 *
 * @param adding where something is added to it
 */
public record AdminListPage(
        PageFrame frame,
        String heading,
        String lead,
        FilterBar filters,
        DataTable table,
        Pagination pages,
        Optional<ButtonLink> adding)
        implements Page {

    AdminListPage(PageFrame frame, String heading, String lead, FilterBar filters, DataTable table, Pagination pages) {
        this(frame, heading, lead, filters, table, pages, Optional.empty());
    }

    AdminListPage adding(ButtonLink more) {
        return new AdminListPage(frame, heading, lead, filters, table, pages, Optional.of(more));
    }

    public static final String TEMPLATE = "front/desk/AdminListPage";
}
