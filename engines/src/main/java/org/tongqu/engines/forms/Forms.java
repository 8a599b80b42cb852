package org.tongqu.engines.forms;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.tongqu.engines.forms.Prefill.PrefillSubject;
import org.tongqu.engines.schema.FieldProblem;
import org.tongqu.engines.schema.Schema;
import org.tongqu.kernel.data.Datum;

/**
 * What a form does with answers, as pure functions.
 *
 * <pre>
 * posted fields ──► fromPost ──► answers ──► check(page) ──► problems, or visiblePages for the next page
 *                                   │
 *                                   └─────► check(whole) = the checks of every visible page, and no more
 * </pre>
 *
 * <p>Answers to questions that are no longer asked stay in a draft, so that changing one's mind loses nothing; they do
 * not count and {@link #asked} leaves them out when the application is handed in.
 */
public final class Forms {

    private Forms() {}

    /** The pages that are asked, given these answers. */
    public static List<FormPage> visiblePages(Form form, Datum.Fields answers) {
        return form.pages().stream()
                .filter(page -> page.hasBegun(answers))
                .filter(page -> page.when().stream().allMatch(when -> when.holds(answers)))
                .toList();
    }

    /** The fields of a page that are asked, given these answers; on a group's page of this row. */
    public static List<Field> visibleFields(FormPage page, Datum.Fields answers, Datum.Fields row) {
        var facts = page.group().isPresent() ? Rows.over(answers, row) : answers;
        return page.fields().stream()
                .filter(field -> field.when().stream().allMatch(when -> when.holds(facts)))
                .toList();
    }

    /** The materials that are asked for, given these answers. */
    public static List<MaterialAsk> askedMaterials(Form form, Datum.Fields answers) {
        return visiblePages(form, answers).stream()
                .flatMap(page -> page.materials().stream())
                .filter(ask -> ask.when().stream().allMatch(when -> when.holds(answers)))
                .toList();
    }

    /** Only the answers that are asked for: what is handed in, stored with the case and shown to officers. */
    public static Datum.Fields asked(Form form, Datum.Fields answers) {
        Datum kept = Datum.empty();
        for (var part : form.parts()) {
            if (answers.truth(FormPage.begun(part)).orElse(false)) {
                kept = kept.with(FormPage.begun(part), new Datum.Truth(true));
            }
        }
        for (var page : visiblePages(form, answers)) {
            if (page.group().isPresent()) {
                var rows = Rows.of(page, answers);
                if (!rows.isEmpty()) {
                    List<Datum> trimmed = rows.stream()
                            .<Datum>map(row -> keep(visibleFields(page, answers, row), row))
                            .toList();
                    kept = kept.with(page.group().get().name(), Datum.of(trimmed));
                }
            } else {
                for (var field : visibleFields(page, answers, answers)) {
                    kept = answers.at(field.name()).isNothing()
                            ? kept
                            : kept.with(field.name(), answers.at(field.name()));
                }
            }
        }
        return (Datum.Fields) kept;
    }

    private static Datum keep(List<Field> fields, Datum.Fields row) {
        Datum kept = Datum.empty();
        for (var field : fields) {
            kept = row.at(field.name()).isNothing() ? kept : kept.with(field.name(), row.at(field.name()));
        }
        return kept;
    }

    /** The same answers when this part of the form has begun. */
    public static Datum.Fields begin(String part, Datum.Fields answers) {
        return (Datum.Fields) answers.with(FormPage.begun(part), new Datum.Truth(true));
    }

    /** What is wrong with the answers of one page; empty for a page that is not asked. */
    public static List<FieldProblem> check(Form form, Schema schema, Datum.Fields answers, String pageId) {
        return new PageCheck(form, schema, answers).page(form.page(pageId));
    }

    /** What is wrong with the whole, in the order of the pages. Materials are checked by {@link #checkMaterials}. */
    public static List<FieldProblem> check(Form form, Schema schema, Datum.Fields answers) {
        var check = new PageCheck(form, schema, answers);
        List<FieldProblem> problems = new ArrayList<>();
        visiblePages(form, answers).forEach(page -> problems.addAll(check.page(page)));
        return problems;
    }

    /**
     * Which asked and required materials are missing.
     *
     * @param attached ids of the materials that have at least one file
     * @param waived   ids that need not be handed in because a register knows the fact
     */
    public static List<FieldProblem> checkMaterials(
            Form form, Datum.Fields answers, Set<String> attached, Set<String> waived) {
        return askedMaterials(form, answers).stream()
                .filter(MaterialAsk::isRequired)
                .filter(ask -> !attached.contains(ask.id()) && !waived.contains(ask.id()))
                .map(ask -> FieldProblem.of(
                        "materials." + ask.id(), "material-missing", ask.title().zh()))
                .toList();
    }

