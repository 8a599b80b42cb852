package org.tongqu.platform.front.portal.web.services;

import java.util.List;
import org.tongqu.design.Page;
import org.tongqu.design.PageFrame;
import org.tongqu.design.chart.ProcessDrawing;
import org.tongqu.design.form.ButtonLink;
import org.tongqu.design.view.DataTable;
import org.tongqu.design.view.KeyFacts;

/**
 * One power: who holds it, on what basis, how it is exercised (权力运行流程图) and who answers for which step.
 *
 * @param bodies who exercises it, each under a code of its own
 * @param guide the same thing from the side of whoever asks for it
 */
public record PowerPage(
        PageFrame frame,
        String title,
        KeyFacts facts,
        List<String> basis,
        ProcessDrawing chart,
        DataTable duties,
        DataTable bodies,
        ButtonLink guide)
        implements Page {
    public PowerPage {
        basis = List.copyOf(basis);
    }
}
