package org.tongqu.platform.front.desk.web.packs;

import org.tongqu.design.Page;
import org.tongqu.design.PageFrame;
import org.tongqu.design.view.DataTable;

/** The live packs, and every fault of the others with file and line. */
public record PacksPage(PageFrame frame, DataTable live, DataTable problems) implements Page {}
