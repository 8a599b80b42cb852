package org.tongqu.platform.data.demands.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.tongqu.design.PageFrame;
import org.tongqu.design.Texts;
import org.tongqu.design.form.Button;
import org.tongqu.design.form.Choice;
import org.tongqu.design.form.Field;
import org.tongqu.design.form.Fieldset;
import org.tongqu.design.form.FormPage;
import org.tongqu.design.form.Question;
import org.tongqu.design.form.Select;
import org.tongqu.design.form.TextArea;
import org.tongqu.design.form.TextField;
import org.tongqu.platform.data.catalog.Description.Cycle;
import org.tongqu.platform.data.demands.Demand;
import org.tongqu.platform.data.demands.DemandAct;
import org.tongqu.platform.data.demands.DemandAnswer;
import org.tongqu.platform.data.demands.DemandRefusal.Wrong;

/**
 * The forms about demands, with what was sent and what is wrong in it. Several of them stand on one page: each field of
 * an act carries the act in its name.
 */
record DemandForms(PageFrame frame, Map<String, String> sent, Map<String, Wrong> faults) {

    private static final int TITLE = 100;
    private static final int TEXT = 1000;

    FormPage ask() {
        var texts = frame.texts();
        var cycles = Arrays.stream(Cycle.values())
                .map(cycle -> Choice.of(cycle.code(), texts.say("catalog.cycle." + cycle.code())))
                .toList();
        List<Field> fields = List.of(
                TextField.of(question("title", "title"), at("title")).upTo(TITLE),
                new TextArea(question("elements", "elements"), at("elements"), 3, TEXT),
                new TextArea(question("purpose", "purpose"), at("purpose"), 3, TEXT),
                new TextArea(question("basis", "basis"), at("basis"), 2, TEXT),
                new Select(question("frequency", "frequency"), cycles, at("frequency"), texts.say("catalog.choose")));
        return new FormPage(
                texts,
                "",
                "",
                FormPage.Send.to(Words.NEW, frame.csrf()),
                List.of(new Fieldset("", "", fields)),
                List.of(Button.main(texts.say("demands.send"))));
    }

    DemandDetailPage.Act act(Demand demand, DemandAct act, List<Choice> offices) {
        var texts = frame.texts();
        var id = act.code();
        var label = texts.say("demands.act." + id);
        var fields = new ArrayList<Field>();
        if (act == DemandAct.ASSIGN) {
            fields.add(new Select(
                    question("organisation", name("organisation", act)),
                    offices,
                    at(name("organisation", act)),
                    texts.say("catalog.choose")));
        }
        if (act == DemandAct.ANSWER) {
            fields.add(TextField.of(question("resource", name("resource", act)), at(name("resource", act)))
                    .upTo(TITLE));
        }
        if (act.needsReason()) {
            fields.add(new TextArea(why(act), at(name("why", act)), 2, TEXT));
        }
        var button = switch (act) {
            case ASSIGN, ANSWER -> Button.main(label);
            case KEEP_BACK, GIVE_UP -> Button.grave(label);
            case HAVE_NOT, WITHDRAW -> Button.plain(label);
        };
        var form = new FormPage(
                texts,
                "",
                texts.say("demands.act." + id + ".lead"),
                FormPage.Send.to(Words.LIST + "/" + demand.id() + "/" + id, frame.csrf()),
                List.of(new Fieldset("", "", fields)),
                List.of(button));
        return new DemandDetailPage.Act(id, texts.say("demands.act." + id + ".title"), form);
    }

    static DemandAnswer answer(DemandAct act, Map<String, String> sent) {
        return new DemandAnswer(
                sent.getOrDefault(name("organisation", act), "").strip(),
                sent.getOrDefault(name("resource", act), "").strip(),
                sent.getOrDefault(name("why", act), ""));
    }

    private static String name(String part, DemandAct act) {
        return part + "." + act.code();
    }

    private Question why(DemandAct act) {
        var texts = frame.texts();
        var part = act == DemandAct.KEEP_BACK ? "law" : "why";
        return Question.of(texts, name("why", act), texts.say("demands.ask." + part))
                .hint(texts.say("demands.ask." + part + ".hint"))
                .wrong(wrong(texts, name("why", act)));
    }

    private Question question(String part, String name) {
        var texts = frame.texts();
        var hint = "demands.ask." + part + ".hint";
        return Question.of(texts, name, texts.say("demands.ask." + part))
                .hint(texts.knows(hint) ? texts.say(hint) : "")
                .wrong(wrong(texts, name));
    }

    private String wrong(Texts texts, String name) {
        var fault = faults.get(name);
        return fault == null ? "" : Words.of(texts, "wrong", fault);
    }

    private String at(String name) {
        return sent.getOrDefault(name, "");
    }
}
