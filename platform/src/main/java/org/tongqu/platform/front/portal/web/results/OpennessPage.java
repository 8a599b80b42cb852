package org.tongqu.platform.front.portal.web.results;

import org.tongqu.design.Page;
import org.tongqu.design.PageFrame;
import org.tongqu.design.nav.Pagination;
import org.tongqu.design.view.DataTable;
import org.tongqu.design.view.StatTiles;

/** What was promised and whether it was kept: the figure, how it is made, and every row it counts. */
public record OpennessPage(PageFrame frame, StatTiles figure, DataTable rows, Pagination pages) implements Page {}
