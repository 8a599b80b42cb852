package org.tongqu.platform.data.corrections.web;

import org.tongqu.design.Page;
import org.tongqu.design.PageFrame;
import org.tongqu.design.form.FormPage;

/** Where a wrong value is reported. */
public record NewCorrectionPage(PageFrame frame, FormPage form) implements Page {}
