package org.tongqu.platform.operate.web;

import java.util.Optional;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriUtils;

/** The address that asks a list the same again; what was not asked is left out. */
public final class ListAddress {

    private final String page;
    private final StringJoiner parts = new StringJoiner("&");

    private ListAddress(String page) {
        this.page = page;
    }

    public static ListAddress of(String page) {
        return new ListAddress(page);
    }

    /** What somebody asked; spaces alone are nothing. */
    public static Optional<String> asked(@Nullable String value) {
        return Optional.ofNullable(value).map(String::strip).filter(said -> !said.isEmpty());
    }

    public ListAddress with(String name, @Nullable String value) {
        asked(value).ifPresent(said -> parts.add(name + "=" + UriUtils.encode(said, "UTF-8")));
        return this;
    }

    @Override
    public String toString() {
        return parts.length() == 0 ? page : page + "?" + parts;
    }
}
