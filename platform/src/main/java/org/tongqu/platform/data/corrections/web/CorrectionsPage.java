package org.tongqu.platform.data.corrections.web;

import org.tongqu.design.Page;
import org.tongqu.design.PageFrame;
import org.tongqu.design.nav.Pagination;
import org.tongqu.design.view.DataTable;

/** Corrections of which one side is ours. */
public record CorrectionsPage(PageFrame frame, DataTable table, Pagination pages) implements Page {}
