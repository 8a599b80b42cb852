package org.tongqu.platform.data.agreements;

import java.util.Optional;
import org.tongqu.platform.data.catalog.Coded;

/** From which side one looks at agreements. */
public enum Shelf implements Coded {
    /** What we asked for. */
    ASKED_BY_US,
    /** What others asked of us. */
    ASKED_OF_US,
    /** What is before the data authority. */
    BEFORE_AUTHORITY;

    /** What to list; what is empty does not narrow. */
    public record Filter(Shelf shelf, String words, Optional<Agreement.State> state) {}
}
