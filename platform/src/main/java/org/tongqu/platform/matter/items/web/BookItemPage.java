package org.tongqu.platform.matter.items.web;

import java.util.List;
import java.util.Optional;
import org.tongqu.design.Page;
import org.tongqu.design.PageFrame;
import org.tongqu.design.view.DataTable;
import org.tongqu.platform.matter.items.ItemTelling;

/** One version of an item with the others. @param offices who carries it out, where it is of the basic catalogue */
public record BookItemPage(
        PageFrame frame,
        String title,
        String code,
        List<ItemTelling.Group> groups,
        DataTable versions,
        Optional<DataTable> offices)
        implements Page {
    public BookItemPage {
        groups = List.copyOf(groups);
    }
}
