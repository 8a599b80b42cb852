package org.tongqu.platform.matter.hall.web;

import java.util.List;
import org.tongqu.design.Page;
import org.tongqu.design.PageFrame;
import org.tongqu.design.view.EmptyState;

/** Papers on their way to the reader's halls or office. */
public record HandoversPage(PageFrame frame, List<Line> lines, EmptyState none) implements Page {

    /** @param number the step, with which it is received */
    public record Line(String receipt, int number, String title, String from, String sent, String papers) {}

    public HandoversPage {
        lines = List.copyOf(lines);
    }
}
