package org.tongqu.platform.matter.decisions;

import java.time.Instant;
import java.util.List;
import org.tongqu.kernel.text.Label;

/**
 * One line of a public list.
 *
 * @param list id of the list, e.g. {@code registered}
 * @param entries headings and what stands under them; nothing personal unmasked
 */
public record Published(
        String id, String list, String title, List<Entry> entries, String organisation, String division, Instant at) {

    /** A heading and what stands under it. */
    public record Entry(String name, Label heading, String value) {}

    public Published {
        entries = List.copyOf(entries);
    }
}
