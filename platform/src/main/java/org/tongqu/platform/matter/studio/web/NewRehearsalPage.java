package org.tongqu.platform.matter.studio.web;

import java.util.List;
import org.tongqu.design.Page;
import org.tongqu.design.PageFrame;
import org.tongqu.design.form.FormPage;
import org.tongqu.design.view.DataTable;
import org.tongqu.design.view.KeyFacts;

/**
 * What is to be tried.
 *
 * @param pack which is changed, and what it is made of
 * @param problems what is wrong with what was sent; no table where nothing is
 */
public record NewRehearsalPage(PageFrame frame, String heading, KeyFacts pack, List<DataTable> problems, FormPage form)
        implements Page {

    public NewRehearsalPage {
        problems = List.copyOf(problems);
    }
}
