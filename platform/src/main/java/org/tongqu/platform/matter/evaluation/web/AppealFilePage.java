package org.tongqu.platform.matter.evaluation.web;

import java.util.List;
import org.tongqu.design.Page;
import org.tongqu.design.PageFrame;
import org.tongqu.design.form.FormPage;
import org.tongqu.design.view.DataTable;
import org.tongqu.design.view.KeyFacts;

/**
 * One appeal.
 *
 * @param standing whether it was answered, or until when it is to be
 * @param amended what it amended; no table where it amended nothing
 * @param answers the form to answer it; none for whoever may not
 */
public record AppealFilePage(
        PageFrame frame,
        String heading,
        String standing,
        KeyFacts facts,
        DataTable rows,
        List<DataTable> amended,
        List<FormPage> answers)
        implements Page {

    public AppealFilePage {
        amended = List.copyOf(amended);
        answers = List.copyOf(answers);
    }
}
