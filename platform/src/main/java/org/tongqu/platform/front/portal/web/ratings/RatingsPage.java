package org.tongqu.platform.front.portal.web.ratings;

import org.tongqu.design.Page;
import org.tongqu.design.PageFrame;
import org.tongqu.design.chart.BarChart;
import org.tongqu.design.view.DataTable;
import org.tongqu.design.view.StatTiles;

/** What all applicants said together, by service and by office. */
public record RatingsPage(
        PageFrame frame, StatTiles figures, BarChart grades, DataTable services, DataTable organisations)
        implements Page {}
