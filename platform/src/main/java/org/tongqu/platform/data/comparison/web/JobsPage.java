package org.tongqu.platform.data.comparison.web;

import org.tongqu.design.Page;
import org.tongqu.design.PageFrame;
import org.tongqu.design.view.DataTable;
import org.tongqu.design.view.StatTiles;

/** All comparisons: what they found and when they were last made. */
public record JobsPage(PageFrame frame, StatTiles tiles, DataTable table) implements Page {}
