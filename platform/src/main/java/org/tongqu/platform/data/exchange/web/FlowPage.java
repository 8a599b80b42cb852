package org.tongqu.platform.data.exchange.web;

import java.util.List;
import org.tongqu.design.Page;
import org.tongqu.design.PageFrame;
import org.tongqu.design.form.FormPage;
import org.tongqu.design.nav.Pagination;
import org.tongqu.design.view.DataTable;
import org.tongqu.design.view.KeyFacts;
import org.tongqu.design.view.Lamp;

/** One flow. @param steps what can be done with it, by those who may */
public record FlowPage(
        PageFrame frame, String heading, Standing standing, List<FormPage> steps, Tables tables, Pagination pages)
        implements Page {

    public FlowPage {
        steps = List.copyOf(steps);
    }

    /** How it stands now. */
    public record Standing(Lamp lamp, String words, KeyFacts facts) {}

    /** How rows are made, which are let in, and what ran. */
    public record Tables(DataTable mapping, DataTable rules, DataTable runs) {}
}
