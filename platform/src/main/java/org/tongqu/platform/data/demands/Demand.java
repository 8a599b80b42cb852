package org.tongqu.platform.data.demands;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.tongqu.platform.data.catalog.Coded;
import org.tongqu.platform.data.catalog.Description.Cycle;
import org.tongqu.platform.data.catalog.ResourceCode;

/**
 * Data that a department misses.
 *
 * @param id e.g. {@code XQ-2026-000012}
 * @param assigned code of the department that was found to be in charge
 * @param dueOn the last day in time of whoever has to act now; none when nobody has, or the calendar does not know
 * @param resource where the data are, once that is the answer
 * @param version counts the changes from 1
 */
public record Demand(
        String id,
        Asked asked,
        Wanted wanted,
        State state,
        Optional<String> assigned,
        Optional<LocalDate> dueOn,
        Optional<ResourceCode> resource,
        int version) {

    /** @param organisation code of the department that misses them */
    public record Asked(String organisation, String by, String name, Instant at) {}

    /**
     * What is missed, in the words of whoever misses it.
     *
     * @param purpose what it is needed for
     * @param basis the law or duty it is needed by
     * @param elements which data elements
     * @param frequency how often they are needed anew
     */
    public record Wanted(String title, String purpose, String basis, String elements, Cycle frequency) {}

    public enum State implements Coded {
        /** Before the data authority. */
        ASKED,
        /** Before the department in charge. */
        ASSIGNED,
        /** There is a resource of the catalogue for it. */
        ANSWERED,
        /** The department has no such data; the data authority looks for another or ends it. */
        NOT_HELD,
        /** A law forbids to share them. */
        NOT_SHAREABLE,
        /** Nobody in the government has such data. */
        UNMET,
        WITHDRAWN
    }

    public Demand in(State other, Optional<LocalDate> due) {
        return new Demand(id, asked, wanted, other, assigned, due, resource, version + 1);
    }

    public Demand assignedTo(String organisation) {
        return new Demand(id, asked, wanted, state, Optional.of(organisation), dueOn, resource, version);
    }

    public Demand answeredBy(ResourceCode code) {
        return new Demand(id, asked, wanted, state, assigned, dueOn, Optional.of(code), version);
    }
}
