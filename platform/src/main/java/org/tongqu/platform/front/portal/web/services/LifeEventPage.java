package org.tongqu.platform.front.portal.web.services;

import java.util.List;
import java.util.Optional;
import org.tongqu.design.Page;
import org.tongqu.design.PageFrame;
import org.tongqu.design.form.ButtonLink;
import org.tongqu.design.view.DataTable;
import org.tongqu.design.view.KeyFacts;

/**
 * Everything that is to be done when something happens in a life or a firm (一件事), in its order.
 *
 * @param others what else belongs to it and is applied for at an office
 */
public record LifeEventPage(PageFrame frame, String title, String lead, List<Part> parts, Optional<DataTable> others)
        implements Page {

    public LifeEventPage {
        parts = List.copyOf(parts);
    }

    /**
     * One service of it.
     *
     * @param items     what the bodies do in it, in the order of the process
     * @param materials what to have ready, each paper once
     */
    public record Part(
            String id,
            String title,
            String href,
            String text,
            KeyFacts facts,
            DataTable items,
            DataTable materials,
            ButtonLink start) {}
}
