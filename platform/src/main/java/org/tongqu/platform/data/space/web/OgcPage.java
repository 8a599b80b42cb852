package org.tongqu.platform.data.space.web;

import java.util.List;
import org.tongqu.design.Page;
import org.tongqu.design.PageFrame;
import org.tongqu.design.form.ButtonLink;
import org.tongqu.design.view.DataTable;
import org.tongqu.design.view.KeyFacts;

/** A document of OGC API as people read it. */
public record OgcPage(
        PageFrame frame,
        String heading,
        String lead,
        List<KeyFacts> facts,
        List<DataTable> tables,
        List<ButtonLink> ways)
        implements Page {

    public OgcPage {
        facts = List.copyOf(facts);
        tables = List.copyOf(tables);
        ways = List.copyOf(ways);
    }
}
