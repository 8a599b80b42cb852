package org.tongqu.platform.data.golden.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.tongqu.design.PageFrame;
import org.tongqu.design.Texts;
import org.tongqu.design.form.Button;
import org.tongqu.design.form.DateField;
import org.tongqu.design.form.Field;
import org.tongqu.design.form.FormPage;
import org.tongqu.design.form.Question;
import org.tongqu.design.form.TextField;
import org.tongqu.engines.registers.Register;
import org.tongqu.platform.data.golden.GoldenRecord;
import org.tongqu.platform.data.golden.GoldenRecord.AsOf;
import org.tongqu.platform.data.golden.Look;
import org.tongqu.platform.data.golden.web.RecordPage.Act;

/** The forms on the page of a record. */
record RecordForms(PageFrame frame, Look look, Sent sent) {

    /** What was sent, and what is wrong in it. */
    record Sent(Map<String, String> values, Map<String, String> wrong) {

        String value(String name) {
            return values.getOrDefault(name, "");
        }

        String fault(String name) {
            return wrong.getOrDefault(name, "");
        }
    }

    private Texts texts() {
        return frame.texts();
    }

    FormPage asOf(AsOf asOf) {
        List<Field> fields = List.of(
                DateField.of(
                        question("known").hint(texts().say("golden.ask.known.hint")),
                        sent.fault("known").isEmpty() ? asOf.known().toString() : sent.value("known")),
                DateField.of(
                        question("valid").hint(texts().say("golden.ask.valid.hint")),
                        sent.fault("valid").isEmpty() ? asOf.valid().toString() : sent.value("valid")));
        return FormPage.of(texts(), "", to("/as-of"), fields, Button.plain(texts().say("golden.as-of.show")));
    }

    private Question question(String name) {
        return Question.of(texts(), name, texts().say("golden.ask." + name)).wrong(sent.fault(name));
    }

    private FormPage.Send to(String act) {
        return FormPage.Send.to(Words.LOOK + look.id() + act, frame.csrf());
    }

    List<Act> acts(Register register, GoldenRecord record, java.util.function.UnaryOperator<String> shown) {
        List<Act> acts = new ArrayList<>();
        for (var merged : record.merged()) {
            var id = "unmerge-" + merged.id();
            acts.add(new Act(
                    id,
                    texts().say("golden.unmerge.title", shown.apply(merged.identifier())),
                    FormPage.of(
                                    texts(),
                                    "",
                                    to("/unmerge/" + merged.id()),
                                    List.of(why("why." + id)),
                                    Button.grave(texts().say("golden.unmerge")))
                            .lead(merged.evidence()
                                    .map(held -> texts().say(
                                                    "golden.unmerge.evidence",
                                                    texts().moment(merged.at()),
                                                    PairParts.likely(held.probability()),
                                                    PairParts.pieces(texts(), register, held.pieces())))
                                    .or(() -> merged.named()
                                            .map(named -> texts().say(
                                                            "golden.unmerge.named",
                                                            texts().moment(merged.at()),
                                                            Words.source(texts(), register, named.source()),
                                                            Words.attribute(texts(), register, named.field()))))
                                    .orElseGet(() -> texts().say(
                                                    "golden.unmerge.lead",
                                                    texts().moment(merged.at()),
                                                    merged.by(),
                                                    merged.why())))));
        }
        List<Field> fields = List.of(
                TextField.of(question("other").hint(texts().say("golden.ask.other.hint")), sent.value("other"))
                        .upTo(60),
                why("why.merge"));
        acts.add(new Act(
                "merge",
                texts().say("golden.merge.title"),
                FormPage.of(texts(), "", to("/merge"), fields, Button.plain(texts().say("golden.merge")))
                        .lead(texts().say("golden.merge.lead"))));
        return acts;
    }

    private Field why(String name) {
        return TextField.of(
                Question.of(texts(), name, texts().say("golden.ask.merge-why")).wrong(sent.fault(name)),
                sent.value(name));
    }
}
