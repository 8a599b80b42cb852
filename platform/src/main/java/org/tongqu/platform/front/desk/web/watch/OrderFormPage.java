package org.tongqu.platform.front.desk.web.watch;

import org.tongqu.design.Page;
import org.tongqu.design.PageFrame;
import org.tongqu.design.form.ButtonLink;
import org.tongqu.design.form.FormPage;

/** Where an order is written. */
public record OrderFormPage(PageFrame frame, String heading, String about, FormPage form, ButtonLink back)
        implements Page {}
