package org.tongqu.platform.data.golden.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tongqu.design.PageFrame;
import org.tongqu.design.Texts;
import org.tongqu.design.form.Button;
import org.tongqu.design.form.Choice;
import org.tongqu.design.form.Field;
import org.tongqu.design.form.FormPage;
import org.tongqu.design.form.Question;
import org.tongqu.design.form.Select;
import org.tongqu.design.form.TextField;
import org.tongqu.design.view.Cell;
import org.tongqu.design.view.DataTable;
import org.tongqu.design.view.DataTable.Column;
import org.tongqu.design.view.DataTable.Row;
import org.tongqu.design.view.EmptyState;
import org.tongqu.design.view.Lamp;
import org.tongqu.design.view.Lamp.Light;
import org.tongqu.engines.linkage.Level;
import org.tongqu.engines.registers.Register;
import org.tongqu.platform.data.agreements.PurposeQuestions;
import org.tongqu.platform.data.golden.GoldenRecord;
import org.tongqu.platform.data.golden.Links.Seen;
import org.tongqu.platform.data.golden.Links.Verdict;
import org.tongqu.platform.data.golden.Look;
import org.tongqu.platform.data.golden.Pair;
import org.tongqu.platform.data.golden.web.RecordPage.Act;

/** Draws what speaks for two records being of one thing, and the forms by which somebody says so or not. */
final class PairParts {

    static final String CHOSEN = "pair";

    private static final double HUNDRED = 100;

    private PairParts() {}

    static String address(Register register) {
        return Words.LIST + "/" + register.code() + "/pairs";
    }

    static String likely(double probability) {
        return String.format(Locale.ROOT, "%.1f%%", probability * HUNDRED);
    }

    /** What was held against each other, in words. */
    static String pieces(Texts texts, Register register, List<Pair.Piece> pieces) {
        return pieces.stream()
                .map(piece -> texts.say(
                        "golden.pair.piece",
                        Words.attribute(texts, register, piece.attribute()),
                        level(texts, piece.level())))
                .collect(Collectors.joining(texts.say("golden.story.and")));
    }

    private static String level(Texts texts, Level level) {
        return texts.say("golden.level." + level.name().toLowerCase(Locale.ROOT));
    }

    static DataTable waiting(Texts texts, Register register, List<Pair> pairs) {
        return table(
                texts,
                texts.say("golden.pairs.waiting"),
                Stream.of("pair", "likely", "pieces", "found"),
                pairs.stream()
                        .map(pair -> Row.of(
                                new Cell.TwoLines(
                                        number(texts, pair),
                                        texts.say(
                                                pair.isOfNumbers(register)
                                                        ? "golden.pair.of-numbers"
                                                        : "golden.pair.of-none",
                                                Words.attribute(
                                                        texts,
                                                        register,
                                                        register.identifier().name()))),
                                new Cell.Figure(likely(pair.probability())),
                                new Cell.Words(pieces(texts, register, pair.pieces())),
                                new Cell.Words(texts.moment(pair.foundAt()))))
                        .toList());
    }

    private static String number(Texts texts, Pair pair) {
        return texts.say("golden.pair.number", pair.id());
    }

    private static DataTable table(Texts texts, String caption, Stream<String> columns, List<Row> rows) {
        return new DataTable(
                texts,
                caption,
                columns.map(name -> Column.of(texts.say("golden.column." + name)))
                        .toList(),
                rows,
                EmptyState.of(texts.say("golden.pairs.none"), ""),
                "");
    }

    static Optional<FormPage> open(
            PageFrame frame, Register register, List<Pair> pairs, Map<String, String> sent, Map<String, String> wrong) {
        if (pairs.isEmpty()) {
            return Optional.empty();
        }
        var texts = frame.texts();
        var choices = pairs.stream()
                .map(pair -> Choice.of(
                        String.valueOf(pair.id()),
                        texts.say("golden.pair.choice", number(texts, pair), likely(pair.probability()))))
                .toList();
        List<Field> fields = new ArrayList<>(List.of(new Select(
                Question.of(texts, CHOSEN, texts.say("golden.column.pair")).wrong(wrong.getOrDefault(CHOSEN, "")),
                choices,
                sent.getOrDefault(CHOSEN, choices.getFirst().value()),
                texts.say("catalog.choose"))));
        fields.addAll(new PurposeQuestions("golden.ask").fields(texts, sent, wrong));
        return Optional.of(FormPage.of(
                texts,
                "",
                FormPage.Send.to(address(register) + "/open", frame.csrf()),
                fields,
                Button.main(texts.say("golden.pairs.open"))));
    }

    static FormPage run(PageFrame frame, Register register) {
        var texts = frame.texts();
        return FormPage.of(
                        texts,
                        "",
                        FormPage.Send.to(address(register) + "/run", frame.csrf()),
                        List.of(),
                        Button.plain(texts.say("golden.pairs.run")))
                .lead(texts.say("golden.pairs.run.lead"));
    }

    /** The two records side by side. Whoever decides sees what is held against each other. */
    static DataTable sides(Texts texts, Register register, GoldenRecord record, Seen seen) {
        return table(
                texts,
                texts.say(
                        "golden.pair.caption",
                        number(texts, seen.pair()),
                        likely(seen.pair().probability())),
                Stream.of("attribute", "this", "that", "agreement", "weight"),
                seen.pair().pieces().stream()
                        .map(piece -> Row.of(
                                new Cell.Words(Words.attribute(texts, register, piece.attribute())),
                                new Cell.Words(value(texts, register, record, piece.attribute())),
                                new Cell.Words(
                                        seen.other().getOrDefault(piece.attribute(), texts.say("golden.nothing"))),
                                new Cell.Lit(new Lamp(light(piece.level()), level(texts, piece.level()))),
                                new Cell.Figure(String.format(Locale.ROOT, "%+.1f", piece.weight()))))
                        .toList());
    }

    private static String value(Texts texts, Register register, GoldenRecord record, String attribute) {
        if (attribute.equals(register.identifier().name())) {
            return record.identifier();
        }
        var decided = record.fields().get(attribute);
        return decided == null
                ? texts.say("golden.nothing")
                : decided.chosen().fact().value();
    }

    private static Light light(Level level) {
        return switch (level) {
            case EQUAL, VARIANT -> Light.FINE;
            case SIMILAR -> Light.SOON;
            case DIFFERENT -> Light.LATE;
            case MISSING -> Light.PAUSED;
        };
    }

    static Stream<Act> acts(PageFrame frame, Look look, Seen seen, RecordForms.Sent sent) {
        var texts = frame.texts();
        return Stream.of(Verdict.values()).map(verdict -> {
            var word = verdict.name().toLowerCase(Locale.ROOT);
            var id = word + "-" + seen.pair().id();
            var why = TextField.of(
                    Question.of(texts, "why." + id, texts.say("golden.ask.merge-why"))
                            .wrong(sent.fault("why." + id)),
                    sent.value("why." + id));
            return new Act(
                    id,
                    texts.say("golden.pair." + word + ".title", number(texts, seen.pair())),
                    FormPage.of(
                            texts,
                            "",
                            FormPage.Send.to(
                                    Words.LOOK + look.id() + "/pairs/"
                                            + seen.pair().id() + "/" + word,
                                    frame.csrf()),
                            List.of(why),
                            Button.plain(texts.say("golden.pair." + word))));
        });
    }
}
