package org.tongqu.platform.matter.hall.web;

import java.util.List;
import org.tongqu.design.Page;
import org.tongqu.design.PageFrame;
import org.tongqu.design.chart.BarChart;
import org.tongqu.design.form.FilterBar;
import org.tongqu.design.view.DataTable;
import org.tongqu.design.view.EmptyState;
import org.tongqu.design.view.StatTiles;

/**
 * How a day in a hall goes, or went.
 *
 * @param charts none when nobody came
 * @param none   shown instead of all else when the reader may look at no hall
 */
public record HallDayPage(
        PageFrame frame,
        String heading,
        FilterBar filters,
        StatTiles figures,
        DataTable windows,
        List<BarChart> charts,
        EmptyState none)
        implements Page {
    public HallDayPage {
        charts = List.copyOf(charts);
    }
}
