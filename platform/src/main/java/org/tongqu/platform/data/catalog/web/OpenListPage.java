package org.tongqu.platform.data.catalog.web;

import java.util.Optional;
import org.tongqu.design.Page;
import org.tongqu.design.PageFrame;
import org.tongqu.design.form.FilterBar;
import org.tongqu.design.nav.Pagination;
import org.tongqu.design.view.DataTable;
import org.tongqu.platform.data.catalog.ForeignCatalogs;

/** What society may have of the government's data. */
public record OpenListPage(
        PageFrame frame,
        FilterBar filters,
        DataTable table,
        Pagination pages,
        Optional<ForeignCatalogs.Found> elsewhere)
        implements Page {}
