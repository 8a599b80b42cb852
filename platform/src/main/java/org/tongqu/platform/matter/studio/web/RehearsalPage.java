package org.tongqu.platform.matter.studio.web;

import java.util.List;
import java.util.Optional;
import org.tongqu.design.Page;
import org.tongqu.design.PageFrame;
import org.tongqu.design.chart.BarChart;
import org.tongqu.design.form.ButtonLink;
import org.tongqu.design.form.FormPage;
import org.tongqu.design.nav.Pagination;
import org.tongqu.design.nav.Tabs;
import org.tongqu.design.view.DataTable;
import org.tongqu.design.view.KeyFacts;
import org.tongqu.design.view.Lamp;
import org.tongqu.design.view.ProgressBar;
import org.tongqu.design.view.StatTiles;

/**
 * What would have become of the cases of a period.
 *
 * @param result empty as long as no case was played
 * @param change what differs between the two packs, and what of it deserves a second look
 */
public record RehearsalPage(
        PageFrame frame, String heading, Standing standing, Optional<Result> result, List<DataTable> change)
        implements Page {

    public RehearsalPage {
        change = List.copyOf(change);
    }

    /**
     * How far it is.
     *
     * @param progress while it is under way
     * @param steps what can be done about it
     */
    public record Standing(
            Lamp lamp, String words, KeyFacts facts, Optional<ProgressBar> progress, List<FormPage> steps) {
        public Standing {
            steps = List.copyOf(steps);
        }
    }

    /** In figures and case by case. @param tables how long cases take, and why nobody can tell of some */
    public record Result(StatTiles figures, BarChart shifts, List<DataTable> tables, Listing cases) {
        public Result {
            tables = List.copyOf(tables);
        }
    }

    /** Cases of one view. @param note what they are @param files the same as files */
    public record Listing(Tabs views, String note, DataTable rows, Pagination pages, List<ButtonLink> files) {
        public Listing {
            files = List.copyOf(files);
        }
    }
}
