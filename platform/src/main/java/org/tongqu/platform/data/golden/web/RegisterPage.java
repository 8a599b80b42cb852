package org.tongqu.platform.data.golden.web;

import java.util.List;
import org.tongqu.design.Page;
import org.tongqu.design.PageFrame;
import org.tongqu.design.form.FormPage;
import org.tongqu.design.view.DataTable;
import org.tongqu.design.view.KeyFacts;

/**
 * One register.
 *
 * @param open the form that opens a record
 * @param tables its sources, its attributes, what leads to other registers, what is in dispute, what was set aside
 */
public record RegisterPage(
        PageFrame frame, String heading, String lead, KeyFacts facts, FormPage open, List<Section> tables)
        implements Page {

    /** @param id of its heading on the page */
    public record Section(String id, String title, String lead, DataTable table) {}

    public RegisterPage {
        tables = List.copyOf(tables);
    }
}
