package org.tongqu.design.nav;

import java.util.List;

/** Views of the same thing, each with its own address. */
public record Tabs(String label, List<Tab> tabs, String current) {

    /** @param count how many are there; empty when nothing is counted */
    public record Tab(String id, String label, String href, String count) {}

    public Tabs {
        tabs = List.copyOf(tabs);
    }
}
