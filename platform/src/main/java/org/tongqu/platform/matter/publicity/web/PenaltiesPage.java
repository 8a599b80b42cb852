package org.tongqu.platform.matter.publicity.web;

import java.util.List;
import org.tongqu.design.Page;
import org.tongqu.design.PageFrame;
import org.tongqu.design.form.ButtonLink;
import org.tongqu.design.nav.Pagination;
import org.tongqu.design.view.DataTable;

/** What an office decided and has to publish. @param ways what can be begun here */
public record PenaltiesPage(PageFrame frame, List<ButtonLink> ways, DataTable table, Pagination pages) implements Page {

    public PenaltiesPage {
        ways = List.copyOf(ways);
    }
}
