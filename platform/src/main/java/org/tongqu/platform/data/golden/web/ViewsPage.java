package org.tongqu.platform.data.golden.web;

import org.tongqu.design.Page;
import org.tongqu.design.PageFrame;
import org.tongqu.design.form.FormPage;

/** Where an officer says whom or what to look at, and what for. */
public record ViewsPage(PageFrame frame, FormPage form) implements Page {}
