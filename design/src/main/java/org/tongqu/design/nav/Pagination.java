package org.tongqu.design.nav;

import java.util.Optional;
import java.util.function.UnaryOperator;
import org.tongqu.design.Texts;

/**
 * The way through a long list by keyset: back to the rows before and on to the next.
 *
 * @param previous the address of the rows before these; empty when these are the first
 * @param next     the address of the rows after these; empty at the end
 * @param words    what is shown, {@code 共 1,204 件，本页 50 件}
 */
public record Pagination(Texts texts, String previous, String next, String words) {

    /**
     * @param next    where the rows after these begin; empty at the end
     * @param address the address of a page by its trail, an empty one for the first page
     */
    public static Pagination of(
            Texts texts, Trail here, Optional<String> next, UnaryOperator<String> address, String words) {
        return new Pagination(
                texts,
                here.isFirst() ? "" : address.apply(here.back().toString()),
                next.map(start -> address.apply(here.onTo(start).toString())).orElse(""),
                words);
    }
}
