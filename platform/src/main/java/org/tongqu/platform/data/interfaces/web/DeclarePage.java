package org.tongqu.platform.data.interfaces.web;

import org.tongqu.design.Page;
import org.tongqu.design.PageFrame;
import org.tongqu.design.form.FormPage;

/** The form by which a department declares its interface. */
public record DeclarePage(PageFrame frame, FormPage form) implements Page {}
