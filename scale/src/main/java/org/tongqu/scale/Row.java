package org.tongqu.scale;

import org.jspecify.annotations.Nullable;

/** A row on its way through the cluster. @param number of the row in its list @param texts what is not there is null */
public record Row(long number, @Nullable String[] texts) {}
