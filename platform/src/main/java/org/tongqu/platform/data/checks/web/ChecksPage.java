package org.tongqu.platform.data.checks.web;

import org.tongqu.design.Page;
import org.tongqu.design.PageFrame;
import org.tongqu.design.view.DataTable;

/** The checks that the officer may use. */
public record ChecksPage(PageFrame frame, DataTable table) implements Page {}
