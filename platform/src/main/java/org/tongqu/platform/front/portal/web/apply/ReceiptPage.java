package org.tongqu.platform.front.portal.web.apply;

import org.tongqu.design.Page;
import org.tongqu.design.PageFrame;
import org.tongqu.design.form.ButtonLink;
import org.tongqu.design.view.Receipt;

/** The proof that the application arrived, to be kept or printed. */
public record ReceiptPage(PageFrame frame, Receipt receipt, ButtonLink follow) implements Page {}
