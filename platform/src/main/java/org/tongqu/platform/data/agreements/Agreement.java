package org.tongqu.platform.data.agreements;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.tongqu.platform.data.catalog.Coded;
import org.tongqu.platform.data.catalog.Description.Cycle;
import org.tongqu.platform.data.catalog.ResourceCode;

/**
 * Who may use which items of whose resource, or wants to.
 *
 * @param id carried from the request to every flow and correction under it, e.g. {@code GX-2026-000123}
 * @param dueOn the last day in time of whoever has to act now
 * @param version how often something was done to it, from 1
 */
public record Agreement(
        String id,
        Subject subject,
        Parties parties,
        Kept state,
        Terms terms,
        List<Granted> items,
        Optional<LocalDate> renewal,
        Hearing hearing,
        Optional<LocalDate> dueOn,
        Asked asked,
        int version) {

    public Agreement {
        items = List.copyOf(items);
    }

    /** The resource as it was read when it was asked for. */
    public record Subject(ResourceCode resource, String name, int edition) {}

    /** Codes of the organisation that asks and of the one that has it. */
    public record Parties(String consumer, String provider) {}

    /**
     * What was agreed, or asked for.
     *
     * @param use what exactly it is needed for
     * @param basis the duty that needs it, by law
     * @param rows how many rows a run may take; none when not limited
     * @param ends the last day
     */
    public record Terms(
            Purpose purpose,
            String use,
            String basis,
            Cycle frequency,
            OptionalLong rows,
            LocalDate starts,
            LocalDate ends) {}

    public record Granted(String field, String name, Masking masking) {}

    public record Asked(String by, String name, Instant at) {}

    /** Whether a refusal was arbitrated. */
    public enum Hearing {
        NOT_YET,
        HEARD
    }

    /** As it is kept. */
    public enum Kept implements Coded {
        REQUESTED,
        CHECKING,
        ACTIVE,
        SUSPENDED,
        REFUSED,
        DISPUTED,
        WITHDRAWN,
        REVOKED
    }

    /** As it stands on a day: that it expired follows from the day. */
    public enum State implements Coded {
        REQUESTED,
        CHECKING,
        ACTIVE,
        SUSPENDED,
        REFUSED,
        DISPUTED,
        WITHDRAWN,
        REVOKED,
        EXPIRED
    }

    /** Whether the provider owes an answer: to the request, or to the wish for more time. */
    public boolean awaitsAnswer() {
        return dueOn.isPresent() && (state == Kept.REQUESTED || asksForMoreTime());
    }

    /** Whether the consumer asked for more time and nobody answered yet. */
    public boolean asksForMoreTime() {
        return state == Kept.ACTIVE && renewal.isPresent();
    }

    public State on(LocalDate day) {
        return standing(state, terms.ends(), day);
    }

    static State standing(Kept kept, LocalDate ends, LocalDate day) {
        return switch (kept) {
            case REQUESTED -> State.REQUESTED;
            case CHECKING -> State.CHECKING;
            case ACTIVE -> day.isAfter(ends) ? State.EXPIRED : State.ACTIVE;
            case SUSPENDED -> day.isAfter(ends) ? State.EXPIRED : State.SUSPENDED;
            case REFUSED -> State.REFUSED;
            case DISPUTED -> State.DISPUTED;
            case WITHDRAWN -> State.WITHDRAWN;
            case REVOKED -> State.REVOKED;
        };
    }
}
