package org.tongqu.platform.matter.studio;

import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/**
 * A rehearsal in figures, counted from its lines.
 *
 * @param views how many cases each view has
 * @param shifts how many ended cases moved by how much: behind each other as {@link Shift} says
 * @param reasons why nobody can tell, the most frequent first
 */
public record Figures(
        Counts counts,
        Map<View, Integer> views,
        Moved moved,
        Durations durations,
        List<Shift> shifts,
        List<Reason> reasons) {

    public Figures {
        views = Map.copyOf(views);
        shifts = List.copyOf(shifts);
        reasons = List.copyOf(reasons);
    }

    /** @param same ended the same; {@code open} that go on, {@code untouched} among them */
    public record Counts(int all, int same, int open, int untouched) {}

    /** Working days by which cases would have ended later and sooner: together, and of one at most. */
    public record Moved(long later, int mostLater, long sooner, int mostSooner) {}

    /** Working days that ended cases took and would have taken; none where nothing is known. */
    public record Durations(Spread then, Spread now) {}

    /** @param long90 nine of ten took no longer */
    public record Spread(OptionalInt median, OptionalInt long90) {}

    /** How many moved by {@code from} to {@code to} working days; the ends are open. */
    public record Shift(int from, int to, int cases) {}

    public record Reason(String key, String step, String what, int ended, int open) {}

    public int in(View view) {
        return views.getOrDefault(view, 0);
    }
}
