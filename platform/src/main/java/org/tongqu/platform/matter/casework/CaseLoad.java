package org.tongqu.platform.matter.casework;

import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Service;
import org.tongqu.engines.cases.Actor;
import org.tongqu.engines.cases.CaseEvent;
import org.tongqu.engines.cases.CaseState;
import org.tongqu.platform.matter.casework.internal.CaseCopy;
import org.tongqu.platform.matter.casework.internal.Projection;

/**
 * Fills empty tables with cases that another system hands over once, as the events the engine decided for them. Nothing
 * is announced: whoever hands them over fills the other modules too.
 */
@Service
public class CaseLoad {

    private final CaseCopy copy;

    CaseLoad(CaseCopy copy) {
        this.copy = copy;
    }

    /** A case with everything that was done to it, act by act. */
    public record Past(CaseHead head, List<Act> acts) {
        public Past {
            acts = List.copyOf(acts);
        }

        public CaseState state() {
            return acts.getLast().after();
        }
    }

    /** One act and what came of it. */
    public record Act(Actor actor, CaseState before, List<CaseEvent> events, CaseState after) {
        public Act {
            events = List.copyOf(events);
        }
    }

    /** A case made ready for its tables. */
    public interface Ready {}

    /** The sealing takes time and may run on any thread. */
    public Ready ready(Past past) {
        return copy.ready(past);
    }

    /** How a case would stand at that time if nobody touched it until then. */
    public Lamp lamp(CaseState state, Instant at) {
        var moving = Projection.moving(state, at);
        return moving.ended().isPresent() ? Lamp.NONE : Lamp.of(moving.timing(), moving.warnAt(), moving.dueAt(), at);
    }

    public void load(List<Ready> cases) {
        copy.load(cases);
    }
}
