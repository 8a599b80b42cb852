package org.tongqu.platform.data.exchange.web;

import java.util.List;
import org.tongqu.design.Page;
import org.tongqu.design.PageFrame;
import org.tongqu.design.chart.LineChart;
import org.tongqu.design.form.ButtonLink;
import org.tongqu.design.view.DataTable;

/**
 * The three figures of a resource, and below each what it was counted of.
 *
 * @param resource the way to the resource in the catalogue
 * @param trends how each figure went, day by day; none before the first day was kept
 */
public record FiguresPage(
        PageFrame frame,
        String heading,
        ButtonLink resource,
        DataTable formulas,
        DataTable timely,
        DataTable accurate,
        DataTable complete,
        List<LineChart> trends)
        implements Page {

    public FiguresPage {
        trends = List.copyOf(trends);
    }
}
