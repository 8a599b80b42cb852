package org.tongqu.design.nav;

import java.util.List;

/** The way here; the last one is this page and is not a link. */
public record Breadcrumbs(List<Crumb> crumbs) {

    /** @param href empty for this page */
    public record Crumb(String label, String href) {}

    public Breadcrumbs {
        crumbs = List.copyOf(crumbs);
    }

    public static Breadcrumbs none() {
        return new Breadcrumbs(List.of());
    }

    public static Breadcrumbs of(Crumb... crumbs) {
        return new Breadcrumbs(List.of(crumbs));
    }

    public boolean isEmpty() {
        return crumbs.isEmpty();
    }
}
