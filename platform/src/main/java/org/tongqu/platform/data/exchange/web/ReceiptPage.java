package org.tongqu.platform.data.exchange.web;

import java.util.List;
import org.tongqu.design.Page;
import org.tongqu.design.PageFrame;
import org.tongqu.design.form.ButtonLink;
import org.tongqu.design.view.DataTable;
import org.tongqu.design.view.KeyFacts;
import org.tongqu.design.view.Lamp;

/** A receipt with what came of checking it. */
public record ReceiptPage(
        PageFrame frame, String heading, Standing standing, KeyFacts facts, DataTable signatures, List<ButtonLink> ways)
        implements Page {

    /** Whether it is what was signed, in a lamp and in words. */
    public record Standing(Lamp lamp, String words) {}

    public ReceiptPage {
        ways = List.copyOf(ways);
    }
}
