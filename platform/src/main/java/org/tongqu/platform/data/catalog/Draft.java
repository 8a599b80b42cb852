package org.tongqu.platform.data.catalog;

import java.util.List;

/**
 * What a department writes into the catalogue.
 *
 * @param category the part of the code before the slash
 */
public record Draft(String category, Description description, List<Item> items) {

    public Draft {
        items = List.copyOf(items);
    }

    public Draft with(List<Item> otherItems) {
        return new Draft(category, description, otherItems);
    }
}
