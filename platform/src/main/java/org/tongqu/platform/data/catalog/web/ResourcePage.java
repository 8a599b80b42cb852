package org.tongqu.platform.data.catalog.web;

import java.util.List;
import java.util.Optional;
import org.tongqu.design.Page;
import org.tongqu.design.PageFrame;
import org.tongqu.design.form.ButtonLink;
import org.tongqu.design.form.FormPage;
import org.tongqu.design.view.DataTable;
import org.tongqu.design.view.KeyFacts;
import org.tongqu.design.view.Lamp;

/**
 * One edition of a resource.
 *
 * @param standing its code, number and state in words
 * @param freshness of what is published; none for what is not
 * @param ways where one can go on from here
 * @param acts what can be done to it, one form each
 * @param tables its items, its editions and what others add, each under its caption
 */
public record ResourcePage(
        PageFrame frame,
        String heading,
        String standing,
        String summary,
        Optional<Freshness> freshness,
        List<ButtonLink> ways,
        KeyFacts facts,
        List<DataTable> tables,
        List<Act> acts)
        implements Page {

    /** @param words when it last came, and when it is expected */
    public record Freshness(Lamp lamp, String words) {}

    public record Act(String id, String title, FormPage form) {}

    public ResourcePage {
        ways = List.copyOf(ways);
        tables = List.copyOf(tables);
        acts = List.copyOf(acts);
    }
}
