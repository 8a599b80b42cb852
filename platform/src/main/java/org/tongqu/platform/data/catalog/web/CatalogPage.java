package org.tongqu.platform.data.catalog.web;

import java.util.List;
import java.util.Optional;
import org.tongqu.design.Page;
import org.tongqu.design.PageFrame;
import org.tongqu.design.form.ButtonLink;
import org.tongqu.design.form.FilterBar;
import org.tongqu.design.nav.Pagination;
import org.tongqu.design.nav.Tabs;
import org.tongqu.design.view.DataTable;
import org.tongqu.platform.data.catalog.ForeignCatalogs;

/** The catalogue as officers see it. */
public record CatalogPage(
        PageFrame frame,
        List<ButtonLink> ways,
        Tabs tabs,
        FilterBar filters,
        DataTable table,
        Pagination pages,
        Optional<ForeignCatalogs.Found> elsewhere)
        implements Page {
    public CatalogPage {
        ways = List.copyOf(ways);
    }
}
