package org.tongqu.platform.matter.evaluation.web;

import java.util.List;
import org.tongqu.design.Page;
import org.tongqu.design.PageFrame;
import org.tongqu.design.chart.BarChart;
import org.tongqu.design.nav.Pagination;
import org.tongqu.design.view.DataTable;

/** How far matters can be handled online, and are. */
public record OnlineDepthPage(
        PageFrame frame, String heading, String lead, List<BarChart> charts, DataTable offices, Pagination pages)
        implements Page {
    public OnlineDepthPage {
        charts = List.copyOf(charts);
    }
}
