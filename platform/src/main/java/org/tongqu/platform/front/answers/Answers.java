package org.tongqu.platform.front.answers;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tongqu.design.Texts;
import org.tongqu.design.form.CheckAnswers;
import org.tongqu.design.form.CheckAnswers.Answer;
import org.tongqu.design.form.CheckAnswers.Group;
import org.tongqu.engines.forms.Field;
import org.tongqu.engines.forms.FormPage;
import org.tongqu.engines.forms.Provenance;
import org.tongqu.kernel.data.Datum;
import org.tongqu.platform.operate.web.Said;

/**
 * What was answered, in words, in the order it was asked.
 *
 * @param divisions names the place of a division code
 * @param files     the names of the files handed in for a material
 * @param change    where an answer is given again
 */
public record Answers(
        Texts texts,
        Datum.Fields given,
        Provenance provenance,
        Function<String, String> divisions,
        Function<String, List<String>> files,
        Change change) {

    /** Where an answer is given again: the address of its page, or nothing when it cannot be changed any more. */
    @FunctionalInterface
    public interface Change {

        /** For what can only be read. */
        Change NONE = (page, name) -> "";

        /** @param name of the field, the group or the material */
        String at(FormPage page, String name);
    }

    /** @param pages those that were asked */
    public CheckAnswers of(List<FormPage> pages) {
        return new CheckAnswers(texts, pages.stream().map(this::group).toList());
    }

    private Group group(FormPage page) {
        var lines = new ArrayList<Answer>();
        if (page.group().isPresent()) {
            rows(page, lines);
        } else {
            page.fields().stream()
                    .filter(field -> isAsked(field, given))
                    .map(field -> answer(field, given, "", change.at(page, field.name())))
                    .forEach(lines::add);
        }
        page.materials().forEach(material -> {
            var names = files.apply(material.id());
            var waived = names.isEmpty() && provenance.waived().contains(material.id());
            if (material.when().isEmpty() || !names.isEmpty() || waived) {
                lines.add(new Answer(
                        Said.in(texts, material.title()),
                        waived ? texts.say("answers.waived") : String.join("\n", names),
                        waived ? Said.in(texts, material.waiver()) : "",
                        change.at(page, material.id())));
            }
        });
        return new Group(Said.in(texts, page.title()), lines);
    }

    private void rows(FormPage page, List<Answer> lines) {
        var group = page.group().orElseThrow();
        int number = 0;
        for (var row : given.items(group.name())) {
            var name = texts.say("answers.group", Said.in(texts, group.row()), ++number);
            var all = page.fields().stream()
                    .filter(field -> isAsked(field, row))
                    .map(field -> Said.in(texts, field.label())
                            + texts.say("answers.colon")
                            + words(field, row.at(field.name())))
                    .collect(Collectors.joining("\n"));
            lines.add(new Answer(name, all, "", change.at(page, group.name())));
        }
        if (number == 0) {
            lines.add(new Answer(Said.in(texts, group.row()), "", "", change.at(page, group.name())));
        }
    }

    private static boolean isAsked(Field field, Datum facts) {
        return field.when().isEmpty() || !facts.at(field.name()).isNothing();
    }

    private Answer answer(Field field, Datum facts, String place, String where) {
        return new Answer(
                Said.in(texts, field.label()),
                words(field, facts.at(field.name())),
                note(field, place + field.name()),
                where);
    }

    /** Where the answer comes from, or what a register says of which the applicant says otherwise. */
    private String note(Field field, String path) {
        return provenance
                .of(path, given)
                .map(known -> texts.say("answers.note", Registers.name(texts, known), texts.day(known.asOf())))
                .or(() -> provenance
                        .objectedTo(path, given)
                        .map(known -> texts.say(
                                "answers.objected",
                                Registers.name(texts, known),
                                words(field, known.value()),
                                texts.day(known.asOf()))))
                .orElse("");
    }

    /** One answer as people say it: the label of what was chosen, the number with its unit, the place by its name. */
    public String words(Field field, Datum value) {
        return switch (field.control()) {
            case RADIOS, SELECT -> choice(field, Typed.of(value));
            case CHECKBOXES ->
                items(value)
                        .map(item -> choice(field, Typed.of(item)))
                        .collect(Collectors.joining(texts.say("answers.and")));
            case YES_NO -> truth(value);
            case NUMBER, MONEY -> withUnit(field, Typed.of(value));
            case ADDRESS ->
                (divisions.apply(value.text("division").orElse(""))
                                + value.text("detail").orElse(""))
                        .strip();
            default -> Typed.of(value);
        };
    }

    private static Stream<Datum> items(Datum value) {
        return value instanceof Datum.Items(var items) ? items.stream() : Stream.empty();
    }

    private String choice(Field field, String value) {
        return field.choices().stream()
                .filter(choice -> choice.value().equals(value))
                .findFirst()
                .map(choice -> Said.in(texts, choice.label()))
                .orElse(value);
    }

    private String truth(Datum value) {
        return value instanceof Datum.Truth(var yes) ? texts.say(yes ? "answers.yes" : "answers.no") : "";
    }

    private String withUnit(Field field, String number) {
        var unit = Said.in(texts, field.unit());
        return number.isEmpty() || unit.isEmpty() ? number : number + " " + unit;
    }
}
