package org.tongqu.platform.data.exchange.web;

import org.tongqu.design.Page;
import org.tongqu.design.PageFrame;
import org.tongqu.design.nav.Pagination;
import org.tongqu.design.view.DataTable;

/** Rows of a flow that wait. */
public record QuarantinePage(PageFrame frame, String heading, DataTable rows, Pagination pages) implements Page {}
