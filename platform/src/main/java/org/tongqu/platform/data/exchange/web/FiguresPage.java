package org.tongqu.platform.data.exchange.web;

import org.tongqu.design.Page;
import org.tongqu.design.PageFrame;
import org.tongqu.design.form.ButtonLink;
import org.tongqu.design.view.DataTable;

/**
 * The three figures of a resource, and below each what it was counted of.
 *
 * @param resource the way to the resource in the catalogue
 */
public record FiguresPage(
        PageFrame frame,
        String heading,
        ButtonLink resource,
        DataTable formulas,
        DataTable timely,
        DataTable accurate,
        DataTable complete)
        implements Page {}
