package org.tongqu.platform.data.interfaces.web;

import java.util.List;
import org.tongqu.design.Page;
import org.tongqu.design.PageFrame;
import org.tongqu.design.form.ButtonLink;
import org.tongqu.design.nav.Pagination;
import org.tongqu.design.view.DataTable;

/** All interfaces. @param ways to declaring one and to keys */
public record InterfacesPage(PageFrame frame, List<ButtonLink> ways, DataTable table, Pagination pages)
        implements Page {

    public InterfacesPage {
        ways = List.copyOf(ways);
    }
}
