package org.tongqu.platform.data.use.web;

import org.tongqu.design.Page;
import org.tongqu.design.PageFrame;
import org.tongqu.design.nav.Pagination;
import org.tongqu.design.view.DataTable;

/** Who looked at the reader's data. */
public record TracesPage(PageFrame frame, DataTable table, Pagination pages) implements Page {}
