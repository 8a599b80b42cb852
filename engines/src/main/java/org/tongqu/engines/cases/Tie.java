package org.tongqu.engines.cases;

/**
 * What ties a task to something else that waits for it.
 *
 * @param to the id of that task, or of the group
 */
public record Tie(Kind kind, String to) {

    public enum Kind {
        /** The applicant completes what was missing (补正); the other task waits. */
        SUPPLEMENT,
        /** An opinion asked for before the decision (前加签); the other task waits. */
        SIGN_BEFORE,
        /** A signature after the decision (后加签); the case goes on only with it. */
        SIGN_AFTER,
        /** One voice of several (会签, 或签, 依次审批); the group waits. */
        SEAT
    }

    /** Whether it is the step itself, done by one of several, and not something asked in addition. */
    boolean isSeat() {
        return kind == Kind.SEAT;
    }
}
