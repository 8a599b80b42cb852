package org.tongqu.platform.front.portal.web.apply;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.tongqu.engines.forms.Field;
import org.tongqu.engines.forms.FormPage;
import org.tongqu.engines.forms.Forms;
import org.tongqu.engines.schema.FieldProblem;
import org.tongqu.kernel.data.Datum;
import org.tongqu.platform.front.portal.web.Gone;

/**
 * What an answer brought up. Without scripts a question that depends on another appears only once that one was sent; a
 * person who has not seen a question yet is not told that they forgot it.
 */
final class Asked {

    private Asked() {}

    /** Names of the questions of a page that were not there before. */
    static Set<String> newly(FormPage page, Datum.Fields before, Datum.Fields after) {
        return difference(Forms.visibleFields(page, after, after), Forms.visibleFields(page, before, before));
    }

    /** The same within one row of several. */
    static Set<String> newly(FormPage page, Datum.Fields answers, Datum.Fields before, Datum.Fields after) {
        return difference(Forms.visibleFields(page, answers, after), Forms.visibleFields(page, answers, before));
    }

    private static Set<String> difference(List<Field> now, List<Field> before) {
        var names = now.stream().map(Field::name).collect(Collectors.toCollection(HashSet::new));
        before.forEach(field -> names.remove(field.name()));
        return names;
    }

    /** The problems without those that only say that a question nobody saw is not answered. */
    static List<FieldProblem> without(List<FieldProblem> problems, Set<String> newlyAsked) {
        return problems.stream()
                .filter(problem -> !(problem.code().equals("missing") && isOneOf(newlyAsked, problem.path())))
                .toList();
    }

    private static boolean isOneOf(Set<String> names, String path) {
        return names.stream().anyMatch(name -> path.equals(name) || path.endsWith("." + name));
    }

    /** A row's number as an address or a button carries it; whatever is none leads nowhere. */
    static int number(String text) {
        if (!text.matches("[0-9]{1,4}")) {
            throw Gone.notFound();
        }
        return Integer.parseInt(text);
    }
}
