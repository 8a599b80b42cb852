package org.tongqu.platform.matter.evaluation.web;

import org.tongqu.design.Page;
import org.tongqu.design.PageFrame;
import org.tongqu.design.nav.Pagination;
import org.tongqu.design.view.DataTable;

/** The rows behind a figure. */
public record RowsPage(PageFrame frame, String heading, String standing, DataTable table, Pagination pages)
        implements Page {}
