package org.tongqu.platform.front.portal.web.services;

import org.tongqu.design.Page;
import org.tongqu.design.PageFrame;
import org.tongqu.design.form.ButtonLink;
import org.tongqu.design.form.FilterBar;
import org.tongqu.design.nav.Pagination;
import org.tongqu.design.view.DataTable;

/** The items that are applied for at an office, or those of the basic catalogue, for everybody. @param other to the other list */
public record ItemsPage(
        PageFrame frame,
        String heading,
        String lead,
        ButtonLink other,
        FilterBar filters,
        DataTable table,
        Pagination pages)
        implements Page {}
