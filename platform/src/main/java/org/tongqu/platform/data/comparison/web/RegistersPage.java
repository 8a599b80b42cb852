package org.tongqu.platform.data.comparison.web;

import org.tongqu.design.Page;
import org.tongqu.design.PageFrame;
import org.tongqu.design.view.DataTable;
import org.tongqu.design.view.StatTiles;

/** Departments' deliveries beside base registers: how far they agree, by department and by register. */
public record RegistersPage(PageFrame frame, StatTiles tiles, DataTable departments, DataTable registers)
        implements Page {}
