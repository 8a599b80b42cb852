package org.tongqu.platform.data.catalog.web;

import org.tongqu.design.Page;
import org.tongqu.design.PageFrame;
import org.tongqu.design.form.FilterBar;
import org.tongqu.design.nav.Pagination;
import org.tongqu.design.view.DataTable;

/** What society may have of the government's data. */
public record OpenListPage(PageFrame frame, FilterBar filters, DataTable table, Pagination pages) implements Page {}
