package org.tongqu.engines.cases;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A step the case has passed, and the way back to it.
 *
 * @param token where the case stood then
 * @param by who decided; the last voice of a group
 * @param led what passing it led to; empty while signatures are still awaited
 * @param standing false once the case went back to it or to a step before it
 */
public record Passage(Token token, Assignee by, String outcome, Led led, boolean standing) {

    /**
     * @param moved whether the case has gone on
     * @param tokens the places it went on to
     * @param ended the clocks it ended
     * @param started the clocks it started
     * @param alone whether it went on without meeting another branch
     */
    public record Led(boolean moved, List<String> tokens, List<String> ended, List<String> started, boolean alone) {

        static final Led NOT_YET = new Led(false, List.of(), List.of(), List.of(), true);

        public Led {
            tokens = List.copyOf(tokens);
            ended = List.copyOf(ended);
            started = List.copyOf(started);
        }

        Led endedToo(String clock) {
            return new Led(moved, tokens, plus(ended, clock), started, alone);
        }

        Led startedToo(String clock) {
            return new Led(moved, tokens, ended, plus(started, clock), alone);
        }

        /** It went on by itself. */
        Led to(List<String> places) {
            return new Led(true, places, ended, started, true);
        }

        /** It went on together with other branches. */
        Led metOthers(List<String> places) {
            return new Led(true, places, ended, started, false);
        }

        /** One of the places it led to went on by itself. */
        Led onFrom(String place, List<String> places) {
            var all = new ArrayList<>(tokens);
            all.remove(place);
            all.addAll(places);
            return new Led(moved, all, ended, started, alone);
        }

        private static List<String> plus(List<String> list, String more) {
            var longer = new ArrayList<>(list);
            longer.add(more);
            return longer;
        }
    }

    public String nodeId() {
        return token.nodeId();
    }

    Passage leading(Led now) {
        return new Passage(token, by, outcome, now, standing);
    }

    Passage undone() {
        return new Passage(token, by, outcome, led, false);
    }

    /** The last passage of these that still stands and can be gone back to from the place, if any. */
    static Optional<Passage> last(List<Passage> passages, String nodeId, Lineage from) {
        for (int i = passages.size() - 1; i >= 0; i--) {
            var passage = passages.get(i);
            if (passage.standing()
                    && passage.nodeId().equals(nodeId)
                    && from.isWithin(passage.token().lineage())) {
                return Optional.of(passage);
            }
        }
        return Optional.empty();
    }
}
