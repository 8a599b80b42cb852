package org.tongqu.platform.matter.hall.web;

import java.util.List;
import java.util.Optional;
import org.tongqu.design.Page;
import org.tongqu.design.PageFrame;
import org.tongqu.design.form.FormPage;
import org.tongqu.design.view.EmptyState;

/**
 * Where numbers are drawn.
 *
 * @param closed set when none are given now
 * @param code   the form for those who booked
 */
public record KioskPage(
        PageFrame frame,
        String name,
        String address,
        List<Choice> lines,
        FormPage code,
        String rule,
        Optional<EmptyState> closed)
        implements Page {

    /** A line as a large button. */
    public record Choice(String code, String name, String services, String waiting) {}

    public KioskPage {
        lines = List.copyOf(lines);
    }
}
