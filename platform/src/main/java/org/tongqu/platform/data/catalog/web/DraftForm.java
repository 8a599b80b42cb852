package org.tongqu.platform.data.catalog.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.tongqu.design.Texts;
import org.tongqu.design.form.Checkboxes;
import org.tongqu.design.form.Choice;
import org.tongqu.design.form.Field;
import org.tongqu.design.form.Fieldset;
import org.tongqu.design.form.NumberField;
import org.tongqu.design.form.Question;
import org.tongqu.design.form.Radios;
import org.tongqu.design.form.Select;
import org.tongqu.design.form.TextArea;
import org.tongqu.design.form.TextField;
import org.tongqu.platform.data.catalog.Coded;
import org.tongqu.platform.data.catalog.Description;
import org.tongqu.platform.data.catalog.Item;

/** The questions about a resource and about one item of it. */
record DraftForm(Texts texts, Sent sent) {

    private static final int NAME = 100;
    private static final int TEXT = 2000;

    /** @param asking whether the category, which is asked once, is asked now */
    List<Fieldset> resource(Asking asking) {
        var what = new ArrayList<Field>();
        if (asking == Asking.CATEGORY_TOO) {
            what.add(new TextField(question("category"), sent.at("category"), TextField.Kind.SHORT, 20));
        }
        what.add(TextField.of(question("name"), sent.at("name")).upTo(NAME));
        what.add(new TextArea(question("summary"), sent.at("summary"), 3, TEXT));
        what.add(select("cycle", Description.Cycle.values()));
        what.add(select("format", Description.FormatKind.values()));
        what.add(TextField.of(question("formatDetail"), sent.at("formatDetail")).upTo(NAME));
        what.add(
                TextField.of(question("related").optional(), sent.at("related")).upTo(TEXT));
        return List.of(
                new Fieldset(texts.say("catalog.part.what"), "", what),
                new Fieldset(
                        texts.say("catalog.part.sharing"),
                        texts.say("catalog.part.sharing.hint"),
                        List.of(
                                radios("sharing", Description.SharingType.values()),
                                new TextArea(question("basis").optional(), sent.at("basis"), 2, TEXT),
                                new TextArea(question("condition").optional(), sent.at("condition"), 2, TEXT),
                                new Checkboxes(
                                        question("ways").optional(),
                                        Words.choices(texts, "way", Description.Way.values()),
                                        Set.copyOf(sent.all("ways"))))),
                new Fieldset(
                        texts.say("catalog.part.opening"),
                        "",
                        List.of(
                                radios("opening", Description.Openness.values()),
                                new TextArea(
                                        question("openingCondition").optional(),
                                        sent.at("openingCondition"),
                                        2,
                                        TEXT))));
    }

    enum Asking {
        CATEGORY_TOO,
        CATEGORY_KNOWN
    }

    List<Field> item() {
        return List.of(
                TextField.of(question("itemName"), sent.at("itemName")).upTo(NAME),
                new TextField(question("field"), sent.at("field"), TextField.Kind.CREDIT_CODE, 63),
                select("type", Item.DataType.values()),
                new NumberField(question("length").optional(), sent.at("length"), "", NumberField.Digits.WHOLE),
                new Checkboxes(
                        question("marks").optional(),
                        Words.choices(texts, "mark", Item.Mark.values()),
                        Set.copyOf(sent.all("marks"))),
                radios("sensitivity", Item.Sensitivity.values()),
                radios("authority", Item.Authority.values()),
                TextField.of(question("element").optional(), sent.at("element")).upTo(80));
    }

    private <E extends Coded> Select select(String part, E[] values) {
        return new Select(question(part), choices(part, values), sent.at(part), texts.say("catalog.choose"));
    }

    private <E extends Coded> Radios radios(String part, E[] values) {
        return new Radios(question(part), choices(part, values), sent.at(part));
    }

    private <E extends Coded> List<Choice> choices(String part, E[] values) {
        return Words.choices(texts, part, values);
    }

    private Question question(String part) {
        var hint = "catalog.ask." + part + ".hint";
        return Question.of(texts, part, texts.say("catalog.ask." + part))
                .hint(texts.knows(hint) ? texts.say(hint) : "")
                .wrong(sent.wrongAt(texts, part));
    }
}
