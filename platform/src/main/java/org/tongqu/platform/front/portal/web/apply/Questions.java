package org.tongqu.platform.front.portal.web.apply;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tongqu.design.Texts;
import org.tongqu.design.form.Checkboxes;
import org.tongqu.design.form.Choice;
import org.tongqu.design.form.DateField;
import org.tongqu.design.form.Field;
import org.tongqu.design.form.NumberField;
import org.tongqu.design.form.Question;
import org.tongqu.design.form.Radios;
import org.tongqu.design.form.Select;
import org.tongqu.design.form.TextArea;
import org.tongqu.design.form.TextField;
import org.tongqu.design.form.TextField.Kind;
import org.tongqu.engines.forms.FormSentences;
import org.tongqu.engines.forms.Provenance;
import org.tongqu.engines.schema.FieldProblem;
import org.tongqu.kernel.data.Datum;
import org.tongqu.platform.front.answers.Registers;
import org.tongqu.platform.front.answers.Typed;
import org.tongqu.platform.operate.web.Said;

/**
 * Turns what a pack asks into inputs: with what is already answered, where that came from, and what is wrong with it.
 *
 * @param problems by the full path of the answer
 */
record Questions(
        Texts texts, Datum.Fields answers, Provenance provenance, List<FieldProblem> problems, List<Choice> divisions) {

    /** How long a line may be; what counts is the schema, this only keeps a browser from sending a book. */
    private static final int LINE = 200;

    /** @param place the path before the field's name: empty, or that of a row with its dot, {@code partners.0.} */
    Stream<Field> ask(org.tongqu.engines.forms.Field field, String place) {
        var path = place + field.name();
        var value = answers.at(path);
        var question = question(field, path);
        return switch (field.control()) {
            case TEXT -> Stream.of(line(question, value, Kind.PLAIN));
            case CITIZEN_NUMBER ->
                Stream.of(line(question, value, Kind.CITIZEN_NUMBER).upTo(18));
            case CREDIT_CODE ->
                Stream.of(line(question, value, Kind.CREDIT_CODE).upTo(18));
            case PHONE -> Stream.of(line(question, value, Kind.PHONE).upTo(30));
            case EMAIL -> Stream.of(line(question, value, Kind.EMAIL));
            case TEXTAREA -> Stream.of(TextArea.of(question, Typed.of(value)));
            case NUMBER, MONEY -> Stream.of(NumberField.of(question, Typed.of(value), Said.in(texts, field.unit())));
            case DATE -> Stream.of(DateField.of(question, Typed.of(value)));
            case RADIOS -> Stream.of(new Radios(question, choices(field), Typed.of(value)));
            case SELECT ->
                Stream.of(new Select(question, choices(field), Typed.of(value), texts.say("portal.draft.choose")));
            case CHECKBOXES -> Stream.of(new Checkboxes(question, choices(field), chosen(value)));
            case YES_NO -> Stream.of(new Radios(question, yesOrNo(), Typed.of(value)));
            case ADDRESS -> address(field, path, question);
        };
    }

    private Question question(org.tongqu.engines.forms.Field field, String path) {
        var asked = Question.of(texts, path, Said.in(texts, field.label()))
                .hint(Said.in(texts, field.hint()))
                .wrong(wrong(path));
        var known = provenance.of(path, answers);
        if (known.isPresent()) {
            var source = known.get();
            asked = asked.knownFrom(Registers.name(texts, source), texts.day(source.asOf()));
        }
        return field.isRequired() ? asked : asked.optional();
    }

    /** What is wrong at the path, or within it where no question of its own shows that. */
    private String wrong(String path) {
        return problems.stream()
                .filter(problem -> problem.path().equals(path))
                .map(problem -> FormSentences.say(problem, Said.language(texts)))
                .collect(Collectors.joining(" "));
    }

    private Stream<Field> address(org.tongqu.engines.forms.Field field, String path, Question whole) {
        var division = Question.of(texts, path + ".division", texts.say("portal.draft.division"))
                .wrong(firstOf(wrong(path + ".division"), whole.notes().wrong()));
        var detail = Question.of(texts, path + ".detail", texts.say("portal.draft.detail"))
                .hint(Said.in(texts, field.hint()))
                .wrong(wrong(path + ".detail"));
        return Stream.of(
                new Select(
                        field.isRequired() ? division : division.optional(),
                        divisions,
                        Typed.of(answers.at(path + ".division")),
                        texts.say("portal.draft.choose")),
                line(field.isRequired() ? detail : detail.optional(), answers.at(path + ".detail"), Kind.ADDRESS));
    }

    private static String firstOf(String one, String other) {
        return one.isEmpty() ? other : one;
    }

    private static TextField line(Question question, Datum value, Kind kind) {
        return TextField.of(question, Typed.of(value)).kind(kind).upTo(LINE);
    }

    private List<Choice> choices(org.tongqu.engines.forms.Field field) {
        return field.choices().stream()
                .map(choice ->
                        new Choice(choice.value(), Said.in(texts, choice.label()), Said.in(texts, choice.hint())))
                .toList();
    }

    private List<Choice> yesOrNo() {
        return List.of(
                Choice.of("true", texts.say("portal.draft.yes")), Choice.of("false", texts.say("portal.draft.no")));
    }

    private static Set<String> chosen(Datum value) {
        return value instanceof Datum.Items(var items)
                ? items.stream().map(Typed::of).collect(Collectors.toSet())
                : Optional.of(Typed.of(value)).filter(text -> !text.isEmpty()).stream()
                        .collect(Collectors.toSet());
    }
}
