package org.tongqu.platform.operate.web;

import org.jspecify.annotations.Nullable;
import org.tongqu.design.nav.Trail;

/**
 * What is asked of a list that stands on shelves, as its address carries it.
 *
 * @param shelf code of the shelf one looks at
 * @param q words to be found
 * @param state code of the state to narrow to
 * @param after the {@link Trail} of pages seen
 */
public record ShelvedQuery(
        @Nullable String shelf,
        @Nullable String q,
        @Nullable String state,
        @Nullable String after) {

    public String words() {
        return ListAddress.asked(q).orElse("");
    }

    public Trail trail() {
        return Trail.of(after);
    }

    public ShelvedQuery after(String trail) {
        return new ShelvedQuery(shelf, q, state, trail);
    }

    /** The same of another shelf, from its beginning. */
    public ShelvedQuery on(String other) {
        return new ShelvedQuery(other, q, state, null);
    }

    public String address(String list) {
        return ListAddress.of(list)
                .with("shelf", shelf)
                .with("q", q)
                .with("state", state)
                .with("after", after)
                .toString();
    }
}
