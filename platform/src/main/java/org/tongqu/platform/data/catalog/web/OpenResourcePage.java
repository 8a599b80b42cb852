package org.tongqu.platform.data.catalog.web;

import org.tongqu.design.Page;
import org.tongqu.design.PageFrame;
import org.tongqu.design.view.DataTable;
import org.tongqu.design.view.KeyFacts;

/** One resource that society may have. */
public record OpenResourcePage(PageFrame frame, String heading, String summary, KeyFacts facts, DataTable items)
        implements Page {}
