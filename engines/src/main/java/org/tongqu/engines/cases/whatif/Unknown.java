package org.tongqu.engines.cases.whatif;

import java.util.Locale;

/**
 * Why nobody can tell how a case would have gone.
 *
 * @param why names its sentence
 * @param nodeId the step it is about; empty where it is about none
 * @param what the outcome, act, fact or year it is about; may be empty
 */
public record Unknown(Why why, String nodeId, String what) {

    public enum Why {
        /** The case never stood at this step, so nobody decided it. */
        NEVER_DECIDED,
        /** The case stood there, and left without its being decided; nobody knows what would have come later. */
        LEFT_UNDECIDED,
        /** What was decided there can no longer be chosen. */
        OUTCOME_GONE,
        /** What somebody did there is no longer allowed. */
        ACT_REFUSED,
        /** The step is done by a kind of organisation that the case does not name. */
        ORGANISATION_UNKNOWN,
        /** Rows of a decision table contradict each other. */
        ROWS_CONTRADICT,
        /** A service that never ran might have answered what a condition asks for. */
        SERVICE_NEVER_ASKED,
        /** The calendar has no data of a year. */
        CALENDAR_SILENT,
        /** It goes round and round. */
        WITHOUT_END;

        /** By which its sentence is found. */
        public String key() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
