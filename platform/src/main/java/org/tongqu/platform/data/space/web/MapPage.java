package org.tongqu.platform.data.space.web;

import java.util.List;
import java.util.Optional;
import org.tongqu.design.Page;
import org.tongqu.design.PageFrame;
import org.tongqu.design.form.FilterBar;
import org.tongqu.design.nav.Pagination;
import org.tongqu.design.view.DataTable;
import org.tongqu.design.view.KeyFacts;

/**
 * The map and the list that says the same.
 *
 * @param extent what the map shows first: west, south, east, north; empty when there is nothing
 * @param at the place that is marked: longitude, latitude; empty for none
 * @param thing the thing that was opened
 */
public record MapPage(
        PageFrame frame,
        String extent,
        String at,
        List<Switch> switches,
        FilterBar filter,
        DataTable table,
        Pagination pages,
        Optional<Thing> thing)
        implements Page {

    /**
     * A layer that can be shown and hidden.
     *
     * @param items the address of its things
     * @param page the address of this page with a thing of it, which is put at the end
     * @param colour 1, 2, … 8
     * @param checked whether it is shown at first
     */
    public record Switch(String id, String title, String items, String page, int colour, boolean checked) {}

    /** @param box west, south, east, north */
    public record Thing(String label, KeyFacts facts, String box) {}

    public MapPage {
        switches = List.copyOf(switches);
    }
}
