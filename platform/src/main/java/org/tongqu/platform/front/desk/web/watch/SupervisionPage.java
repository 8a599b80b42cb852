package org.tongqu.platform.front.desk.web.watch;

import java.util.List;
import org.tongqu.design.Page;
import org.tongqu.design.PageFrame;
import org.tongqu.design.chart.BarChart;
import org.tongqu.design.form.FilterBar;
import org.tongqu.design.view.DataTable;
import org.tongqu.design.view.LampCounts;
import org.tongqu.design.view.StatTiles;

/** How the whole place stands: lamps in all, figures with their formulas, and the same by organisation. */
public record SupervisionPage(
        PageFrame frame,
        LampCounts lamps,
        LampCounts found,
        FilterBar filters,
        StatTiles figures,
        List<BarChart> charts,
        DataTable organisations)
        implements Page {

    public SupervisionPage {
        charts = List.copyOf(charts);
    }
}
