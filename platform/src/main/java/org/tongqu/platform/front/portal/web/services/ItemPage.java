package org.tongqu.platform.front.portal.web.services;

import java.util.List;
import org.tongqu.design.Page;
import org.tongqu.design.PageFrame;
import org.tongqu.design.form.ButtonLink;
import org.tongqu.platform.matter.items.ItemTelling;

/** One item of the implementation list with all its fields, by groups. */
public record ItemPage(
        PageFrame frame, String title, String code, List<ButtonLink> ways, List<ItemTelling.Group> groups)
        implements Page {
    public ItemPage {
        ways = List.copyOf(ways);
        groups = List.copyOf(groups);
    }
}
