package org.tongqu.platform.data.statistics.web;

import org.tongqu.design.Page;
import org.tongqu.design.PageFrame;
import org.tongqu.design.nav.Pagination;
import org.tongqu.design.view.DataTable;

/** Which figures are released on which day of a month. */
public record CalendarPage(PageFrame frame, String heading, DataTable table, Pagination pages) implements Page {}
