package org.tongqu.platform.matter.publicity.web;

import java.util.List;
import org.tongqu.design.Page;
import org.tongqu.design.PageFrame;
import org.tongqu.design.form.ButtonLink;
import org.tongqu.design.form.FormPage;
import org.tongqu.design.view.KeyFacts;

/**
 * One penalty decision on the desk, or the form for a new one.
 *
 * @param facts as they are or will be shown; none of a new one
 * @param forms what can be done with it
 * @param ways  where else it goes on
 */
public record PenaltyPage(
        PageFrame frame,
        String heading,
        String standing,
        List<KeyFacts> facts,
        List<FormPage> forms,
        List<ButtonLink> ways)
        implements Page {

    public PenaltyPage {
        facts = List.copyOf(facts);
        forms = List.copyOf(forms);
        ways = List.copyOf(ways);
    }
}
