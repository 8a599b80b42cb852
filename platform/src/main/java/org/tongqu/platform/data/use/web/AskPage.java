package org.tongqu.platform.data.use.web;

import org.tongqu.design.Page;
import org.tongqu.design.PageFrame;
import org.tongqu.design.form.FormPage;
import org.tongqu.design.view.KeyFacts;

/** Asking why; above it what it is about. */
public record AskPage(PageFrame frame, KeyFacts facts, FormPage form) implements Page {}
