package org.tongqu.design.nav;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The way through a long list to the rows now shown: where each page after the first began. It travels in the address in
 * place of the last of them alone, so that one can go back page by page, in a browser without scripts and by a link that
 * was passed on.
 *
 * @param starts what each page begins after, the present one last; none on the first page
 */
public record Trail(List<String> starts) {

    /** In no start: lists write theirs of moments, ids and codes, with {@code ~} between them. */
    private static final String BETWEEN = "!";

    /** Who goes on further comes back to the first page that is remembered, and from there to the first of all. */
    private static final int MOST = 20;

    public Trail {
        starts = List.copyOf(starts);
    }

    /** Reads what an address says; nothing is the first page. */
    public static Trail of(@Nullable String text) {
        var said = Optional.ofNullable(text).map(String::strip).orElse("");
        return new Trail(List.of(said.split(BETWEEN)).stream()
                .filter(start -> !start.isEmpty())
                .toList());
    }

    /** What the rows now shown begin after. */
    public Optional<String> start() {
        return starts.isEmpty() ? Optional.empty() : Optional.of(starts.getLast());
    }

    /** What the rows now shown begin after where that is a number; what is no number is the first page. */
    public Optional<Long> number() {
        return start().filter(text -> text.matches("[0-9]{1,18}")).map(Long::parseLong);
    }

    /**
     * Where the rows after these begin: a full page goes on after its last row, one that is not full is the end.
     *
     * @param size how many rows a page holds
     */
    public static <R> Optional<String> next(List<R> rows, int size, Function<R, ?> key) {
        return rows.size() < size
                ? Optional.empty()
                : Optional.of(key.apply(rows.getLast()).toString());
    }

    public boolean isFirst() {
        return starts.isEmpty();
    }

    /** @throws IllegalArgumentException when the start cannot be told from two */
    public Trail onTo(String next) {
        if (next.contains(BETWEEN)) {
            throw new IllegalArgumentException("A page cannot begin after " + next);
        }
        var more = new ArrayList<>(starts);
        more.add(next);
        return new Trail(more.subList(Math.max(0, more.size() - MOST), more.size()));
    }

    /** The page before this one; before the first there is none but itself. */
    public Trail back() {
        return isFirst() ? this : new Trail(starts.subList(0, starts.size() - 1));
    }

    /** For the address; empty on the first page. */
    @Override
    public String toString() {
        return String.join(BETWEEN, starts);
    }
}
