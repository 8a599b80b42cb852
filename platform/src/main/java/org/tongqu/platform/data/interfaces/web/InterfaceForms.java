package org.tongqu.platform.data.interfaces.web;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.tongqu.design.PageFrame;
import org.tongqu.design.form.Button;
import org.tongqu.design.form.Choice;
import org.tongqu.design.form.DateField;
import org.tongqu.design.form.Field;
import org.tongqu.design.form.FormPage;
import org.tongqu.design.form.PasswordField;
import org.tongqu.design.form.Question;
import org.tongqu.design.form.Select;
import org.tongqu.design.form.TextArea;
import org.tongqu.design.form.TextField;
import org.tongqu.platform.data.interfaces.Endpoint.Method;
import org.tongqu.platform.data.interfaces.EndpointRefusal.Fault;

/** The forms about interfaces, with what was sent and what is wrong in it. */
record InterfaceForms(PageFrame frame, Map<String, String> sent, Map<String, Fault> faults) {

    private static final int SHORT = 60;
    private static final int LINE = 500;
    private static final int LINES = 4000;

    FormPage declare() {
        var texts = frame.texts();
        var methods = Arrays.stream(Method.values())
                .map(method -> Choice.of(method.name(), method.name()))
                .toList();
        List<Field> fields = List.of(
                line("resource", SHORT),
                line("operation", SHORT),
                line("title", SHORT),
                new Select(question("method"), methods, at("method"), texts.say("catalog.choose")),
                line("address", LINE),
                TextField.of(question("via").optional(), at("via")).upTo(SHORT),
                new TextArea(question("parameters").optional(), at("parameters"), 4, LINES),
                TextField.of(question("records").optional(), at("records")).upTo(SHORT),
                line("time", SHORT),
                line("per-minute", SHORT),
                TextField.of(question("header").optional(), at("header")).upTo(SHORT),
                new PasswordField(question("credential").optional(), PasswordField.Use.NEW));
        return FormPage.of(
                texts,
                "",
                FormPage.Send.to(Words.NEW, frame.csrf()),
                fields,
                Button.main(texts.say("interfaces.declare.send")));
    }

    /** @param agreements under which a key may be made */
    FormPage key(List<Choice> agreements) {
        var texts = frame.texts();
        return FormPage.of(
                texts,
                "",
                FormPage.Send.to(Words.KEYS, frame.csrf()),
                List.of(
                        new Select(question("agreement"), agreements, at("agreement"), texts.say("catalog.choose")),
                        line("label", SHORT),
                        DateField.of(question("last"), at("last"))),
                Button.main(texts.say("interfaces.key.give")));
    }

    private Field line(String name, int length) {
        return TextField.of(question(name), at(name)).upTo(length);
    }

    private Question question(String name) {
        var texts = frame.texts();
        var hint = "interfaces.ask." + name + ".hint";
        var fault = faults.get(name);
        return Question.of(texts, name, texts.say("interfaces.ask." + name))
                .hint(texts.knows(hint) ? texts.say(hint) : "")
                .wrong(fault == null ? "" : texts.say("interfaces.fault." + fault.code()));
    }

    private String at(String name) {
        return sent.getOrDefault(name, "");
    }
}
