package org.tongqu.platform.data.corrections.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.tongqu.design.PageFrame;
import org.tongqu.design.form.Button;
import org.tongqu.design.form.Choice;
import org.tongqu.design.form.Field;
import org.tongqu.design.form.Fieldset;
import org.tongqu.design.form.FormPage;
import org.tongqu.design.form.Question;
import org.tongqu.design.form.Select;
import org.tongqu.design.form.TextArea;
import org.tongqu.design.form.TextField;
import org.tongqu.platform.data.corrections.Correction;
import org.tongqu.platform.data.corrections.CorrectionAct;
import org.tongqu.platform.data.exchange.PlannedFlow;

/** The forms about corrections, with what was sent. */
record CorrectionForms(PageFrame frame, Map<String, String> sent) {

    private static final int VALUE = 200;
    private static final int TEXT = 1000;

    /** What names the row, then what is wrong with it. */
    FormPage report(PlannedFlow flow) {
        var texts = frame.texts();
        var fields = new ArrayList<Field>();
        for (var name : flow.flow().target().key()) {
            fields.add(TextField.of(
                            Question.of(texts, "key." + name, texts.say("corrections.ask.key", name)),
                            at("key." + name))
                    .upTo(VALUE));
        }
        var items = flow.items().stream()
                .filter(name -> !flow.flow().target().key().contains(name))
                .sorted()
                .map(name -> Choice.of(name, name))
                .toList();
        fields.add(new Select(question("item"), items, at("item"), texts.say("catalog.choose")));
        fields.add(TextField.of(question("expected").optional(), at("expected")).upTo(VALUE));
        fields.add(new TextArea(question("why"), at("why"), 3, TEXT));
        var send = new FormPage.Send(Words.NEW, frame.csrf(), List.of(new FormPage.Hidden("flow", flow.id())));
        return new FormPage(
                texts,
                "",
                "",
                send,
                List.of(new Fieldset("", "", fields)),
                List.of(Button.main(texts.say("corrections.send"))));
    }

    CorrectionPage.Act act(Correction correction, CorrectionAct act) {
        var texts = frame.texts();
        var id = act.code();
        var label = texts.say("corrections.act." + id);
        var question = Question.of(texts, why(act), texts.say("corrections.ask." + id))
                .hint(texts.say("corrections.ask." + id + ".hint"));
        var form = FormPage.of(
                        texts,
                        "",
                        FormPage.Send.to(Words.LIST + "/" + correction.id() + "/" + id, frame.csrf()),
                        List.of(new TextArea(question, at(why(act)), 2, TEXT)),
                        act == CorrectionAct.CORRECT ? Button.main(label) : Button.plain(label))
                .lead(texts.say("corrections.act." + id + ".lead"));
        return new CorrectionPage.Act(id, label, form);
    }

    /** Both answers stand on one page, each with words of its own. */
    static String why(CorrectionAct act) {
        return "why." + act.code();
    }

    private Question question(String part) {
        var texts = frame.texts();
        var hint = "corrections.ask." + part + ".hint";
        return Question.of(texts, part, texts.say("corrections.ask." + part))
                .hint(texts.knows(hint) ? texts.say(hint) : "");
    }

    private String at(String name) {
        return sent.getOrDefault(name, "");
    }
}
