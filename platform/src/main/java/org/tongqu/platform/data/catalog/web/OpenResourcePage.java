package org.tongqu.platform.data.catalog.web;

import java.util.List;
import org.tongqu.design.Page;
import org.tongqu.design.PageFrame;
import org.tongqu.design.form.ButtonLink;
import org.tongqu.design.view.DataTable;
import org.tongqu.design.view.KeyFacts;

/**
 * One resource that society may have.
 *
 * @param files that can be taken from here; none when the department is to be asked
 * @param terms under which, and when they last changed
 */
public record OpenResourcePage(
        PageFrame frame,
        String heading,
        String summary,
        List<ButtonLink> files,
        KeyFacts terms,
        KeyFacts facts,
        DataTable items)
        implements Page {
    public OpenResourcePage {
        files = List.copyOf(files);
    }
}
