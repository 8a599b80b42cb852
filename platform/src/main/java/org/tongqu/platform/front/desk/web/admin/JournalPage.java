package org.tongqu.platform.front.desk.web.admin;

import org.tongqu.design.Page;
import org.tongqu.design.PageFrame;
import org.tongqu.design.form.FilterBar;
import org.tongqu.design.form.FormPage;
import org.tongqu.design.nav.Pagination;
import org.tongqu.design.view.DataTable;

/** What was done by whom, and the proof that nothing of it was altered. */
public record JournalPage(PageFrame frame, FormPage proof, FilterBar filters, DataTable table, Pagination pages)
        implements Page {}
