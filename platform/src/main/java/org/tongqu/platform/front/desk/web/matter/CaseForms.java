package org.tongqu.platform.front.desk.web.matter;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tongqu.design.PageFrame;
import org.tongqu.design.Texts;
import org.tongqu.design.form.Button;
import org.tongqu.design.form.Checkboxes;
import org.tongqu.design.form.Choice;
import org.tongqu.design.form.DateField;
import org.tongqu.design.form.Field;
import org.tongqu.design.form.Fieldset;
import org.tongqu.design.form.FormPage;
import org.tongqu.design.form.FormPage.Send;
import org.tongqu.design.form.NumberField;
import org.tongqu.design.form.Question;
import org.tongqu.design.form.Radios;
import org.tongqu.design.form.Select;
import org.tongqu.design.form.TextArea;
import org.tongqu.design.view.KeyFacts;
import org.tongqu.design.view.KeyFacts.Fact;
import org.tongqu.engines.packs.Pack;
import org.tongqu.platform.front.desk.web.matter.Attempt.Opinion;
import org.tongqu.platform.matter.casework.CaseStory;
import org.tongqu.platform.matter.casework.CaseStory.Act;
import org.tongqu.platform.matter.casework.CaseStory.OpenTask;
import org.tongqu.platform.operate.web.Said;
import org.tongqu.platform.trust.directory.Staff;

/** What an officer may press or fill in on a case. A task that may not be touched brings no form. */
record CaseForms(PageFrame frame, CaseStory story, Pack pack, Opinion kept) {

    List<CasePane.Quick> quick() {
        var quick = new ArrayList<CasePane.Quick>();
        for (var task : story.tasks()) {
            if (task.can(Act.CLAIM)) {
                var button = Button.plain(texts().say("desk.case.claim")).onKey("a");
                quick.add(new CasePane.Quick(send(task, "claim"), button));
            }
            if (task.can(Act.RELEASE)) {
                quick.add(new CasePane.Quick(send(task, "release"), Button.quiet(texts().say("desk.case.release"))));
            }
        }
        return quick;
    }

    Optional<FormPage> decision() {
        return task(Act.COMPLETE)
                .map(task -> new FormPage(
                        texts(),
                        "",
                        texts().say("desk.case.decide.heading.lead"),
                        send(task, "complete"),
                        parts(task),
                        List.of(Button.main(texts().say("desk.case.send")).onKey("d"))));
    }

    Optional<FormPage> transfer(Function<OpenTask, List<Staff>> candidates) {
        return task(Act.TRANSFER).map(task -> {
            var colleagues = candidates.apply(task).stream()
                    .map(staff -> Choice.of(staff.id(), staff.name()))
                    .toList();
            List<Field> fields = List.of(
                    new Select(
                            Question.of(texts(), "to", texts().say("desk.case.transfer.to")),
                            colleagues,
                            "",
                            texts().say("desk.case.transfer.choose")),
                    new TextArea(Question.of(texts(), "why", texts().say("desk.case.transfer.why")), "", 2, 500));
            return FormPage.of(
                    texts(), "", send(task, "transfer"), fields, Button.plain(texts().say("desk.case.transfer.send")));
        });
    }

    /** What else the officer may do now, and nothing they may not. */
    List<CasePane.More> more() {
        var cases = "/desk/cases/" + story.view().head().caseId() + "/acts/";
        return story.operations().stream()
                .map(operation -> new CasePane.More(
                        texts().say("desk.act." + operation.kind().word()),
                        Said.in(texts(), operation.about()),
                        cases + operation.kind().word() + "/" + operation.subject()))
                .toList();
    }

    /** The law the decision stands on, beside the form. */
    KeyFacts law() {
        return new KeyFacts(pack.item().basis().stream()
                .map(basis -> Fact.of(Said.in(texts(), basis.law()), Said.in(texts(), basis.says()))
                        .noting(Said.in(texts(), basis.article())))
                .toList());
    }

