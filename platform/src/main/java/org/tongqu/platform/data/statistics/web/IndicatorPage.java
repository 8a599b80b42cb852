package org.tongqu.platform.data.statistics.web;

import java.util.List;
import java.util.Optional;
import org.tongqu.design.Page;
import org.tongqu.design.PageFrame;
import org.tongqu.design.chart.BarChart;
import org.tongqu.design.chart.LineChart;
import org.tongqu.design.chart.TileMap;
import org.tongqu.design.chart.TrendChart;
import org.tongqu.design.form.ButtonLink;
import org.tongqu.design.form.FilterBar;
import org.tongqu.design.nav.Pagination;
import org.tongqu.design.view.DataTable;
import org.tongqu.design.view.KeyFacts;

/** One indicator: what it means, how it went, the regions beside each other, and what was changed afterwards. */
public record IndicatorPage(
        PageFrame frame,
        String heading,
        String lead,
        KeyFacts facts,
        List<ButtonLink> ways,
        FilterBar filter,
        Course course,
        Optional<Comparison> comparison,
        Optional<DataTable> versions)
        implements Page {

    public IndicatorPage {
        ways = List.copyOf(ways);
    }

    public record Course(TrendChart chart, LineChart alone, DataTable table, Pagination pages) {}

    /** @param parts those that make the indicator up; empty where nothing is said of them */
    public record Comparison(String heading, Optional<Drawn> drawn, DataTable table, Optional<BarChart> parts) {}

    /** The regions drawn twice: where they lie beside each other, and by size. */
    public record Drawn(TileMap tiles, BarChart bars) {}
}
