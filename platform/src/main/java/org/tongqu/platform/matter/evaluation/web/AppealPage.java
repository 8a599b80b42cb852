package org.tongqu.platform.matter.evaluation.web;

import org.tongqu.design.Page;
import org.tongqu.design.PageFrame;
import org.tongqu.design.form.FormPage;
import org.tongqu.design.nav.Pagination;

/** The form by which a score is appealed against. @param pages to the rows that do not fit on it */
public record AppealPage(PageFrame frame, String heading, FormPage form, Pagination pages) implements Page {}
