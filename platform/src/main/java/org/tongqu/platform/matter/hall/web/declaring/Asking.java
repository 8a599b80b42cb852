package org.tongqu.platform.matter.hall.web.declaring;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tongqu.design.Texts;
import org.tongqu.design.form.Checkboxes;
import org.tongqu.design.form.Choice;
import org.tongqu.design.form.Field;
import org.tongqu.design.form.NumberField;
import org.tongqu.design.form.Question;
import org.tongqu.design.form.Select;
import org.tongqu.design.form.TextField;
import org.tongqu.platform.matter.hall.DeclareRefusal.Mistake;

/**
 * Asks for what is declared of a hall: with what was typed, or what stands, and what is wrong with it.
 *
 * @param said what is in each field, several choices parted by blanks
 */
record Asking(Texts texts, Map<String, String> said, Map<String, Mistake> mistakes) {

    private static final int TEXT = 200;

    String at(String name) {
        return said.getOrDefault(name, "");
    }

    Question question(String name) {
        return question(name, texts.say("hall.declare.ask." + name));
    }

    Question question(String name, String label) {
        var hint = "hall.declare.ask." + name + ".hint";
        var mistake = mistakes.get(name);
        return Question.of(texts, name, label)
                .hint(texts.knows(hint) ? texts.say(hint) : "")
                .wrong(mistake == null ? "" : texts.say("hall.declare.mistake." + mistake.code()));
    }

    Field text(String name) {
        return TextField.of(question(name), at(name)).upTo(TEXT);
    }

    Field brief(Question question, int characters) {
        return TextField.of(question, at(question.name()))
                .kind(TextField.Kind.SHORT)
                .upTo(characters);
    }

    Field number(String name, String unit) {
        return number(question(name), unit);
    }

    Field number(Question question, String unit) {
        return new NumberField(question, at(question.name()), unit, NumberField.Digits.WHOLE);
    }

    Field oneOf(String name, List<Choice> choices) {
        return new Select(question(name), choices, at(name), "");
    }

    Field anyOf(String name, List<Choice> choices) {
        return new Checkboxes(question(name), choices, Set.copyOf(Sent.words(at(name))));
    }

    List<Field> rules() {
        return List.of(
                number("head-start", texts.say("hall.minutes")),
                number("grace", texts.say("hall.minutes")),
                number("no-shows", texts.say("hall.declare.times")),
                number("no-show-days", texts.say("hall.declare.days")),
                number("days-ahead", texts.say("hall.declare.days")));
    }
}
