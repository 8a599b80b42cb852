package org.tongqu.platform.front.desk.web.matter;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.tongqu.design.PageFrame;
import org.tongqu.design.Texts;
import org.tongqu.design.form.Button;
import org.tongqu.design.form.Choice;
import org.tongqu.design.form.Field;
import org.tongqu.design.form.FormPage;
import org.tongqu.design.form.NumberField;
import org.tongqu.design.form.Question;
import org.tongqu.design.form.Radios;
import org.tongqu.design.form.Select;
import org.tongqu.design.form.TextArea;
import org.tongqu.design.form.TextField;
import org.tongqu.platform.front.desk.web.Limits;
import org.tongqu.platform.matter.casework.Operation;
import org.tongqu.platform.matter.casework.Operation.Kind;
import org.tongqu.platform.operate.web.Said;
import org.tongqu.platform.trust.directory.Staff;

/**
 * The form of one operation.
 *
 * @param wrong whether it was sent with something still to be chosen or written
 */
record AskingForm(PageFrame frame, Operation operation, Asking kept, List<Staff> colleagues, Wrong wrong) {

    /** Whether what was sent was understood. */
    enum Wrong {
        NOTHING,
        NOT_CHOSEN
    }

    FormPage to(String address) {
        var kind = operation.kind();
        var button = kind == Kind.TERMINATE ? Button.grave(say(kind, "send")) : Button.main(say(kind, "send"));
        return FormPage.of(texts(), "", FormPage.Send.to(address, frame.csrf()), fields(), button);
    }

    private List<Field> fields() {
        var fields = new ArrayList<Field>();
        var kind = operation.kind();
        if (kind == Kind.SIGN) {
            var when = List.of(
                    Choice.of("before", texts().say("desk.act.sign.before")),
                    Choice.of("after", texts().say("desk.act.sign.after")));
            fields.add(new Radios(
                    Question.of(texts(), "basis", texts().say("desk.act.sign.when")),
                    when,
                    kept.basis().isEmpty() ? "before" : kept.basis()));
        }
        if (Asking.needsPerson(kind)) {
            fields.add(new Select(missing("to", say(kind, "to")), people(), kept.to(), texts().say("desk.act.choose")));
        } else if (!operation.choices().isEmpty()) {
            fields.add(new Radios(missing("to", say(kind, "to")), choices(), kept.to()));
        }
        operation
                .most()
                .ifPresent(most -> fields.add(new NumberField(
                        missing("more", say(kind, "more"))
                                .hint(texts().say("desk.act.prolong.most", Limits.say(texts(), most))),
                        kept.more(),
                        texts().say("desk.unit." + most.unit().name().toLowerCase(Locale.ROOT)),
                        NumberField.Digits.WHOLE)));
        var why = Question.of(texts(), "why", say(kind, "why"));
        fields.add(new TextArea(Asking.reasonOptional(kind) ? why.optional() : why, kept.why(), 3, 1000));
        if (kind == Kind.SUSPEND) {
            var basis = Question.of(texts(), "basis", texts().say("desk.act.suspend.basis"))
                    .hint(texts().say("desk.act.suspend.basis.hint"));
            fields.add(new TextField(basis, kept.basis(), TextField.Kind.PLAIN, 200));
        }
        return fields;
    }

    private Question missing(String name, String label) {
        var question = Question.of(texts(), name, label);
        return wrong == Wrong.NOT_CHOSEN ? question.wrong(texts().say("desk.act.missing." + name)) : question;
    }

    private List<Choice> people() {
        return colleagues.stream()
                .map(staff -> Choice.of(staff.id(), staff.name()))
                .toList();
    }

    private List<Choice> choices() {
        return operation.choices().stream()
                .map(choice -> Choice.of(choice.value(), label(choice)))
                .toList();
    }

    private String label(Operation.Choice choice) {
        var named = Said.in(texts(), choice.label());
        if (choice.value().startsWith("step:")) {
            return texts().say("desk.act.return.step", named);
        }
        if (choice.value().startsWith("block:")) {
            return texts().say("desk.act.return.block", named);
        }
        return named.isEmpty() ? texts().say("desk.act.return." + choice.value()) : named;
    }

    private String say(Kind kind, String part) {
        return texts().say("desk.act." + kind.word() + "." + part);
    }

    private Texts texts() {
        return frame.texts();
    }
}
