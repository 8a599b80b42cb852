package org.tongqu.platform.data.exchange.web;

import org.tongqu.design.Page;
import org.tongqu.design.PageFrame;
import org.tongqu.design.form.FormPage;
import org.tongqu.design.view.KeyFacts;

/** One row that waits, with the form to repair it. */
public record RepairPage(PageFrame frame, String heading, KeyFacts facts, FormPage form) implements Page {}
