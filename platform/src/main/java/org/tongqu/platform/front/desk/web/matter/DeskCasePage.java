package org.tongqu.platform.front.desk.web.matter;

import org.tongqu.design.Page;
import org.tongqu.design.PageFrame;

/** One case alone on the page. */
public record DeskCasePage(PageFrame frame, CasePane pane) implements Page {}
