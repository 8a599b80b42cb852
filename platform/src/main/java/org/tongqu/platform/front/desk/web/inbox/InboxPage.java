package org.tongqu.platform.front.desk.web.inbox;

import java.util.Optional;
import org.tongqu.design.Page;
import org.tongqu.design.PageFrame;
import org.tongqu.design.form.FilterBar;
import org.tongqu.design.nav.Pagination;
import org.tongqu.design.nav.Tabs;
import org.tongqu.design.view.DataTable;
import org.tongqu.design.view.LampCounts;
import org.tongqu.platform.front.desk.web.matter.CasePane;

/**
 * What waits, what is in hand, what was done; beside it the case that is open.
 *
 * @param search the words in the search box of the desk
 * @param open   the case beside the list; a phone shows it alone
 */
public record InboxPage(PageFrame frame, String search, Listing listing, Optional<CasePane> open) implements Page {

    /** Tabs, lamps, filters and rows come from one and the same filter. */
    public record Listing(Tabs tabs, LampCounts lamps, FilterBar filters, DataTable table, Pagination pages) {}
}
