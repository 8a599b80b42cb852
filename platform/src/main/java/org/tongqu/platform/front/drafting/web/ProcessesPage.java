package org.tongqu.platform.front.drafting.web;

import org.tongqu.design.Page;
import org.tongqu.design.PageFrame;
import org.tongqu.design.view.DataTable;

/** The processes of all packs, and the drafts somebody is working on. */
public record ProcessesPage(PageFrame frame, DataTable drafts, DataTable processes) implements Page {}
