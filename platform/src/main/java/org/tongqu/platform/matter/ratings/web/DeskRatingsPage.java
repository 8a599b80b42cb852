package org.tongqu.platform.matter.ratings.web;

import org.tongqu.design.Page;
import org.tongqu.design.PageFrame;
import org.tongqu.design.nav.Pagination;
import org.tongqu.design.nav.Tabs;
import org.tongqu.design.view.DataTable;

/** What was said of the offices in reach. */
public record DeskRatingsPage(PageFrame frame, Tabs views, DataTable ratings, Pagination pages) implements Page {}
