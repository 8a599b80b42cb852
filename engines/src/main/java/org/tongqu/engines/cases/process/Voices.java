package org.tongqu.engines.cases.process;

import java.util.List;
import java.util.Optional;

/**
 * A step that several decide, each with a voice (会签, 或签, 依次审批). The task's first outcome is a yes, every other a no.
 *
 * @param share for {@link Decides#SHARE}: how many of a hundred must say yes
 * @param fixed whose voices, where the process names them
 * @param each else the path of the list of organisations or people in the facts of the case
 */
public record Voices(Order order, Decides decides, int share, List<Voice> fixed, String each) {

    private static final int HUNDRED = 100;

    public enum Order {
        TOGETHER,
        ONE_BY_ONE
    }

    public enum Decides {
        /** A no ends it; yes needs all (会签, and 依次审批 one by one). */
        ALL,
        /** Whoever is first (或签). */
        FIRST,
        /** A yes ends it; no needs all. */
        ANY,
        /** A share of yes. */
        SHARE,
        /** All are heard, whatever the others said; yes needs all. */
        EVERYONE
    }

    /** @param kind the kind of organisation, as the facts under {@code organisations} name it; empty for the handling one */
    public record Voice(Performer performer, String kind) {}

    public Voices {
        fixed = List.copyOf(fixed);
    }

    /** What is decided once these have spoken, if it is. */
    public Optional<String> decision(List<String> spoken, int seats, List<OfferedOutcome> offered) {
        var yes = offered.getFirst().code();
        var ayes = (int) spoken.stream().filter(yes::equals).count();
        var noes = spoken.size() - ayes;
        var needed = switch (decides) {
            case ALL, EVERYONE -> seats;
            case FIRST, ANY -> 1;
            case SHARE -> Math.max(1, (seats * share + HUNDRED - 1) / HUNDRED);
        };
        if (decides == Decides.FIRST) {
            return spoken.stream().findFirst();
        }
        if (decides == Decides.EVERYONE && spoken.size() < seats) {
            return Optional.empty();
        }
        if (ayes >= needed) {
            return Optional.of(yes);
        }
        return seats - noes < needed
                ? spoken.stream().filter(outcome -> !outcome.equals(yes)).findFirst()
                : Optional.empty();
    }
}
