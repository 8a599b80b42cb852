package org.tongqu.platform.front.desk.web.watch;

import org.tongqu.design.Page;
import org.tongqu.design.PageFrame;
import org.tongqu.design.nav.Pagination;
import org.tongqu.design.nav.Tabs;
import org.tongqu.design.view.DataTable;

/** Supervision orders, the latest first, by state. */
public record OrdersPage(PageFrame frame, Tabs states, DataTable orders, Pagination pages) implements Page {}
