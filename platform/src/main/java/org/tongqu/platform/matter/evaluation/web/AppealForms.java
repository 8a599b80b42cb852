package org.tongqu.platform.matter.evaluation.web;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.springframework.util.MultiValueMap;
import org.tongqu.design.PageFrame;
import org.tongqu.design.form.Button;
import org.tongqu.design.form.Checkboxes;
import org.tongqu.design.form.Choice;
import org.tongqu.design.form.Field;
import org.tongqu.design.form.Fieldset;
import org.tongqu.design.form.FormPage;
import org.tongqu.design.form.Question;
import org.tongqu.design.form.TextArea;
import org.tongqu.engines.evaluation.Indicator;
import org.tongqu.platform.matter.evaluation.Appeal;
import org.tongqu.platform.matter.evaluation.AppealRefusal;
import org.tongqu.platform.matter.evaluation.Measure;
import org.tongqu.platform.matter.evaluation.RowKind;
import org.tongqu.platform.matter.evaluation.RowPage;

/** The forms by which a score is appealed against and an appeal is answered. */
record AppealForms(PageFrame frame, Words words) {

    private static final int TEXT = 1000;

    /** What was typed, and why it was not taken. */
    record Typed(MultiValueMap<String, String> sent, Optional<AppealRefusal> refusal) {

        String at(String name) {
            return Optional.ofNullable(sent.getFirst(name)).orElse("");
        }

        Set<String> chosen() {
            return Set.copyOf(Optional.ofNullable(sent.get("row")).orElse(List.of()));
        }

        /** What is wished; what names no row of a measure is left out. */
        Appeal.Wish wish() {
            var picks = Optional.ofNullable(sent.get("row")).orElse(List.of()).stream()
                    .flatMap(value -> pick(value).stream())
                    .toList();
            return new Appeal.Wish(picks, at("reason"));
        }

        private static Optional<Appeal.Pick> pick(String value) {
            var parts = value.split(":", 2);
            return parts.length == 2
                    ? Measure.find(parts[0]).map(measure -> new Appeal.Pick(measure, parts[1]))
                    : Optional.empty();
        }
    }

    /**
     * Which rows are offered: those that cost points, where the formula says which do; else those of each kind but the
     * matters themselves, where it counts anything else.
     */
    static List<RowPage.Asked> offered(Indicator indicator) {
        var measures = indicator.measures().stream()
                .sorted()
                .flatMap(code -> Measure.find(code).stream())
                .toList();
        var costly = measures.stream()
                .flatMap(part -> part.whole().stream()
                        .filter(measures::contains)
                        .map(whole -> new RowPage.Asked(whole, Optional.of(part))))
                .toList();
        return costly.isEmpty() ? eachKind(measures) : costly;
    }

    private static List<RowPage.Asked> eachKind(Collection<Measure> measures) {
        var kinds = new TreeMap<RowKind, RowPage.Asked>();
        measures.forEach(measure -> kinds.putIfAbsent(measure.rows(), new RowPage.Asked(measure, Optional.empty())));
        if (kinds.size() > 1) {
            kinds.remove(RowKind.CASE);
        }
        return List.copyOf(kinds.values());
    }

    /** Some rows to choose from. */
    record Offer(RowPage.Asked asked, List<RowPage.Row> rows) {}

    FormPage raise(String address, List<Offer> offers, Typed typed) {
        var fields = new ArrayList<Field>();
        var texts = frame.texts();
        var rowsWrong = typed.refusal()
                .filter(why -> why instanceof AppealRefusal.RowsMissing || why instanceof AppealRefusal.NotCounted)
                .map(why -> new AppealWords(texts).refused(why).title())
                .orElse("");
        for (var offer : offers) {
            fields.add(new Checkboxes(
                    Question.of(texts, "row", words.asked(offer.asked()))
                            .hint(texts.say("evaluation.appeal.ask.rows.hint"))
                            .wrong(rowsWrong),
                    offer.rows().stream().map(row -> choice(offer, row)).toList(),
                    typed.chosen()));
        }
        fields.add(text("reason", typed));
        return new FormPage(
                texts,
                "",
                "",
                FormPage.Send.to(address, frame.csrf()),
                List.of(new Fieldset("", "", fields)),
                List.of(Button.main(texts.say("evaluation.appeal.send"))));
    }

    private Choice choice(Offer offer, RowPage.Row row) {
        var texts = frame.texts();
        return new Choice(
                offer.asked().measure().code() + ":" + row.key(),
                Stream.of(row.number(), row.title())
                        .filter(part -> !part.isEmpty())
                        .reduce((number, title) -> number + " " + title)
                        .orElse(row.key()),
                row.day().map(texts::day).orElseGet(() -> texts.say("evaluation.rows.gone")));
    }

    FormPage answer(String id, Typed typed) {
        var texts = frame.texts();
        return new FormPage(
                texts,
                "",
                texts.say("evaluation.appeal.answer.lead"),
                FormPage.Send.to(AppealWords.file(id), frame.csrf()),
                List.of(new Fieldset("", "", List.of(text("words", typed)))),
                List.of(
                        Button.main(texts.say("evaluation.appeal.uphold")).sending("verdict", "upheld"),
                        Button.grave(texts.say("evaluation.appeal.dismiss")).sending("verdict", "dismissed")));
    }

    private TextArea text(String name, Typed typed) {
        var texts = frame.texts();
        var wrong = typed.refusal()
                .filter(AppealRefusal.WordsMissing.class::isInstance)
                .map(why -> new AppealWords(texts).refused(why).title())
                .orElse("");
        return new TextArea(
                Question.of(texts, name, texts.say("evaluation.appeal.ask." + name))
                        .hint(texts.say("evaluation.appeal.ask." + name + ".hint"))
                        .wrong(wrong),
                typed.at(name),
                4,
                TEXT);
    }
}
