package org.tongqu.platform.matter.notices.web;

import java.util.List;
import org.tongqu.design.Page;
import org.tongqu.design.PageFrame;
import org.tongqu.design.nav.Pagination;
import org.tongqu.design.view.EmptyState;
import org.tongqu.platform.operate.web.Shell;

/**
 * What the reader was told, the latest first.
 *
 * @param address of this list, to which what was read is sent
 * @param unread  how many are unread, in words; empty when none is
 */
public record NoticesPage(
        PageFrame frame,
        Shell shell,
        String address,
        String unread,
        List<Line> lines,
        Pagination pages,
        EmptyState empty)
        implements Page {

    /**
     * @param key  by which it is said to be read; empty when it was
     * @param told when, and when it was read, in words
     * @param href the matter it is about
     */
    public record Line(String key, String title, String text, String told, String href, String receipt) {
        public boolean isUnread() {
            return !key.isEmpty();
        }
    }

    public NoticesPage {
        lines = List.copyOf(lines);
    }
}
