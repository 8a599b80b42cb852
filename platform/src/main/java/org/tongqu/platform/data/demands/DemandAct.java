package org.tongqu.platform.data.demands;

import static org.tongqu.platform.data.demands.Demand.State.ASKED;
import static org.tongqu.platform.data.demands.Demand.State.ASSIGNED;
import static org.tongqu.platform.data.demands.Demand.State.NOT_HELD;

import java.util.Set;
import org.tongqu.platform.data.catalog.Coded;
import org.tongqu.platform.data.demands.Demand.State;

/** What can be done to a demand, by whom, and where it leads. */
public enum DemandAct implements Coded {
    /** The data authority says whose task it is. */
    ASSIGN(Side.AUTHORITY, Set.of(ASKED, NOT_HELD), ASSIGNED),
    /** The department in charge names the resource. */
    ANSWER(Side.ASSIGNED, Set.of(State.ASSIGNED), State.ANSWERED),
    /** The department has no such data. */
    HAVE_NOT(Side.ASSIGNED, Set.of(State.ASSIGNED), NOT_HELD),
    /** The department has them, and a law forbids to share them. */
    KEEP_BACK(Side.ASSIGNED, Set.of(State.ASSIGNED), State.NOT_SHAREABLE),
    /** The data authority finds that nobody has them. */
    GIVE_UP(Side.AUTHORITY, Set.of(ASKED, NOT_HELD), State.UNMET),
    WITHDRAW(Side.ASKER, Set.of(ASKED, State.ASSIGNED, NOT_HELD), State.WITHDRAWN);

    private final Side side;
    private final Set<State> from;
    private final State to;

    DemandAct(Side side, Set<State> from, State to) {
        this.side = side;
        this.from = from;
        this.to = to;
    }

    /** On which side of a demand somebody stands. */
    public enum Side {
        ASKER,
        AUTHORITY,
        ASSIGNED
    }

    public Side side() {
        return side;
    }

    public State to() {
        return to;
    }

    public boolean fits(Demand demand) {
        return from.contains(demand.state());
    }

    /** Whether whoever does it says why, or by which law. */
    public boolean needsReason() {
        return this == HAVE_NOT || this == KEEP_BACK || this == GIVE_UP;
    }
}
