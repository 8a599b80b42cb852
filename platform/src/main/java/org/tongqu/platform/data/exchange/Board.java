package org.tongqu.platform.data.exchange;

import java.time.Instant;
import java.util.List;

/** The exchange centre at a glance. */
public record Board(Totals totals, List<FlowStanding> flows, List<Linked> systems, List<Given> given) {

    public Board {
        flows = List.copyOf(flows);
        systems = List.copyOf(systems);
        given = List.copyOf(given);
    }

    /** Over all flows that the officer may see. @param troubled flows whose last run was refused or failed */
    public record Totals(long flows, long today, long total, long troubled, long waiting) {}

    /**
     * A system of a department.
     *
     * @param kind of its database, e.g. {@code postgresql}
     * @param gives flows that read it
     * @param takes flows that write into it
     */
    public record Linked(String id, String organisation, String kind, Instant since, long gives, long takes) {}

    /** What one department gave another. */
    public record Given(String provider, String consumer, long flows, long today, long total) {}
}
