package org.tongqu.platform.data.harvest.web;

import java.util.List;
import java.util.Optional;
import org.tongqu.design.Page;
import org.tongqu.design.PageFrame;
import org.tongqu.design.form.ButtonLink;
import org.tongqu.design.form.FormPage;
import org.tongqu.design.nav.Pagination;
import org.tongqu.design.view.DataTable;
import org.tongqu.design.view.KeyFacts;
import org.tongqu.design.view.Lamp;
import org.tongqu.design.view.ProgressBar;

/**
 * One source.
 *
 * @param steps what the reader can do with it; empty for those who keep no sources
 */
public record SourcePage(
        PageFrame frame,
        Standing standing,
        KeyFacts facts,
        List<ButtonLink> ways,
        List<FormPage> steps,
        DataTable runs,
        Rejected rejected)
        implements Page {

    public SourcePage {
        ways = List.copyOf(ways);
        steps = List.copyOf(steps);
    }

    /** @param why it stands still or broke off; empty when it does not @param progress while it is read */
    public record Standing(String title, Lamp lamp, String why, Optional<ProgressBar> progress) {}

    public record Rejected(DataTable table, Pagination pages) {}
}
