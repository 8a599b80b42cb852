package org.tongqu.platform.data.discovery;

import java.util.List;
import java.util.Optional;
import org.tongqu.exchange.inventory.FoundTable;
import org.tongqu.platform.data.catalog.ResourceCode;

/** What a system has, table by table. */
public record Looked(String system, List<Seen> tables) {

    public Looked {
        tables = List.copyOf(tables);
    }

    /** @param resource what it became, and how the two differ now */
    public record Seen(FoundTable table, Optional<Became> resource) {}

    /**
     * A resource that was made of a table.
     *
     * @param added columns the table has and the resource has not
     * @param gone  items the resource has and the table no more
     */
    public record Became(ResourceCode code, String name, List<String> added, List<String> gone) {
        public Became {
            added = List.copyOf(added);
            gone = List.copyOf(gone);
        }

        public boolean isAsBefore() {
            return added.isEmpty() && gone.isEmpty();
        }
    }
}
