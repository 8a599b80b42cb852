package org.tongqu.platform.matter.hall.web;

import java.util.List;
import java.util.Optional;
import org.tongqu.design.Page;
import org.tongqu.design.PageFrame;
import org.tongqu.design.form.Button;
import org.tongqu.design.form.ButtonLink;
import org.tongqu.design.form.Choice;
import org.tongqu.design.form.FormPage;
import org.tongqu.design.view.DataTable;
import org.tongqu.design.view.KeyFacts;

/**
 * What a clerk has before them: who stands there, what can be done, who is next.
 *
 * @param here     who was called or is being served
 * @param acts     what can be done now, the first is the main one
 * @param elsewhere windows to which whoever stands there can be sent on
 * @param help      to take an application down for whoever is being served
 */
public record WindowPage(
        PageFrame frame,
        String heading,
        String standing,
        Optional<Here> here,
        List<Button> acts,
        List<Choice> elsewhere,
        Optional<FormPage> help,
        DataTable waiting,
        List<ButtonLink> ways)
        implements Page {

    public record Here(String label, String standing, KeyFacts facts) {}

    public WindowPage {
        acts = List.copyOf(acts);
        elsewhere = List.copyOf(elsewhere);
        ways = List.copyOf(ways);
    }
}
