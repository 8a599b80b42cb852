package org.tongqu.platform.data.statistics.web;

import java.util.List;
import org.tongqu.design.Page;
import org.tongqu.design.PageFrame;
import org.tongqu.design.form.FormPage;
import org.tongqu.design.view.DataTable;
import org.tongqu.design.view.KeyFacts;

/** An indicator in one period before it is released. @param answers a form for each finding nobody accounted for */
public record DossierPage(
        PageFrame frame,
        String heading,
        KeyFacts facts,
        DataTable figures,
        DataTable findings,
        List<FormPage> answers,
        List<FormPage> steps)
        implements Page {

    public DossierPage {
        answers = List.copyOf(answers);
        steps = List.copyOf(steps);
    }
}
