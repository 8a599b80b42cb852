package org.tongqu.platform.operate.web;

import java.util.Optional;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriUtils;
import org.tongqu.design.Texts;
import org.tongqu.design.nav.Pagination;
import org.tongqu.design.nav.Trail;

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
        asked(value).ifPresent(said -> parts.add(part(name, said)));
        return this;
    }

    private static String part(String name, String said) {
        return name + "=" + UriUtils.encode(said, "UTF-8");
    }

    /** The way through this list, its trail told by {@code after}; {@code next} is empty at the end. */
    public Pagination pages(Texts texts, Trail trail, Optional<String> next, String words) {
        var first = toString();
        var also = first + (parts.length() == 0 ? "?" : "&");
        return Pagination.of(
                texts, trail, next, onward -> onward.isEmpty() ? first : also + part("after", onward), words);
    }

    @Override
    public String toString() {
        return parts.length() == 0 ? page : page + "?" + parts;
    }
}
