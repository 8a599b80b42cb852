package org.tongqu.platform.data.catalog.web;

import org.tongqu.design.Page;
import org.tongqu.design.PageFrame;
import org.tongqu.design.form.FormPage;

/** A form of the catalogue under a heading. */
public record DraftPage(PageFrame frame, String heading, String lead, FormPage form) implements Page {}
