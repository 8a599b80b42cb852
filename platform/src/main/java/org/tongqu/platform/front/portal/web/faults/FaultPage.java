package org.tongqu.platform.front.portal.web.faults;

import org.tongqu.design.Page;
import org.tongqu.design.PageFrame;
import org.tongqu.platform.operate.web.Shell;

/**
 * Something did not work: what, why, what to do next. Drawn in the shell the reader came from.
 *
 * @param number what support can search the log by; empty unless it is our fault
 * @param again  the page on which the reader can try once more; empty when there is none
 */
public record FaultPage(PageFrame frame, Shell shell, String title, String text, String number, String again)
        implements Page {

    public boolean isDesk() {
        return shell == Shell.DESK;
    }
}
