package org.tongqu.engines.space.filter;

import java.util.Arrays;
import java.util.Optional;

/** How a filter is written. */
public enum FilterLanguage {
    TEXT("cql2-text"),
    JSON("cql2-json");

    private final String code;

    FilterLanguage(String code) {
        this.code = code;
    }

    /** As the standard names it. */
    public String code() {
        return code;
    }

    public static Optional<FilterLanguage> of(String code) {
        return Arrays.stream(values()).filter(one -> one.code.equals(code)).findFirst();
    }
}
