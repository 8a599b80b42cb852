package org.tongqu.platform.matter.publicity.web;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.tongqu.design.PageFrame;
import org.tongqu.design.form.Button;
import org.tongqu.design.form.Checkboxes;
import org.tongqu.design.form.Choice;
import org.tongqu.design.form.DateField;
import org.tongqu.design.form.Field;
import org.tongqu.design.form.Fieldset;
import org.tongqu.design.form.FormPage;
import org.tongqu.design.form.NumberField;
import org.tongqu.design.form.Question;
import org.tongqu.design.form.Radios;
import org.tongqu.design.form.TextArea;
import org.tongqu.design.form.TextField;
import org.tongqu.platform.matter.publicity.Penalty;
import org.tongqu.platform.matter.publicity.Penalty.Severity;
import org.tongqu.platform.matter.publicity.Penalty.Sort;
import org.tongqu.platform.matter.publicity.Penalty.Subject;

/** The forms of penalty decisions. */
record PenaltyForms(PageFrame frame) {

    private static final int SHORT = 100;
    private static final int LONG = 2000;
    private static final String AMOUNT = "[0-9]{1,9}(\\.[0-9]{1,6})?";

    static String code(Subject.Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** What was typed, and what is wrong with it by field. */
    record Typed(MultiValueMap<String, String> sent, Map<String, String> wrong) {

        static Typed nothing() {
            var sent = new LinkedMultiValueMap<String, String>();
            sent.add("kind", code(Subject.Kind.ORGANISATION));
            sent.add("severity", Severity.GENERAL.code());
            return new Typed(sent, Map.of());
        }

        static Typed of(Penalty.Decided decided) {
            var sent = new LinkedMultiValueMap<String, String>();
            var subject = decided.subject();
            var ruling = decided.ruling();
            sent.add("number", decided.number());
            sent.add("on", decided.on().toString());
            sent.add("kind", code(subject.kind()));
            sent.add("name", subject.name());
            sent.add("code", subject.code());
            sent.add("representative", subject.representative());
            sent.add("violation", decided.deed().violation());
            sent.add("facts", decided.deed().facts());
            sent.add("basis", decided.deed().basis());
            ruling.sorts().forEach(sort -> sent.add("sorts", sort.code()));
            sent.add("content", ruling.content());
            ruling.fine().ifPresent(amount -> sent.add("fine", amount.toPlainString()));
            ruling.confiscated().ifPresent(amount -> sent.add("confiscated", amount.toPlainString()));
            sent.add("severity", ruling.severity().code());
            return new Typed(sent, Map.of());
        }

        String at(String name) {
            return Optional.ofNullable(sent.getFirst(name)).orElse("").strip();
        }

        Set<String> all(String name) {
            return Set.copyOf(Optional.ofNullable(sent.get(name)).orElse(List.of()));
        }

        Typed with(Map<String, String> more) {
            var all = new LinkedHashMap<>(wrong);
            all.putAll(more);
            return new Typed(sent, all);
        }

        /** What of it is not even a day, a number or a choice. */
        Map<String, String> unreadable() {
            var unreadable = new LinkedHashMap<String, String>();
            if (day().isEmpty()) {
                unreadable.put("on", at("on").isEmpty() ? "missing" : "day");
            }
            Stream.of("fine", "confiscated")
                    .filter(name -> !at(name).isEmpty() && !at(name).matches(AMOUNT))
                    .forEach(name -> unreadable.put(name, "amount"));
            if (kind().isEmpty()) {
                unreadable.put("kind", "missing");
            }
            if (severity().isEmpty()) {
                unreadable.put("severity", "missing");
            }
            return unreadable;
        }

        private Optional<LocalDate> day() {
            try {
                return Optional.of(LocalDate.parse(at("on")));
            } catch (DateTimeParseException notADay) {
                return Optional.empty();
            }
        }

        private Optional<Subject.Kind> kind() {
            return among(Subject.Kind.values(), PenaltyForms::code, at("kind"));
        }

        private Optional<Severity> severity() {
            return among(Severity.values(), Severity::code, at("severity"));
        }

        private static <E> Optional<E> among(E[] values, Function<E, String> code, String said) {
            return Stream.of(values)
                    .filter(value -> code.apply(value).equals(said))
                    .findFirst();
        }

        private Optional<BigDecimal> amount(String name) {
            return Optional.of(at(name)).filter(text -> text.matches(AMOUNT)).map(BigDecimal::new);
        }

        /** The decision; only asked where nothing is {@link #unreadable}. */
        Penalty.Decided decided() {
            return new Penalty.Decided(
                    at("number"),
                    day().orElseThrow(),
                    new Subject(kind().orElseThrow(), at("name"), at("code"), at("representative")),
                    new Penalty.Deed(at("violation"), at("facts"), at("basis")),
                    new Penalty.Ruling(
                            Stream.of(Sort.values())
                                    .filter(sort -> all("sorts").contains(sort.code()))
                                    .collect(Collectors.toSet()),
                            at("content"),
                            amount("fine"),
                            amount("confiscated"),
                            severity().orElseThrow()));
        }
    }

    private String say(String key) {
        return frame.texts().say("publicity." + key);
    }

    private Question question(String name, Typed typed) {
        var question = Question.of(frame.texts(), name, say("ask." + name));
        var hinted = frame.texts().knows("publicity.ask." + name + ".hint")
                ? question.hint(say("ask." + name + ".hint"))
                : question;
        return Optional.ofNullable(typed.wrong().get(name))
                .map(fault -> hinted.wrong(say("wrong." + fault)))
                .orElse(hinted);
    }

    private TextField line(String name, Typed typed) {
        return TextField.of(question(name, typed), typed.at(name)).upTo(SHORT);
    }

    private TextArea lines(String name, Typed typed) {
        return new TextArea(question(name, typed), typed.at(name), 3, LONG);
    }

    /** The questions about a decision. */
    private List<Fieldset> questions(Typed typed) {
        return List.of(
                new Fieldset(
                        say("part.decision"),
                        "",
                        List.of(line("number", typed), DateField.of(question("on", typed), typed.at("on")))),
                new Fieldset(say("part.subject"), "", subject(typed)),
                new Fieldset(
                        say("part.deed"),
                        "",
                        List.of(line("violation", typed), lines("facts", typed), lines("basis", typed))),
                new Fieldset(say("part.ruling"), "", ruling(typed)));
    }

    private List<Field> subject(Typed typed) {
        return List.of(
                new Radios(
                        question("kind", typed),
                        Stream.of(Subject.Kind.values())
                                .map(kind -> Choice.of(code(kind), say("kind." + code(kind))))
                                .toList(),
                        typed.at("kind")),
                line("name", typed),
                line("code", typed),
                TextField.of(question("representative", typed).optional(), typed.at("representative"))
                        .upTo(SHORT));
    }

    private List<Field> ruling(Typed typed) {
        return List.of(
                new Checkboxes(
                        question("sorts", typed),
                        Stream.of(Sort.values())
                                .map(sort -> Choice.of(sort.code(), say("sort." + sort.code())))
                                .toList(),
                        typed.all("sorts")),
                lines("content", typed),
                NumberField.of(question("fine", typed).optional(), typed.at("fine"), say("unit")),
                NumberField.of(question("confiscated", typed).optional(), typed.at("confiscated"), say("unit")),
                new Radios(
                        question("severity", typed),
                        Stream.of(Severity.values())
                                .map(severity -> new Choice(
                                        severity.code(),
                                        say("severity." + severity.code()),
                                        say("severity." + severity.code() + ".hint")))
                                .toList(),
                        typed.at("severity")));
    }

    FormPage register(Typed typed) {
        return new FormPage(
                frame.texts(),
                "",
                say("register.lead"),
                FormPage.Send.to(DeskController.NEW, frame.csrf()),
                questions(typed),
                List.of(Button.main(say("register"))));
    }

    FormPage correct(String id, Typed typed) {
        var why = new Fieldset(say("part.why"), "", List.of(lines("why", typed)));
        return new FormPage(
                frame.texts(),
                "",
                say("correct.lead"),
                FormPage.Send.to(DeskController.file(id) + "/correct", frame.csrf()),
                Stream.concat(questions(typed).stream(), Stream.of(why)).toList(),
                List.of(Button.main(say("correct"))));
    }

    FormPage publish(String id) {
        return new FormPage(
                frame.texts(),
                "",
                say("publish.lead"),
                FormPage.Send.to(DeskController.file(id) + "/publish", frame.csrf()),
                List.of(),
                List.of(Button.main(say("publish"))));
    }

    FormPage withdraw(String id, Typed typed) {
        return new FormPage(
                frame.texts(),
                "",
                say("withdraw.lead"),
                FormPage.Send.to(DeskController.file(id) + "/withdraw", frame.csrf()),
                List.of(new Fieldset(
                        "",
                        "",
                        List.of(
                                new Radios(
                                        question("how", typed),
                                        Stream.of(Penalty.How.values())
                                                .map(how -> new Choice(
                                                        how.code(),
                                                        say("how." + how.code()),
                                                        say("how." + how.code() + ".hint")))
                                                .toList(),
                                        typed.at("how").isEmpty() ? Penalty.How.ANNULLED.code() : typed.at("how")),
                                lines("why", typed)))),
                List.of(Button.grave(say("withdraw"))));
    }
}
