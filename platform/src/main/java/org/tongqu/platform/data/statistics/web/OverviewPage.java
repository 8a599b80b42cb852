package org.tongqu.platform.data.statistics.web;

import java.util.List;
import org.tongqu.design.Page;
import org.tongqu.design.PageFrame;
import org.tongqu.design.chart.Sparkline;
import org.tongqu.design.view.EmptyState;

/** The newest figures of all indicators, by topic. */
public record OverviewPage(PageFrame frame, List<Group> groups, EmptyState empty) implements Page {

    public OverviewPage {
        groups = List.copyOf(groups);
    }

    public record Group(String id, String title, List<Figure> figures) {
        public Group {
            figures = List.copyOf(figures);
        }
    }

    /** @param change against the year before, in words */
    public record Figure(
            String title, String href, String period, String amount, String unit, String change, Sparkline course) {}
}
