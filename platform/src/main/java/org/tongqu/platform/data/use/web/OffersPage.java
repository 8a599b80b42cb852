package org.tongqu.platform.data.use.web;

import java.util.Optional;
import org.tongqu.design.Page;
import org.tongqu.design.PageFrame;
import org.tongqu.design.form.FormPage;
import org.tongqu.design.nav.Pagination;
import org.tongqu.design.view.DataTable;

/** Which resources are read from which registers. @param form for whoever may say so */
public record OffersPage(PageFrame frame, DataTable table, Pagination pages, Optional<FormPage> form) implements Page {}
