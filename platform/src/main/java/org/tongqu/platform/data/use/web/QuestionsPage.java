package org.tongqu.platform.data.use.web;

import org.tongqu.design.Page;
import org.tongqu.design.PageFrame;
import org.tongqu.design.nav.Pagination;
import org.tongqu.design.view.DataTable;

/** Questions of people to organisations the reader sees. */
public record QuestionsPage(PageFrame frame, DataTable table, Pagination pages) implements Page {}