    /**
     * Takes over what a browser posted for a page without a group. Only fields that are asked on this page are read; a
     * field that was left out is emptied, as browsers leave out unticked boxes.
     */
    public static Posted fromPost(FormPage page, Datum.Fields answers, Map<String, String[]> post) {
        return new PostReader(post).read(page, answers, answers);
    }

    /** Takes over what a browser posted for one row of a group; the result is the row, see {@link #withRow}. */
    public static Posted rowFromPost(
            FormPage page, Datum.Fields answers, Datum.Fields row, Map<String, String[]> post) {
        return new PostReader(post).read(page, answers, row);
    }

    /** The rows of a group's page, each as fields. */
    public static List<Datum.Fields> rows(FormPage page, Datum.Fields answers) {
        return Rows.of(page, answers);
    }

    /** Replaces the row of this number, or adds it when the number is that of the next row. */
    public static Datum.Fields withRow(FormPage page, Datum.Fields answers, int number, Datum.Fields row) {
        return Rows.with(page, answers, number, row);
    }

    public static Datum.Fields withoutRow(FormPage page, Datum.Fields answers, int number) {
        return Rows.without(page, answers, number);
    }

    /** What is wrong with one row, as if it stood at this number; for the page that edits it. */
    public static List<FieldProblem> checkRow(
            Form form, Schema schema, Datum.Fields answers, FormPage page, int number) {
        var prefix = page.group().orElseThrow().name() + "." + number + ".";
        return check(form, schema, answers, page.id()).stream()
                .filter(problem -> problem.path().startsWith(prefix))
                .toList();
    }

    /** Answers with the empty ones filled from the registers, and where each came from. */
    public record Filled(Datum.Fields answers, Provenance provenance) {}

    /** Fills the empty questions of a page that some register can answer. What is answered is never overwritten. */
    public static Filled prefill(FormPage page, Filled before, Prefill prefill, PrefillSubject subject) {
        return new Prefilling(prefill, subject).fill(page, before, Prefilling.Blanks.FILLED);
    }

    /** Of a page that was answered: what a register says of another firm goes when another is named. */
    public static Filled follow(FormPage page, Filled before, Prefill prefill, PrefillSubject subject) {
        return new Prefilling(prefill, subject).fill(page, before, Prefilling.Blanks.LEFT);
    }

    /** The asked materials that need not be handed in, because registers know what they would prove (免提交). */
    public static Set<String> waived(Form form, Datum.Fields answers, Prefill prefill, PrefillSubject subject) {
        var waivers = new Waivers(answers, prefill, subject);
        return askedMaterials(form, answers).stream()
                .filter(waivers::waive)
                .map(MaterialAsk::id)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** Finds rows, reads and writes them. */
    static final class Rows {

        private Rows() {}

        static List<Datum.Fields> of(FormPage page, Datum.Fields answers) {
            return answers.items(page.group().orElseThrow().name()).stream()
                    .map(row -> row instanceof Datum.Fields fields ? fields : new Datum.Fields(Map.of()))
                    .toList();
        }

        static Datum.Fields with(FormPage page, Datum.Fields answers, int number, Datum.Fields row) {
            List<Datum> rows = new ArrayList<>(of(page, answers));
            if (number == rows.size()) {
                rows.add(row);
            } else {
                rows.set(number, row);
            }
            return replaced(page, answers, rows);
        }

        static Datum.Fields without(FormPage page, Datum.Fields answers, int number) {
            List<Datum> rows = new ArrayList<>(of(page, answers));
            rows.remove(number);
            return replaced(page, answers, rows);
        }

        private static Datum.Fields replaced(FormPage page, Datum.Fields answers, List<Datum> rows) {
            return (Datum.Fields) answers.with(page.group().orElseThrow().name(), Datum.of(rows));
        }

        /** The row's own fields before those of the whole, so that {@code kind} means this row's kind. */
        static Datum.Fields over(Datum.Fields answers, Datum.Fields row) {
            var all = new LinkedHashMap<>(answers.values());
            all.putAll(row.values());
            return new Datum.Fields(all);
        }
    }

    /** Names of the questions of a page as a browser posts them. */
    static Set<String> postedNames(FormPage page) {
        var names = new LinkedHashSet<String>();
        for (var field : page.fields()) {
            if (field.control() == Control.ADDRESS) {
                names.add(field.name() + ".division");
                names.add(field.name() + ".detail");
            } else {
                names.add(field.name());
            }
        }
        return new HashSet<>(names);
    }
}
