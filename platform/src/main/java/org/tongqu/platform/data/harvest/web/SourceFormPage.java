package org.tongqu.platform.data.harvest.web;

import org.tongqu.design.Page;
import org.tongqu.design.PageFrame;
import org.tongqu.design.form.FormPage;

/** Naming a source, or naming it otherwise. */
public record SourceFormPage(PageFrame frame, String heading, FormPage form) implements Page {}
