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

/** One interface, as people read what its OpenAPI document tells machines. @param steps what can be done with it */
public record EndpointPage(
        PageFrame frame,
        String heading,
        Standing standing,
        List<FormPage> steps,
        Description description,
        DataTable calls,
        Pagination pages)
        implements Page {

    public EndpointPage {
        steps = List.copyOf(steps);
    }

    public record Standing(Lamp lamp, String words, KeyFacts facts) {}

    /** @param example what a system sends, line by line */
    public record Description(DataTable parameters, DataTable records, List<String> example, List<ButtonLink> ways) {
        public Description {
            example = List.copyOf(example);
            ways = List.copyOf(ways);
        }
    }
}