    private List<Fieldset> parts(OpenTask task) {
        var parts = new ArrayList<Fieldset>();
        parts.add(new Fieldset("", "", opinion(task)));
        if (task.outcomes().stream().anyMatch(outcome -> outcome.next() == CaseStory.Next.TO_APPLICANT)) {
            List<Field> corrections = List.of(
                    corrections("fields", asked(), kept.fields()),
                    corrections("materials", materials(), kept.materials()));
            var chosen = !kept.fields().isEmpty() || !kept.materials().isEmpty();
            parts.add(new Fieldset(
                    texts().say("desk.case.correct"),
                    texts().say("desk.case.correct.hint"),
                    corrections,
                    chosen ? Fieldset.Fold.OPEN : Fieldset.Fold.CLOSED));
        }
        return parts;
    }

    private List<Field> opinion(OpenTask task) {
        var choices = task.outcomes().stream()
                .map(outcome -> Choice.of(outcome.code(), Said.in(texts(), outcome.label())))
                .toList();
        var reason = Question.of(texts(), "reason", texts().say("desk.case.reason"))
                .hint(texts().say("desk.case.reason.hint"))
                .optional();
        var fields = new ArrayList<Field>();
        fields.add(
                new Radios(Question.of(texts(), "outcome", texts().say("desk.case.outcome")), choices, kept.outcome()));
        if (task.outcomes().stream().anyMatch(CaseStory.OutcomeChoice::namesDay)) {
            fields.add(day(task));
        }
        task.outcomes().stream()
                .flatMap(choice -> choice.fee().stream())
                .findFirst()
                .ifPresent(laidDown -> fields.add(fee(laidDown)));
        fields.add(new TextArea(reason, kept.reason(), 4, 2000));
        return fields;
    }

    /** The one on which everybody comes to the place; what was named before stands there already. */
    private DateField day(OpenTask task) {
        var named = story.path().appointedOn().map(LocalDate::toString).orElse("");
        var question =
                Question.of(texts(), "day", texts().say("desk.case.day")).hint(texts().say("desk.case.day.hint"));
        return DateField.of(
                task.outcomes().stream().allMatch(CaseStory.OutcomeChoice::namesDay) ? question : question.optional(),
                kept.day().isEmpty() ? named : kept.day());
    }

    /** What is laid down stands there already; another amount is possible and found by supervision. */
    private NumberField fee(BigDecimal laidDown) {
        var question = Question.of(texts(), "fee", texts().say("desk.case.fee"))
                .hint(texts().say("desk.case.fee.hint", laidDown.toPlainString()));
        return NumberField.of(
                question,
                kept.fee().isEmpty() ? laidDown.toPlainString() : kept.fee(),
                texts().say("desk.case.fee.unit"));
    }

    private Checkboxes corrections(String name, List<Choice> choices, List<String> chosen) {
        var question = Question.of(texts(), name, texts().say("desk.case.correct." + name))
                .optional();
        return new Checkboxes(question, choices, Set.copyOf(chosen));
    }

    /** What can be named in a correction notice: each answer, a group as a whole. */
    private List<Choice> asked() {
        var pages = story.pages();
        var uses = pages.stream()
                .flatMap(page -> page.fields().stream())
                .collect(Collectors.groupingBy(org.tongqu.engines.forms.Field::label, Collectors.counting()));
        return pages.stream()
                .flatMap(page -> page.group()
                        .map(group -> Stream.of(Choice.of(group.name(), Said.in(texts(), page.title()))))
                        .orElseGet(() -> page.fields().stream()
                                .map(field -> Choice.of(field.name(), called(page, field, uses.get(field.label()))))))
                .toList();
    }

    /** A label that several pages use, as with the names of persons, needs its page's title. */
    private String called(
            org.tongqu.engines.forms.FormPage page, org.tongqu.engines.forms.Field field, @Nullable Long uses) {
        var label = Said.in(texts(), field.label());
        return uses != null && uses > 1
                ? texts().say("desk.case.correct.on-page", Said.in(texts(), page.title()), label)
                : label;
    }

    private List<Choice> materials() {
        return pack.form().materials().stream()
                .filter(ask -> story.shows(ask.id()))
                .map(ask -> Choice.of(ask.id(), Said.in(texts(), ask.title())))
                .toList();
    }

    private Optional<OpenTask> task(Act act) {
        return story.tasks().stream().filter(task -> task.can(act)).findFirst();
    }

    private Send send(OpenTask task, String verb) {
        var caseId = story.view().head().caseId();
        return Send.to("/desk/cases/" + caseId + "/tasks/" + task.taskId() + "/" + verb, frame.csrf());
    }

    private Texts texts() {
        return frame.texts();
    }
}
