package org.tongqu.platform.front.desk.web.matter;

import java.util.Optional;
import org.tongqu.design.Page;
import org.tongqu.design.PageFrame;
import org.tongqu.design.form.ButtonLink;
import org.tongqu.design.form.FormPage;
import org.tongqu.design.view.NoticeBanner;

/**
 * One operation on a case: what it does, and what is to be written.
 *
 * @param about the case and the step
 * @param form missing when it cannot be done now
 */
public record OperationPage(
        PageFrame frame,
        String heading,
        String lead,
        String about,
        Optional<NoticeBanner> notice,
        Optional<FormPage> form,
        ButtonLink back)
        implements Page {}
