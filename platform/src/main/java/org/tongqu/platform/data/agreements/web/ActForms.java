package org.tongqu.platform.data.agreements.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tongqu.design.PageFrame;
import org.tongqu.design.Texts;
import org.tongqu.design.form.Button;
import org.tongqu.design.form.Choice;
import org.tongqu.design.form.DateField;
import org.tongqu.design.form.Field;
import org.tongqu.design.form.Fieldset;
import org.tongqu.design.form.FormPage;
import org.tongqu.design.form.NumberField;
import org.tongqu.design.form.Question;
import org.tongqu.design.form.Select;
import org.tongqu.design.form.TextArea;
import org.tongqu.platform.data.agreements.Agreement;
import org.tongqu.platform.data.agreements.AgreementAct;
import org.tongqu.platform.data.agreements.AgreementRefusal.Wrong;
import org.tongqu.platform.data.agreements.Masking;

/** The forms by which one acts on an agreement, with what is wrong in the one that was sent. */
record ActForms(PageFrame frame, Agreement agreement, Optional<AgreementAct> sent, Map<String, Wrong> faults) {

    static final String WITHHELD = "withheld";
    private static final int LONGEST_REASON = 1000;

    AgreementDetailPage.Act form(AgreementAct act) {
        var texts = frame.texts();
        var id = act.code();
        var label = texts.say("agreements.act." + id);
        var button = switch (act) {
            case AGREE, CONFIRM, EXTEND, OVERRULE -> Button.main(label);
            case REFUSE, REVOKE, UPHOLD -> Button.grave(label);
            case OBJECT, WITHDRAW, RENEW, DECLINE, SUSPEND, RESUME, DISPUTE -> Button.plain(label);
        };
        var form = new FormPage(
                texts,
                "",
                texts.say("agreements.act." + id + ".lead"),
                FormPage.Send.to(Words.LIST + "/" + agreement.id() + "/" + id, frame.csrf()),
                List.of(new Fieldset("", "", fields(act, sent.equals(Optional.of(act)) ? faults : Map.of()))),
                List.of(button));
        return new AgreementDetailPage.Act(id, texts.say("agreements.act." + id + ".title"), form);
    }

    private List<Field> fields(AgreementAct act, Map<String, Wrong> wrong) {
        var texts = frame.texts();
        var fields = new ArrayList<Field>();
        if (act == AgreementAct.AGREE) {
            for (var item : agreement.items()) {
                var choices = new ArrayList<>(Words.choices(texts, "masking", Masking.values()));
                choices.add(Choice.of(WITHHELD, texts.say("agreements.masking.withheld")));
                var question = Question.of(texts, "mask." + item.field(), item.name());
                fields.add(new Select(
                        question.wrong(item.equals(agreement.items().getFirst()) ? said(texts, wrong, "items") : ""),
                        choices,
                        item.masking().code(),
                        ""));
            }
            var rows = agreement.terms().rows();
            fields.add(new NumberField(
                    question(texts, "rows", wrong).optional(),
                    rows.isPresent() ? String.valueOf(rows.getAsLong()) : "",
                    texts.say("agreements.rows.unit"),
                    NumberField.Digits.WHOLE));
        }
        if (act == AgreementAct.RENEW) {
            fields.add(DateField.of(
                    question(texts, "until", wrong),
                    agreement.terms().ends().plusYears(1).toString()));
        }
        if (act.needsReason()) {
            fields.add(new TextArea(
                    Question.of(texts, why(act), texts.say("agreements.ask.why"))
                            .hint(texts.say("agreements.ask.why.hint"))
                            .wrong(said(texts, wrong, "why")),
                    "",
                    2,
                    LONGEST_REASON));
        }
        return fields;
    }

    /** Several forms on one page ask for a reason, each under a name of its own. */
    static String why(AgreementAct act) {
        return "why." + act.code();
    }

    static Question question(Texts texts, String part, Map<String, Wrong> wrong) {
        var hint = "agreements.ask." + part + ".hint";
        return Question.of(texts, part, texts.say("agreements.ask." + part))
                .hint(texts.knows(hint) ? texts.say(hint) : "")
                .wrong(said(texts, wrong, part));
    }

    private static String said(Texts texts, Map<String, Wrong> wrong, String part) {
        var fault = wrong.get(part);
        return fault == null ? "" : Words.of(texts, "wrong", fault);
    }
}
