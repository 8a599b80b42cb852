package org.tongqu.platform.front.desk.web.watch;

import java.util.List;
import org.tongqu.design.Page;
import org.tongqu.design.PageFrame;
import org.tongqu.design.form.ButtonLink;
import org.tongqu.design.form.FormPage;
import org.tongqu.design.view.KeyFacts;
import org.tongqu.design.view.Lamp;
import org.tongqu.design.view.Timeline;

/**
 * One order: what is demanded, what was said, and what the reader may do now.
 *
 * @param forms one for each thing the reader may do
 */
public record OrderFilePage(
        PageFrame frame,
        String heading,
        Lamp lamp,
        String turn,
        KeyFacts facts,
        Timeline steps,
        List<FormPage> forms,
        List<ButtonLink> ways)
        implements Page {

    public OrderFilePage {
        forms = List.copyOf(forms);
        ways = List.copyOf(ways);
    }
}
