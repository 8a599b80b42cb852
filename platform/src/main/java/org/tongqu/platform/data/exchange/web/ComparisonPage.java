package org.tongqu.platform.data.exchange.web;

import java.util.List;
import org.tongqu.design.Page;
import org.tongqu.design.PageFrame;
import org.tongqu.design.form.ButtonLink;
import org.tongqu.design.form.FormPage;
import org.tongqu.design.nav.Pagination;
import org.tongqu.design.nav.Tabs;
import org.tongqu.design.view.DataTable;
import org.tongqu.design.view.KeyFacts;
import org.tongqu.design.view.Lamp;

/** Both sides of a flow compared. @param steps what can be done about it @param ways where else to go */
public record ComparisonPage(
        PageFrame frame,
        String heading,
        Standing standing,
        List<FormPage> steps,
        List<ButtonLink> ways,
        Listing listing)
        implements Page {

    public ComparisonPage {
        steps = List.copyOf(steps);
        ways = List.copyOf(ways);
    }

    /** How it stands. */
    public record Standing(Lamp lamp, String words, KeyFacts facts) {}

    /** What differs. @param note what the rows of this view are */
    public record Listing(Tabs views, String note, DataTable rows, Pagination pages) {}
}
