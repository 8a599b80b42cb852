package org.tongqu.engines.cases;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tongqu.engines.cases.process.Performer;

/**
 * Several voices that decide one step (会签, 或签, 依次审批).
 *
 * @param id that of the token which waits for their decision
 * @param opened how many of the seats were asked so far
 * @param spoken the outcomes chosen so far, in order
 */
public record Group(String id, String nodeId, List<Seat> seats, int opened, List<String> spoken) {

    /**
     * One voice.
     *
     * @param organisation whose officers it waits for
     * @param who where a person is asked by name
     */
    public record Seat(Performer performer, String organisation, Optional<Assignee> who) {}

    public Group {
        seats = List.copyOf(seats);
        spoken = List.copyOf(spoken);
    }

    Group asked() {
        return new Group(id, nodeId, seats, opened + 1, spoken);
    }

    Group heard(String outcome) {
        var more = new ArrayList<>(spoken);
        more.add(outcome);
        return new Group(id, nodeId, seats, opened, more);
    }

    Group joined(List<Seat> others) {
        var more = new ArrayList<>(seats);
        more.addAll(others);
        return new Group(id, nodeId, more, opened, spoken);
    }

    /** A voice fewer; one that was asked already or one that was not yet. */
    Group left(Seat seat) {
        var fewer = new ArrayList<>(seats);
        var at = fewer.lastIndexOf(seat);
        fewer.remove(at);
        return new Group(id, nodeId, fewer, at < opened ? opened - 1 : opened, spoken);
    }
}
