package org.tongqu.platform.data.golden.web;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.tongqu.design.PageFrame;
import org.tongqu.design.Texts;
import org.tongqu.design.form.Button;
import org.tongqu.design.form.Choice;
import org.tongqu.design.form.FormPage;
import org.tongqu.design.form.Question;
import org.tongqu.design.form.Select;
import org.tongqu.design.view.Cell;
import org.tongqu.design.view.DataTable;
import org.tongqu.design.view.DataTable.Column;
import org.tongqu.design.view.DataTable.Row;
import org.tongqu.design.view.EmptyState;
import org.tongqu.engines.registers.Register;
import org.tongqu.platform.data.golden.Look;
import org.tongqu.platform.data.golden.Related;
import org.tongqu.platform.data.golden.web.Words.Sight;

/** Draws what a record is related to, and the form by which one goes there for the same purpose. */
final class RelatedParts {

    static final String CHOSEN = "related";

    private RelatedParts() {}

    static DataTable table(Texts texts, List<Related> related, Function<Register, Sight> sight) {
        return new DataTable(
                texts,
                texts.say("golden.section.relations"),
                Stream.of("relation", "other", "identifier")
                        .map(name -> Column.of(texts.say("golden.column." + name)))
                        .toList(),
                related.stream()
                        .map(one -> Row.of(
                                new Cell.Words(relation(texts, one)),
                                new Cell.Opens(
                                        Words.said(texts, one.register().title()),
                                        Words.LIST + "/" + one.register().code()),
                                new Cell.Words(identifier(one, sight))))
                        .toList(),
                EmptyState.of(texts.say("golden.empty.relations"), ""),
                "");
    }

    private static String relation(Texts texts, Related one) {
        var title = Words.said(texts, one.relation().title());
        return one.way() == Related.Way.NAMED ? title : texts.say("golden.related.naming", title);
    }

    private static String identifier(Related one, Function<Register, Sight> sight) {
        return Words.identifier(one.register().identifier(), one.identifier(), sight.apply(one.register()));
    }

    /** None where nothing is related. */
    static Optional<FormPage> form(PageFrame frame, Look look, List<Related> related, Function<Register, Sight> sight) {
        if (related.isEmpty()) {
            return Optional.empty();
        }
        var texts = frame.texts();
        var choices = related.stream()
                .map(one -> Choice.of(
                        one.entity().toString(),
                        texts.say(
                                "golden.related.one",
                                Words.said(texts, one.register().title()),
                                identifier(one, sight),
                                relation(texts, one))))
                .toList();
        var question =
                Question.of(texts, CHOSEN, texts.say("golden.follow.which")).hint(texts.say("golden.follow.hint"));
        return Optional.of(FormPage.of(
                texts,
                "",
                FormPage.Send.to(Words.LOOK + look.id() + "/follow", frame.csrf()),
                List.of(new Select(question, choices, "", texts.say("catalog.choose"))),
                Button.plain(texts.say("golden.follow.open"))));
    }

    /** The record that was chosen. */
    static Optional<UUID> chosen(Map<String, String> sent) {
        try {
            return Optional.of(UUID.fromString(sent.getOrDefault(CHOSEN, "")));
        } catch (IllegalArgumentException none) {
            return Optional.empty();
        }
    }
}
