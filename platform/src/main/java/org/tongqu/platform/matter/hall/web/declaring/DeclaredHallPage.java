package org.tongqu.platform.matter.hall.web.declaring;

import java.util.List;
import org.tongqu.design.Page;
import org.tongqu.design.PageFrame;
import org.tongqu.design.form.ButtonLink;
import org.tongqu.design.view.DataTable;
import org.tongqu.design.view.KeyFacts;

/** All that is declared of a hall, each part leading to where it is declared. */
public record DeclaredHallPage(
        PageFrame frame, String heading, String last, List<ButtonLink> ways, KeyFacts facts, List<Section> sections)
        implements Page {

    /** @param id of its heading */
    public record Section(String id, String heading, DataTable table, List<ButtonLink> ways) {
        public Section {
            ways = List.copyOf(ways);
        }
    }

    public DeclaredHallPage {
        ways = List.copyOf(ways);
        sections = List.copyOf(sections);
    }
}
