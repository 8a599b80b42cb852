package org.tongqu.platform.matter.hall.web.declaring;

import java.util.List;
import org.tongqu.design.Page;
import org.tongqu.design.PageFrame;
import org.tongqu.design.form.ButtonLink;
import org.tongqu.design.view.DataTable;

/** The halls somebody is responsible for. */
public record DeclaredHallsPage(PageFrame frame, String heading, List<ButtonLink> ways, DataTable halls)
        implements Page {
    public DeclaredHallsPage {
        ways = List.copyOf(ways);
    }
}
