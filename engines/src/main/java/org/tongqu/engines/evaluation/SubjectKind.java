package org.tongqu.engines.evaluation;

/** Who is scored. */
public enum SubjectKind {
    ORGANISATION,
    /** A post within an organisation. */
    POST,
    /** A division: all organisations that serve it. */
    REGION
}
