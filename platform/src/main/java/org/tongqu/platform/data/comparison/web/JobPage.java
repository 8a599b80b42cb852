package org.tongqu.platform.data.comparison.web;

import java.util.Optional;
import org.tongqu.design.Page;
import org.tongqu.design.PageFrame;
import org.tongqu.design.form.FilterBar;
import org.tongqu.design.form.FormPage;
import org.tongqu.design.nav.Pagination;
import org.tongqu.design.view.DataTable;
import org.tongqu.design.view.KeyFacts;
import org.tongqu.design.view.StatTiles;

/**
 * One comparison.
 *
 * @param renew everything is compared anew; only for those who may
 */
public record JobPage(
        PageFrame frame,
        Heading heading,
        StatTiles tiles,
        KeyFacts facts,
        Found found,
        DataTable runs,
        Optional<FormPage> renew)
        implements Page {

    public record Heading(String title, String lead) {}

    /** The findings asked for. */
    public record Found(FilterBar filter, DataTable table, Pagination pages) {}
}
