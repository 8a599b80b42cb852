package org.tongqu.engines.forms;

import java.util.List;
import org.tongqu.kernel.data.Datum;

/**
 * What came out of one posted page.
 *
 * @param answers the answers (or the row, on a group's page) with this page's questions replaced by what was posted
 * @param ignored names that were posted and are not asked here: unknown, tampered with or hidden; worth a journal entry
 */
public record Posted(Datum.Fields answers, List<String> ignored) {
    public Posted {
        ignored = List.copyOf(ignored);
    }
}
