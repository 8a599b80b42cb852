package org.tongqu.platform.data.harvest.web;

import org.tongqu.design.Page;
import org.tongqu.design.PageFrame;
import org.tongqu.design.form.FilterBar;
import org.tongqu.design.nav.Pagination;
import org.tongqu.design.view.DataTable;

/** What other catalogues have. */
public record ForeignListPage(PageFrame frame, FilterBar filters, DataTable table, Pagination pages) implements Page {}
