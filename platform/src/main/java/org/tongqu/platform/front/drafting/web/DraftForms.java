package org.tongqu.platform.front.drafting.web;

import java.util.List;
import org.tongqu.design.PageFrame;
import org.tongqu.design.form.Button;
import org.tongqu.design.form.Fieldset;
import org.tongqu.design.form.FormPage;
import org.tongqu.design.form.FormPage.Send;
import org.tongqu.design.form.Question;
import org.tongqu.design.form.TextArea;
import org.tongqu.platform.matter.processes.Draft;

/** What can be done with a draft. */
record DraftForms(PageFrame frame, ProcessAt at) {

    private String say(String key) {
        return frame.texts().say("drafting." + key);
    }

    private String said(String key, String rehearsed) {
        return frame.texts().say("drafting." + key + ".rehearsed", say(key), rehearsed);
    }

    private Send send(String verb) {
        return Send.to(at.draft() + "/" + verb, frame.csrf());
    }

    private Fieldset words(String name, String label, String value) {
        var question = Question.of(frame.texts(), name, say("ask." + label)).hint(say("ask." + label + ".hint"));
        return new Fieldset("", "", List.of(new TextArea(question, value, 3, 2000)));
    }

    FormPage submit(Draft draft, String rehearsed) {
        return new FormPage(
                frame.texts(),
                "",
                said("submit.lead", rehearsed),
                send("submit").along("revision", String.valueOf(draft.revision())),
                List.of(words("note", "note", draft.fate().note())),
                List.of(Button.main(say("submit"))));
    }

    FormPage drop() {
        return new FormPage(frame.texts(), "", "", send("drop"), List.of(), List.of(Button.grave(say("drop"))));
    }

    FormPage approve(String rehearsed) {
        var question = Question.of(frame.texts(), "why", say("ask.approval")).optional();
        return new FormPage(
                frame.texts(),
                "",
                said("approve.lead", rehearsed),
                send("approve"),
                List.of(new Fieldset("", "", List.of(new TextArea(question, "", 2, 2000)))),
                List.of(Button.main(say("approve"))));
    }

    FormPage sendBack() {
        var question = Question.of(frame.texts(), "why", say("ask.return")).hint(say("ask.return.hint"));
        return new FormPage(
                frame.texts(),
                "",
                "",
                send("return"),
                List.of(new Fieldset("", "", List.of(new TextArea(question, "", 2, 2000)))),
                List.of(Button.grave(say("return"))));
    }
}
