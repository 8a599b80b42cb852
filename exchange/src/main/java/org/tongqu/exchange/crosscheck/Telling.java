package org.tongqu.exchange.crosscheck;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.tongqu.engines.comparisons.ComparisonJob;
import org.tongqu.engines.comparisons.ComparisonJob.Finds;
import org.tongqu.engines.exchanges.Flow;

/**
 * What a row of the answer tells: the key, then the row's own key and what is shown of the side that it is about, then what is
 * shown of the other; of a side that is not there, nothing.
 */
record Telling(ComparisonJob job, Flow about, List<String> aboutColumns, List<String> againstColumns) {

    boolean hasAbout() {
        return job.finds() != Finds.MISSING;
    }

    boolean hasAgainst() {
        return job.finds() != Finds.ONLY && !job.isByRegister();
    }

    int width() {
        return job.about().key().size()
                + (hasAbout() ? about.target().key().size() + aboutColumns.size() : 0)
                + (hasAgainst() ? againstColumns.size() : 0);
    }

    /** @param row its texts, from 0 on */
    Found found(IntFunction<@Nullable String> row) {
        var at = job.about().key().size();
        var key = texts(row, 0, at);
        var named = named(key);
        Map<String, String> own = Map.of();
        if (hasAbout()) {
            named = Optional.of(texts(row, at, about.target().key().size()));
            at += about.target().key().size();
            own = fields(row, at, aboutColumns);
            at += aboutColumns.size();
        }
        Map<String, String> other = hasAgainst() ? fields(row, at, againstColumns) : Map.of();
        return new Found(key, named.orElseGet(List::of), own, other);
    }

    /** The key as that of a row which is not there. */
    private Optional<List<String>> named(List<String> key) {
        var names = job.about().key();
        return about.target().key().size() == names.size()
                        && names.containsAll(about.target().key())
                ? Optional.of(about.target().key().stream()
                        .map(name -> key.get(names.indexOf(name)))
                        .toList())
                : Optional.empty();
    }

    private static List<String> texts(IntFunction<@Nullable String> row, int from, int count) {
        return IntStream.range(from, from + count).mapToObj(at -> text(row, at)).toList();
    }

    private static Map<String, String> fields(IntFunction<@Nullable String> row, int from, List<String> names) {
        Map<String, String> fields = new LinkedHashMap<>();
        for (int i = 0; i < names.size(); i++) {
            fields.put(names.get(i), text(row, from + i));
        }
        return fields;
    }

    private static String text(IntFunction<@Nullable String> row, int at) {
        var text = row.apply(at);
        return text == null ? "" : text;
    }
}
