package org.tongqu.platform.matter.studio.web;

import java.util.List;
import org.tongqu.design.Page;
import org.tongqu.design.PageFrame;
import org.tongqu.design.form.ButtonLink;
import org.tongqu.design.view.DataTable;

/** Packs that can be tried, and what was tried last. @param ways to all that was tried */
public record StudioPage(PageFrame frame, DataTable packs, DataTable latest, List<ButtonLink> ways) implements Page {

    public StudioPage {
        ways = List.copyOf(ways);
    }
}
