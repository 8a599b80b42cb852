package org.tongqu.platform.matter.evaluation;

/** What kind of row a measure counts, and how such a row is named. */
public enum RowKind {
    /** A case, by its id. */
    CASE,
    /** A clock of a case, {@code CASE/CLOCK}. */
    CLOCK,
    /** A time an applicant was asked for something, {@code CASE/TASK}. */
    SUPPLEMENT,
    FINDING,
    ORDER,
    RATING,
    /** Something owed beside cases, by its id and where it is done on the desk; of one that goes on, also the month. */
    DUTY
}
