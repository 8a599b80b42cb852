package org.tongqu.platform.front.portal.web.services;

import org.tongqu.design.Page;
import org.tongqu.design.PageFrame;
import org.tongqu.design.form.FilterBar;
import org.tongqu.design.nav.Pagination;
import org.tongqu.design.view.DataTable;

/** The items that are applied for at an office, for everybody. */
public record ItemsPage(PageFrame frame, FilterBar filters, DataTable table, Pagination pages) implements Page {}
