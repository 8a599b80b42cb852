package org.tongqu.platform.data.harvest;

import org.tongqu.platform.data.catalog.Coded;

/** Why a record cannot be taken over. @param field where it is; empty for the whole record */
public record Fault(Why why, String field, String detail) {

    public enum Why implements Coded {
        /** Something it must have is not there. */
        MISSING,
        /** What should be a moment or a day is none. */
        NOT_A_MOMENT,
        /** What should be an address of the web is none. */
        NOT_AN_ADDRESS,
        /** It is longer than a record may be. */
        TOO_LARGE,
        /** It is not written in the language of its catalogue. */
        UNREADABLE,
        /** Its catalogue fails whenever it is asked for just this one. */
        NOT_GIVEN,
        /** Another record of the same run has its identifier and says something else. */
        REPEATED
    }
}
