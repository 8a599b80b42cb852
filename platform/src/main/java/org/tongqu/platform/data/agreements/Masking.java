package org.tongqu.platform.data.agreements;

import org.tongqu.platform.data.catalog.Coded;

/** How an item leaves its department. */
public enum Masking implements Coded {
    PLAIN,
    /** The middle is hidden. */
    MASKED,
    /** The same value gives the same token, from which it cannot be told. */
    HASHED
}
