package org.tongqu.platform.matter.evaluation.web;

import java.util.List;
import org.tongqu.design.Page;
import org.tongqu.design.PageFrame;
import org.tongqu.design.chart.BarChart;
import org.tongqu.design.form.ButtonLink;
import org.tongqu.design.form.FilterBar;
import org.tongqu.design.nav.Pagination;
import org.tongqu.design.nav.Tabs;
import org.tongqu.design.view.DataTable;

/**
 * Who stands where.
 *
 * @param standing how certain the figures are
 * @param charts the first of them as bars; none where there is nobody
 * @param unranked who has too few indicators for a place, on the last page; none where everybody has a place
 */
public record RankingPage(
        PageFrame frame,
        String standing,
        Tabs kinds,
        FilterBar filters,
        List<ButtonLink> ways,
        List<BarChart> charts,
        DataTable table,
        List<DataTable> unranked,
        Pagination pages)
        implements Page {

    public RankingPage {
        ways = List.copyOf(ways);
        charts = List.copyOf(charts);
        unranked = List.copyOf(unranked);
    }
}
