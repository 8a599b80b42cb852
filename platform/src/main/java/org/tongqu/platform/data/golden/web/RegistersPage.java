package org.tongqu.platform.data.golden.web;

import org.tongqu.design.Page;
import org.tongqu.design.PageFrame;
import org.tongqu.design.view.DataTable;

/** All registers: how many records, from whom, how fresh. */
public record RegistersPage(PageFrame frame, DataTable base, DataTable theme) implements Page {}
