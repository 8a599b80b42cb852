package org.tongqu.engines.cases;

/**
 * Why a clock stands still.
 *
 * @param basis where it is laid down that the time does not count; may be empty for a step that says none
 * @param why in the words of whoever stopped it; empty where the process does
 */
public record Stop(Kind kind, String basis, String why) {

    public enum Kind {
        /** A step of the process during which the clocks stand still. */
        STEP,
        /** The applicant completes what was missing (补正). */
        SUPPLEMENT,
        /** A hearing, expert review or publicity (特别程序). */
        SPECIAL,
        /** The case is suspended (挂起). */
        SUSPENDED
    }
}
