package org.tongqu.platform.data.agreements;

import java.time.LocalDate;
import java.util.List;
import java.util.OptionalLong;
import org.tongqu.platform.data.catalog.Description.Cycle;

/**
 * What may flow now.
 *
 * @param agreement its id, to be carried by the flow, its receipts and its journal entries
 * @param items those asked for, each with how it must leave its department
 * @param rows how many rows a run may take; none when not limited
 * @param until the last day
 */
public record Permit(
        String agreement,
        Purpose purpose,
        List<Agreement.Granted> items,
        Cycle frequency,
        OptionalLong rows,
        LocalDate until) {

    public Permit {
        items = List.copyOf(items);
    }
}
