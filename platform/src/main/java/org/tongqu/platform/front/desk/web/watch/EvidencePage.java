package org.tongqu.platform.front.desk.web.watch;

import java.util.List;
import org.tongqu.design.Page;
import org.tongqu.design.PageFrame;
import org.tongqu.design.form.ButtonLink;
import org.tongqu.design.view.DataTable;
import org.tongqu.design.view.KeyFacts;
import org.tongqu.design.view.Lamp;
import org.tongqu.design.view.Timeline;

/** Why a lamp is what it is: the events that started, stopped, resumed and ended the clock. */
public record EvidencePage(
        PageFrame frame,
        String heading,
        Lamp lamp,
        String why,
        KeyFacts facts,
        DataTable excluded,
        Timeline events,
        List<ButtonLink> ways)
        implements Page {

    public EvidencePage {
        ways = List.copyOf(ways);
    }
}
