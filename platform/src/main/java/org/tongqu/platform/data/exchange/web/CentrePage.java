package org.tongqu.platform.data.exchange.web;

import java.util.Optional;
import org.tongqu.design.Page;
import org.tongqu.design.PageFrame;
import org.tongqu.design.nav.Pagination;
import org.tongqu.design.view.DataTable;
import org.tongqu.design.view.NoticeBanner;
import org.tongqu.design.view.StatTiles;

/** The exchange centre. @param missing what the demo has to do without */
public record CentrePage(
        PageFrame frame,
        Optional<NoticeBanner> missing,
        StatTiles tiles,
        FlowPicture picture,
        DataTable flows,
        Pagination pages,
        Tables tables)
        implements Page {

    /** What stands below the flows. @param figures three of each resource. @param stale resources that are late, or nearly so */
    public record Tables(DataTable figures, DataTable stale, DataTable given, DataTable balance, DataTable systems) {}
}
