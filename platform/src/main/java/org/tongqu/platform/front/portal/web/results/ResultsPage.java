package org.tongqu.platform.front.portal.web.results;

import org.tongqu.design.Page;
import org.tongqu.design.PageFrame;
import org.tongqu.design.form.FilterBar;
import org.tongqu.design.nav.Pagination;
import org.tongqu.design.view.DataTable;

/** The public list of what was decided. */
public record ResultsPage(PageFrame frame, FilterBar filter, DataTable results, Pagination pages) implements Page {}
