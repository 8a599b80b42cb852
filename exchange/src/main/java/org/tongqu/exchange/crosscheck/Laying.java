package org.tongqu.exchange.crosscheck;

import java.io.Serializable;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.tongqu.engines.comparisons.ComparisonJob.Finds;

/**
 * Lays one row of each side beside the other: rows of {@link CrossParts#byKey}, of which the first columns are the key and
 * what is compared. Says of them what the statement of {@link CrossCheck} says.
 *
 * @param width how many columns the key has
 * @param pairs how many fields are to say the same
 */
public record Laying(Finds finds, int width, int pairs) implements Serializable {

    /** By what two rows are brought together; none when a part of the key is not there, which is the same as nothing. */
    public Optional<String> key(@Nullable String[] row) {
        var key = new StringBuilder();
        for (int i = 0; i < width; i++) {
            var part = row[i];
            if (part == null) {
                return Optional.empty();
            }
            key.append(part.length()).append(':').append(part);
        }
        return Optional.of(key.toString());
    }

    /** What is found of a key, one side of which may not know it; read by {@link CrossParts#found}. */
    public Optional<@Nullable String[]> found(
            @Nullable String @Nullable [] about, @Nullable String @Nullable [] against) {
        return switch (finds) {
            case BOTH -> about == null || against == null ? Optional.empty() : Optional.of(told(about, against));
            case DIFFER ->
                about == null || against == null || isSame(about, against)
                        ? Optional.empty()
                        : Optional.of(told(about, against));
            case ONLY -> about == null || against != null ? Optional.empty() : Optional.of(told(about));
            case MISSING -> about != null || against == null ? Optional.empty() : Optional.of(told(against));
            case REPEATED -> Optional.ofNullable(about);
        };
    }

    private boolean isSame(@Nullable String[] about, @Nullable String[] against) {
        return IntStream.range(width, width + pairs)
                .allMatch(i ->
                        Objects.requireNonNullElse(about[i], "").equals(Objects.requireNonNullElse(against[i], "")));
    }

    private @Nullable String[] told(@Nullable String[] row) {
        return Arrays.copyOfRange(row, width + pairs, row.length);
    }

    private @Nullable String[] told(@Nullable String[] about, @Nullable String[] against) {
        var own = told(about);
        var other = told(against);
        var both = Arrays.copyOf(own, own.length + other.length);
        System.arraycopy(other, 0, both, own.length, other.length);
        return both;
    }
}
