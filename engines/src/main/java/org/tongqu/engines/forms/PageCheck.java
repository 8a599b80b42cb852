package org.tongqu.engines.forms;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tongqu.engines.schema.FieldProblem;
import org.tongqu.engines.schema.Schema;
import org.tongqu.kernel.data.Datum;

/**
 * Checks pages of one set of answers. The schema sees only what is asked, so that an answer to a question that is no
 * longer asked can neither be wrong nor make something else required.
 */
final class PageCheck {

    private final Form form;
    private final Datum.Fields answers;
    private final List<FormPage> visible;
    private final List<FieldProblem> bySchema;

    PageCheck(Form form, Schema schema, Datum.Fields answers) {
        this.form = form;
        this.answers = answers;
        this.visible = Forms.visiblePages(form, answers);
        this.bySchema = schema.check(Forms.asked(form, answers));
    }

    /** At most one problem for each place: the most telling one, in the order of the fields. */
    List<FieldProblem> page(FormPage page) {
        if (!visible.contains(page)) {
            return List.of();
        }
        List<FieldProblem> found = new ArrayList<>();
        if (page.group().isPresent()) {
            rows(page, found);
        } else {
            fields(page, answers, "", found);
        }
        bySchema.stream().filter(problem -> page.asks(problem.path())).forEach(found::add);
        if (found.isEmpty()) {
            rules(page, found);
        }
        return inOrder(page, found);
    }

    private void rows(FormPage page, List<FieldProblem> found) {
        var group = page.group().orElseThrow();
        var rows = Forms.rows(page, answers);
        if (rows.size() < group.atLeast()) {
            found.add(FieldProblem.of(group.name(), "too-few", group.atLeast()));
        }
        if (rows.size() > group.atMost()) {
            found.add(FieldProblem.of(group.name(), "too-many", group.atMost()));
        }
        for (int i = 0; i < rows.size(); i++) {
            fields(page, rows.get(i), group.name() + "." + i + ".", found);
        }
    }

    private void fields(FormPage page, Datum.Fields values, String prefix, List<FieldProblem> found) {
        for (var field : Forms.visibleFields(page, answers, values)) {
            var value = values.at(field.name());
            var path = prefix + field.name();
            if (value.isNothing()) {
                if (field.isRequired()) {
                    found.add(FieldProblem.of(path, "missing"));
                }
            } else if (field.control().hasChoices()) {
                choices(field, value, path).ifPresent(found::add);
            }
        }
    }

    private static Optional<FieldProblem> choices(Field field, Datum value, String path) {
        var chosen = value instanceof Datum.Items(var items) ? items : List.of(value);
        var offered = new HashSet<Datum>();
        field.choices().forEach(choice -> offered.add(Datum.of(choice.value())));
        return offered.containsAll(chosen) ? Optional.empty() : Optional.of(FieldProblem.of(path, "not-a-choice"));
    }

    /** Rules speak of several answers, so they are heard only when each answer for itself is right. */
    private void rules(FormPage page, List<FieldProblem> found) {
        for (var rule : form.rules()) {
            if (page.asks(rule.field())
                    && isAnswered(rule)
                    && rule.when().stream().allMatch(when -> when.holds(answers))
                    && !rule.require().holds(answers)) {
                found.add(FieldProblem.said(rule.field(), "rule", rule.message()));
            }
        }
    }

    /** A rule waits until all it compares has been answered; what is missing is told on its own page. */
    private boolean isAnswered(FormRule rule) {
        return rule.require().paths().stream()
                .noneMatch(path -> answers.at(path.split("\\.")[0]).isNothing());
    }

    private static List<FieldProblem> inOrder(FormPage page, List<FieldProblem> found) {
        Map<String, FieldProblem> first = new HashMap<>();
        found.forEach(problem -> first.putIfAbsent(problem.path(), problem));
        return first.values().stream()
                .sorted(Comparator.comparingInt((FieldProblem problem) -> row(page, problem.path()))
                        .thenComparingInt(problem -> place(page, problem.path()))
                        .thenComparing(FieldProblem::path))
                .toList();
    }

    private static int row(FormPage page, String path) {
        return page.group()
                .map(group -> path.length() > group.name().length()
                        ? path.substring(group.name().length() + 1).split("\\.")[0]
                        : "")
                .filter(number -> number.matches("[0-9]{1,6}"))
                .map(Integer::parseInt)
                .orElse(-1);
    }

    private static int place(FormPage page, String path) {
        var inRow = page.group()
                .map(group -> path.replaceFirst("^" + group.name() + "\\.[0-9]+\\.", ""))
                .orElse(path);
        for (int i = 0; i < page.fields().size(); i++) {
            var name = page.fields().get(i).name();
            if (inRow.equals(name) || inRow.startsWith(name + ".")) {
                return i;
            }
        }
        return page.fields().size();
    }
}
