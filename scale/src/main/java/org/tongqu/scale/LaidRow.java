package org.tongqu.scale;

import org.jspecify.annotations.Nullable;

/** A row of one side on its way to that of the other. @param key by which they meet @param side see {@link Meeting} */
public record LaidRow(String key, int side, @Nullable String[] texts) {}
