package org.tongqu.platform.trust.identity.web;

import java.util.List;
import org.tongqu.design.Page;
import org.tongqu.design.PageFrame;
import org.tongqu.platform.operate.web.Shell;

/** One's own account: where one is signed in, and the way to a new password. */
public record SessionsPage(PageFrame frame, Shell shell, String name, List<Line> lines) implements Page {

    /**
     * One session.
     *
     * @param current the one that shows this page; it is ended by signing out
     */
    public record Line(long id, String browser, String address, String started, String seen, boolean current) {}

    public SessionsPage {
        lines = List.copyOf(lines);
    }
}
