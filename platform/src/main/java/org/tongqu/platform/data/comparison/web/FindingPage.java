package org.tongqu.platform.data.comparison.web;

import java.util.Optional;
import org.tongqu.design.Page;
import org.tongqu.design.PageFrame;
import org.tongqu.design.form.FormPage;
import org.tongqu.design.view.DataTable;
import org.tongqu.design.view.KeyFacts;
import org.tongqu.design.view.Lamp;

/**
 * One disagreement.
 *
 * @param sides what both sides say
 * @param look asks what for before personal values are shown in full; none when that was said
 */
public record FindingPage(PageFrame frame, Heading heading, KeyFacts facts, DataTable sides, Optional<FormPage> look)
        implements Page {

    public record Heading(String title, Lamp lamp, String standing) {}
}
