package org.tongqu.engines.packs;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.tongqu.engines.forms.FormPage;
import org.tongqu.kernel.data.Datum;

/**
 * What an organisation sees of a case that it handles together with others: what its own part needs, and no more.
 *
 * @param answers paths in the answers, each with what is inside it
 * @param papers ids of materials
 */
public record Sight(Set<String> answers, Set<String> papers) {

    /** Which parts of a form have begun says nothing of anybody. */
    private static final String PARTS = "parts";

    public Sight {
        answers = Set.copyOf(answers);
        papers = Set.copyOf(papers);
    }

    /** Everything, that is empty, for whoever acts in a kind of which the pack says nothing. */
    public static Optional<Sight> of(Pack pack, Collection<String> kinds) {
        var answers = new TreeSet<String>();
        var papers = new TreeSet<String>();
        for (var kind : kinds) {
            var body = pack.bodies().stream()
                    .filter(one -> one.kind().equals(kind))
                    .findFirst();
            if (body.isEmpty()) {
                return Optional.empty();
            }
            answers.addAll(body.get().answers());
            papers.addAll(body.get().papers());
        }
        return kinds.isEmpty() ? Optional.empty() : Optional.of(new Sight(answers, papers));
    }

    public Datum.Fields of(Datum.Fields all) {
        return masked(all, "") instanceof Datum.Fields seen ? seen : new Datum.Fields(Map.of());
    }

    private Datum masked(Datum datum, String path) {
        if (covers(path)) {
            return datum;
        }
        if (!leads(path)) {
            return Datum.nothing();
        }
        return switch (datum) {
            case Datum.Fields(var fields) -> {
                var seen = new LinkedHashMap<String, Datum>();
                fields.forEach((name, value) -> {
                    var part = masked(value, path.isEmpty() ? name : path + "." + name);
                    if (!part.isNothing()) {
                        seen.put(name, part);
                    }
                });
                yield new Datum.Fields(seen);
            }
            case Datum.Items(var rows) ->
                Datum.of(rows.stream().map(row -> masked(row, path)).toList());
            default -> Datum.nothing();
        };
    }

    /** The pages without what is not seen. */
    public List<FormPage> of(List<FormPage> pages) {
        var seen = new ArrayList<FormPage>();
        for (var page : pages) {
            var before = page.group().map(group -> group.name() + ".").orElse("");
            var fields = page.fields().stream()
                    .filter(field -> covers(before + field.name()) || leads(before + field.name()))
                    .toList();
            var materials = page.materials().stream()
                    .filter(material -> papers.contains(material.id()))
                    .toList();
            if (!fields.isEmpty() || !materials.isEmpty()) {
                seen.add(new FormPage(
                        page.id(),
                        page.title(),
                        page.why(),
                        page.part(),
                        page.when(),
                        page.group(),
                        fields,
                        materials));
            }
        }
        return seen;
    }

    private boolean covers(String path) {
        return path.equals(PARTS)
                || path.startsWith(PARTS + ".")
                || answers.stream().anyMatch(one -> path.equals(one) || path.startsWith(one + "."));
    }

    private boolean leads(String path) {
        return path.isEmpty() || answers.stream().anyMatch(one -> one.startsWith(path + "."));
    }
}
