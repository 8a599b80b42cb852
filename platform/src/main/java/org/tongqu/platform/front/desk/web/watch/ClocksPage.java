package org.tongqu.platform.front.desk.web.watch;

import org.tongqu.design.Page;
import org.tongqu.design.PageFrame;
import org.tongqu.design.form.FilterBar;
import org.tongqu.design.nav.Pagination;
import org.tongqu.design.view.DataTable;
import org.tongqu.design.view.LampCounts;

/** The clocks behind a figure, each the way to its evidence. */
public record ClocksPage(
        PageFrame frame,
        String heading,
        String formula,
        LampCounts lamps,
        FilterBar filters,
        DataTable clocks,
        Pagination pages)
        implements Page {}
