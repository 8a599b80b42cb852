package org.tongqu.platform.front.portal.web.apply;

import java.util.List;
import java.util.Optional;
import org.tongqu.design.Page;
import org.tongqu.design.PageFrame;
import org.tongqu.design.form.ButtonLink;
import org.tongqu.design.form.ErrorSummary;
import org.tongqu.design.form.FormPage;
import org.tongqu.design.view.ProgressBar;

/**
 * Several of the same, e.g. shareholders: who has been added so far, and the way to add another.
 *
 * @param send carries on; also the form in which a row is removed
 * @param add  absent when no more are allowed
 */
public record RowsPage(
        PageFrame frame,
        ProgressBar progress,
        Heading heading,
        ErrorSummary problems,
        List<Row> rows,
        Optional<ButtonLink> add,
        FormPage send)
        implements Page {

    public record Heading(String title, String why) {}

    /**
     * @param facts   what tells the row apart
     * @param removal what the button that removes it is called for those who do not see the row
     */
    public record Row(String title, List<String> facts, String change, String remove, String removal) {
        public Row {
            facts = List.copyOf(facts);
        }
    }

    public RowsPage {
        rows = List.copyOf(rows);
    }
}
