package org.tongqu.platform.front.desk.web.packs;

import java.util.List;
import org.tongqu.design.Page;
import org.tongqu.design.PageFrame;
import org.tongqu.design.view.DataTable;

/**
 * The live packs, and every fault of the others with file and line.
 *
 * @param waived how many papers nobody had to hand in, of all
 * @param unconnected what to do about each way of telling people that packs ask for and this platform does not have
 */
public record PacksPage(PageFrame frame, String waived, DataTable live, List<String> unconnected, DataTable problems)
        implements Page {

    public PacksPage {
        unconnected = List.copyOf(unconnected);
    }
}
