package org.tongqu.platform.matter.hall.web;

import java.util.List;
import org.tongqu.design.Page;
import org.tongqu.design.PageFrame;

/** What hangs over the waiting room: who is called to which window. */
public record ScreenPage(PageFrame frame, String hall, String time, String waiting, List<Call> calls) implements Page {

    /** @param window in words, e.g. {@code 3 号窗口} */
    public record Call(String label, String window, String state, String said) {}

    public ScreenPage {
        calls = List.copyOf(calls);
    }
}
