package org.tongqu.platform.data.agreements.web;

import org.tongqu.design.Page;
import org.tongqu.design.PageFrame;
import org.tongqu.design.form.FilterBar;
import org.tongqu.design.nav.Pagination;
import org.tongqu.design.nav.Tabs;
import org.tongqu.design.view.DataTable;

/** Agreements from one side. */
public record AgreementsPage(PageFrame frame, Tabs tabs, FilterBar filters, DataTable table, Pagination pages)
        implements Page {}
