package org.tongqu.platform.matter.studio.web;

import org.tongqu.design.Page;
import org.tongqu.design.PageFrame;
import org.tongqu.design.nav.Pagination;
import org.tongqu.design.view.DataTable;

/** All that was ever rehearsed. */
public record RehearsalsPage(PageFrame frame, DataTable table, Pagination pages) implements Page {}
