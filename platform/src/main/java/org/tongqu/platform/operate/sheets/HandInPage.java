package org.tongqu.platform.operate.sheets;

import java.util.List;
import java.util.Optional;
import org.tongqu.design.Page;
import org.tongqu.design.PageFrame;
import org.tongqu.design.form.ButtonLink;
import org.tongqu.design.form.FormPage;
import org.tongqu.design.view.DataTable;

/**
 * Where a table is handed in.
 *
 * @param ways to a table one may begin with
 * @param faults what is wrong in the one that was sent
 */
public record HandInPage(
        PageFrame frame, String heading, String lead, List<ButtonLink> ways, Optional<DataTable> faults, FormPage form)
        implements Page {
    public HandInPage {
        ways = List.copyOf(ways);
    }
}
