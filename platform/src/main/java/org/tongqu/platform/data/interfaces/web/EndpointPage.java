package org.tongqu.platform.data.interfaces.web;

import java.util.List;
import org.tongqu.design.Page;
import org.tongqu.design.PageFrame;
import org.tongqu.design.form.ButtonLink;
import org.tongqu.design.form.FormPage;
import org.tongqu.design.nav.Pagination;
import org.tongqu.design.view.DataTable;
import org.tongqu.design.view.KeyFacts;
import org.tongqu.design.view.Lamp;

/** How one interface stands and what was called of it. @param steps what can be done with it @param days the last ones */
public record EndpointPage(
        PageFrame frame,
        String heading,
        Standing standing,
        List<FormPage> steps,
        List<ButtonLink> ways,
        DataTable days,
        DataTable calls,
        Pagination pages)
        implements Page {

    public EndpointPage {
        steps = List.copyOf(steps);
        ways = List.copyOf(ways);
    }

    public record Standing(Lamp lamp, String words, KeyFacts facts) {}
}
