package org.tongqu.platform.data.catalog.web;

import java.util.ArrayList;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriUtils;
import org.tongqu.design.nav.Trail;
import org.tongqu.platform.data.catalog.Coded;
import org.tongqu.platform.data.catalog.Description.SharingType;
import org.tongqu.platform.data.catalog.Listing.Filter;
import org.tongqu.platform.data.catalog.Listing.Shelf;

/** The address of a list of the catalogue in words. */
record CatalogQuery(
        @Nullable String shelf,
        @Nullable String q,
        @Nullable String organisation,
        @Nullable String sharing,
        @Nullable String group,
        @Nullable String after) {

    static final int PAGE = 50;

    Shelf chosen() {
        return text(shelf).flatMap(code -> Coded.find(Shelf.class, code)).orElse(Shelf.PUBLISHED);
    }

    Filter filter() {
        return new Filter(
                chosen(),
                text(q).orElse(""),
                text(organisation),
                text(sharing).flatMap(code -> Coded.find(SharingType.class, code)),
                text(group).filter(code -> code.matches("[0-9]{1,3}")));
    }

    Trail trail() {
        return Trail.of(after);
    }

    CatalogQuery after(String trail) {
        return new CatalogQuery(shelf, q, organisation, sharing, group, trail);
    }

    CatalogQuery on(Shelf other) {
        return new CatalogQuery(other.code(), q, organisation, sharing, group, null);
    }

    String address(String page) {
        var parts = new ArrayList<String>();
        add(parts, "shelf", shelf);
        add(parts, "q", q);
        add(parts, "organisation", organisation);
        add(parts, "sharing", sharing);
        add(parts, "group", group);
        add(parts, "after", after);
        return parts.isEmpty() ? page : page + "?" + String.join("&", parts);
    }

    private static void add(ArrayList<String> parts, String name, @Nullable String value) {
        text(value).ifPresent(said -> parts.add(name + "=" + UriUtils.encode(said, "UTF-8")));
    }

    static Optional<String> text(@Nullable String value) {
        return Optional.ofNullable(value).map(String::strip).filter(said -> !said.isEmpty());
    }
}
