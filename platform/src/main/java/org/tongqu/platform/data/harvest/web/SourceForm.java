package org.tongqu.platform.data.harvest.web;

import java.util.List;
import java.util.Map;
import org.tongqu.design.PageFrame;
import org.tongqu.design.form.Button;
import org.tongqu.design.form.Field;
import org.tongqu.design.form.FormPage;
import org.tongqu.design.form.Question;
import org.tongqu.design.form.Radios;
import org.tongqu.design.form.TextField;
import org.tongqu.platform.data.harvest.HarvestRefusal.Mistake;
import org.tongqu.platform.data.harvest.Source.Audience;
import org.tongqu.platform.data.harvest.Source.Declared;
import org.tongqu.platform.data.harvest.Source.Kind;
import org.tongqu.platform.data.harvest.Source.Line;

/** What is asked of a source, with what was sent and what is wrong in it. */
record SourceForm(PageFrame frame, String action, Map<String, String> sent, Map<String, Mistake> mistakes) {

    private static final int NAME = 100;
    private static final int ADDRESS = 1000;
    private static final int HOURS = 4;

    static Map<String, String> sent(Declared said) {
        return Map.of(
                "name", said.name(),
                "kind", said.kind().code(),
                "address", said.address(),
                "line", said.line().code(),
                "audience", said.audience().code(),
                "every-hours", String.valueOf(said.everyHours()));
    }

    FormPage form() {
        var texts = frame.texts();
        List<Field> fields = List.of(
                TextField.of(question("name"), at("name")).upTo(NAME),
                new Radios(question("kind"), Words.choices(texts, "kind", Kind.values()), at("kind")),
                TextField.of(question("address"), at("address")).upTo(ADDRESS),
                new Radios(question("line"), Words.choices(texts, "line", Line.values()), at("line")),
                new Radios(question("audience"), Words.choices(texts, "audience", Audience.values()), at("audience")),
                TextField.of(question("every-hours"), at("every-hours")).upTo(HOURS));
        return FormPage.of(
                texts, "", FormPage.Send.to(action, frame.csrf()), fields, Button.main(texts.say("harvest.save")));
    }

    private Question question(String name) {
        var texts = frame.texts();
        var hint = "harvest.ask." + name + ".hint";
        var mistake = mistakes.get(name);
        return Question.of(texts, name, texts.say("harvest.ask." + name))
                .hint(texts.knows(hint) ? texts.say(hint) : "")
                .wrong(mistake == null ? "" : Words.of(texts, "mistake", mistake));
    }

    private String at(String name) {
        return sent.getOrDefault(name, "");
    }
}
