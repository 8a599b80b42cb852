package org.tongqu.platform.matter.evaluation.web;

import org.tongqu.design.Page;
import org.tongqu.design.PageFrame;
import org.tongqu.design.nav.Pagination;
import org.tongqu.design.view.DataTable;

/** Appeals, the latest first. */
public record AppealsPage(PageFrame frame, DataTable table, Pagination pages) implements Page {}
