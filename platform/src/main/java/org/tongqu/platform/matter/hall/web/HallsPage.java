package org.tongqu.platform.matter.hall.web;

import org.tongqu.design.Page;
import org.tongqu.design.PageFrame;
import org.tongqu.design.view.DataTable;

/** All halls, with how many wait. */
public record HallsPage(PageFrame frame, DataTable halls) implements Page {}
