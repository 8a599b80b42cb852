package org.tongqu.engines.packs;

import java.util.List;
import java.util.Set;
import org.tongqu.kernel.text.Label;

/**
 * What somebody is told when a case comes to a point.
 *
 * @param text   with {@code {name}} for each of the values
 * @param values where the names in the text take what they say from; nothing personal, which is checked, because a
 *               message travels further than the pages behind a sign-in
 */
public record Notice(
        String id, Point at, To to, Set<Channel> channels, Label title, Label text, List<FactField> values) {

    public Notice {
        channels = Set.copyOf(channels);
        values = List.copyOf(values);
    }

    /** Where a case comes to. */
    public sealed interface Point {
        /** It was opened. */
        record Opened() implements Point {}

        /** A task was opened there. */
        record Reached(String task) implements Point {}

        /** A task was completed so. */
        record Completed(String task, String outcome) implements Point {}

        /** It ended so. */
        record Ended(String result) implements Point {}
    }

    /** Who is told. */
    public enum To {
        APPLICANT,
        /** The officers who have had a task of the case in hand, but for the one whose act it was. */
        HANDLERS
    }

    /** By which way. What a platform has no gateway for is told on the site alone, which every notice is. */
    public enum Channel {
        SITE,
        SMS,
        MAIL
    }
}
