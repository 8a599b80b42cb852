package org.tongqu.platform.matter.hall.web;

import java.util.List;
import java.util.Optional;
import org.tongqu.design.Page;
import org.tongqu.design.PageFrame;
import org.tongqu.design.form.ButtonLink;
import org.tongqu.design.form.CheckAnswers;
import org.tongqu.design.form.FormPage;

/**
 * One thing asked.
 *
 * @param answers what was answered so far, when all is to be looked at once more
 * @param asides other ways on, below the form
 */
public record AskPage(PageFrame frame, FormPage form, Optional<CheckAnswers> answers, List<ButtonLink> asides)
        implements Page {
    public AskPage {
        asides = List.copyOf(asides);
    }
}
