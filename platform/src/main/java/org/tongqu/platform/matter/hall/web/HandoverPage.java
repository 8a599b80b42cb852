package org.tongqu.platform.matter.hall.web;

import org.tongqu.design.Page;
import org.tongqu.design.PageFrame;
import org.tongqu.design.view.DataTable;
import org.tongqu.design.view.KeyFacts;

/** The hand-over receipt of the papers of one application, to be printed and signed. */
public record HandoverPage(PageFrame frame, String receipt, KeyFacts facts, DataTable steps) implements Page {}
