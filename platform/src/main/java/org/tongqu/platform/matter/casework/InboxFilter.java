package org.tongqu.platform.matter.casework;

import java.time.LocalDate;
import java.util.Optional;

/**
 * What an officer wants to see of the tasks in reach.
 *
 * @param dueBefore only what falls due before this day begins
 * @param words in title, receipt number or applicant; empty for all
 */
public record InboxFilter(
        State state, Optional<String> packId, Optional<Lamp> lamp, Optional<LocalDate> dueBefore, String words) {

    /** One tab of the inbox. */
    public enum State {
        /** Waits for somebody with one of the officer's roles. */
        TO_CLAIM,
        /** The officer has it in hand. */
        MINE,
        /** All that officers have to do, in whosever hand. */
        OPEN,
        /** Waits for the applicant. */
        WITH_APPLICANT,
        /** What the officer did in the last thirty days. */
        DONE
    }

    public static final InboxFilter TO_CLAIM =
            new InboxFilter(State.TO_CLAIM, Optional.empty(), Optional.empty(), Optional.empty(), "");

    public InboxFilter in(State other) {
        return new InboxFilter(other, packId, lamp, dueBefore, words);
    }

    public InboxFilter with(Lamp other) {
        return new InboxFilter(state, packId, Optional.of(other), dueBefore, words);
    }

    public InboxFilter matching(String otherWords) {
        return new InboxFilter(state, packId, lamp, dueBefore, otherWords);
    }
}
