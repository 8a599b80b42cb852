package org.tongqu.platform.data.catalog.web;

import org.jspecify.annotations.Nullable;
import org.tongqu.design.nav.Trail;
import org.tongqu.platform.data.catalog.Coded;
import org.tongqu.platform.data.catalog.Description.SharingType;
import org.tongqu.platform.data.catalog.Listing.Filter;
import org.tongqu.platform.data.catalog.Listing.Shelf;
import org.tongqu.platform.operate.web.ListAddress;

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
        return ListAddress.asked(shelf)
                .flatMap(code -> Coded.find(Shelf.class, code))
                .orElse(Shelf.PUBLISHED);
    }

    Filter filter() {
        return new Filter(
                chosen(),
                ListAddress.asked(q).orElse(""),
                ListAddress.asked(organisation),
                ListAddress.asked(sharing).flatMap(code -> Coded.find(SharingType.class, code)),
                ListAddress.asked(group).filter(code -> code.matches("[0-9]{1,3}")));
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
        return ListAddress.of(page)
                .with("shelf", shelf)
                .with("q", q)
                .with("organisation", organisation)
                .with("sharing", sharing)
                .with("group", group)
                .with("after", after)
                .toString();
    }
}
