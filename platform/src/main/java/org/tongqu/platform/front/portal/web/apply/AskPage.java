package org.tongqu.platform.front.portal.web.apply;

import java.util.List;
import java.util.Optional;
import org.tongqu.design.Page;
import org.tongqu.design.PageFrame;
import org.tongqu.design.form.ButtonLink;
import org.tongqu.design.form.FormPage;
import org.tongqu.design.view.ProgressBar;

/**
 * One thing asked: a question, the papers, a confirmation.
 *
 * @param asides other ways to do the same, below the form
 */
public record AskPage(PageFrame frame, Optional<ProgressBar> progress, FormPage form, List<ButtonLink> asides)
        implements Page {
    public AskPage {
        asides = List.copyOf(asides);
    }
}
