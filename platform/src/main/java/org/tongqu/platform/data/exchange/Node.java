package org.tongqu.platform.data.exchange;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A department's node (前置机).
 *
 * @param system the one of the department's systems that it keeps the way into
 * @param organisation code of whose it is
 * @param until when its certificate ends if it is not renewed
 * @param back when and by whom it was taken back
 */
public record Node(
        long id,
        String system,
        String organisation,
        Instant enrolled,
        Instant seen,
        Instant until,
        Told told,
        Keeping keeping,
        Optional<TakenBack> back) {

    /** A node asks every few seconds; whoever was not heard for so long is away. */
    private static final Duration AWAY_AFTER = Duration.ofMinutes(2);

    /** What it last said of itself. @param isConnected whether it knows the way into the department's database */
    public record Told(String version, boolean isConnected, long parcels, long bytes) {
        public static final Told NOTHING = new Told("", false, 0, 0);
    }

    /**
     * What goes through it.
     *
     * @param gives flows that it reads @param takes flows that it writes
     * @param loginRemoved when the login was removed that the centre kept; empty when it kept none
     */
    public record Keeping(long gives, long takes, Optional<Instant> loginRemoved) {}

    /** Nothing it sends is taken any more. */
    public record TakenBack(Instant at, String by) {}

    /** How it stands. */
    public enum State {
        HERE,
        /** It is heard of, and was not told the way into its database. */
        UNCONNECTED,
        AWAY,
        TAKEN_BACK
    }

    public State state(Instant now) {
        if (back.isPresent()) {
            return State.TAKEN_BACK;
        }
        if (seen.plus(AWAY_AFTER).isBefore(now)) {
            return State.AWAY;
        }
        return told.isConnected() ? State.HERE : State.UNCONNECTED;
    }
}
