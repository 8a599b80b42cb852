package org.tongqu.platform.matter.intake.internal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.tongqu.engines.forms.Form;
import org.tongqu.engines.forms.FormPage;
import org.tongqu.engines.forms.Forms;
import org.tongqu.kernel.data.Datum;

/**
 * Reads a whole form that was posted at once, page by page in the order they are asked, so that a page which an earlier
 * answer brings up is read too.
 */
final class WholeForm {

    private final Map<String, String[]> posted;
    private final Set<String> read = new LinkedHashSet<>();
    private final Set<String> ignored = new LinkedHashSet<>();
    private final Set<String> pages = new LinkedHashSet<>();

    private WholeForm(Map<String, String[]> posted) {
        this.posted = posted;
    }

    /**
     * What came out of it.
     *
     * @param pages ids of the pages of which something was posted
     * @param ignored names that nothing asks for
     */
    record Read(Datum.Fields answers, Set<String> pages, List<String> ignored) {}

    static Read from(Form form, Datum.Fields answers, Map<String, String[]> posted) {
        var whole = new WholeForm(posted);
        var now = answers;
        for (var page : form.pages()) {
            var facts = now;
            if (page.when().stream().allMatch(when -> when.holds(facts))) {
                now = page.group().isPresent() ? whole.rows(page, facts) : whole.fields(page, facts);
            }
        }
        for (var name : posted.keySet()) {
            if (!whole.read.contains(name) && !name.startsWith("_")) {
                whole.ignored.add(name.length() > 100 ? name.substring(0, 100) : name);
            }
        }
        return new Read(now, Set.copyOf(whole.pages), List.copyOf(whole.ignored));
    }

    private Datum.Fields fields(FormPage page, Datum.Fields answers) {
        Map<String, String[]> own = new LinkedHashMap<>();
        posted.forEach((name, values) -> {
            if (page.asks(name)) {
                own.put(name, values);
            }
        });
        if (own.isEmpty()) {
            return answers;
        }
        read.addAll(own.keySet());
        pages.add(page.id());
        var taken = Forms.fromPost(page, answers, own);
        ignored.addAll(taken.ignored());
        return taken.answers();
    }

    /** The rows that were posted take the place of those there were; a row in which nothing was written is none. */
    private Datum.Fields rows(FormPage page, Datum.Fields answers) {
        var group = page.group().orElseThrow().name();
        var byNumber = new TreeMap<Integer, Map<String, String[]>>();
        var place = Pattern.compile(Pattern.quote(group) + "\\.([0-9]{1,3})\\.(.+)");
        posted.forEach((name, values) -> {
            var found = place.matcher(name);
            if (found.matches()) {
                read.add(name);
                byNumber.computeIfAbsent(Integer.valueOf(found.group(1)), number -> new LinkedHashMap<>())
                        .put(found.group(2), values);
            }
        });
        if (byNumber.isEmpty()) {
            return answers;
        }
        pages.add(page.id());
        List<Datum> rows = new ArrayList<>();
        for (var row : byNumber.values()) {
            var taken = Forms.rowFromPost(page, answers, (Datum.Fields) Datum.empty(), row);
            taken.ignored().forEach(name -> ignored.add(group + "." + name));
            if (!taken.answers().values().isEmpty()) {
                rows.add(taken.answers());
            }
        }
        return (Datum.Fields) answers.with(group, Datum.of(rows));
    }
}
