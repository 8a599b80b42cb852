package org.tongqu.platform.front.drafting.web;

import java.util.List;
import java.util.Optional;
import org.tongqu.design.Page;
import org.tongqu.design.PageFrame;
import org.tongqu.design.chart.ProcessDrawing;
import org.tongqu.design.form.ButtonLink;
import org.tongqu.design.form.FormPage;
import org.tongqu.design.view.DataTable;
import org.tongqu.design.view.KeyFacts;

/** One process as it is in use. */
public record ProcessPage(
        PageFrame frame,
        String heading,
        KeyFacts facts,
        Optional<ProcessDrawing> drawing,
        List<ButtonLink> ways,
        List<FormPage> forms,
        DataTable cases,
        DataTable versions)
        implements Page {

    public ProcessPage {
        ways = List.copyOf(ways);
        forms = List.copyOf(forms);
    }
}
