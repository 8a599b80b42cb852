package org.tongqu.platform.data.demands.web;

import org.tongqu.design.Page;
import org.tongqu.design.PageFrame;
import org.tongqu.design.form.FormPage;

/** The form by which a department says what it misses. */
public record NewDemandPage(PageFrame frame, FormPage form) implements Page {}
