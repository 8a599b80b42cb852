package org.tongqu.platform.data.exchange.web;

import org.tongqu.design.Page;
import org.tongqu.design.PageFrame;
import org.tongqu.design.form.FormPage;

/** Where a receipt that was taken away is checked. */
public record ReceiptCheckPage(PageFrame frame, String heading, FormPage form) implements Page {}
