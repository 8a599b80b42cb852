package org.tongqu.design.nav;

import org.tongqu.design.Texts;

/**
 * The way through a long list by keyset: back to the start and on to the next.
 *
 * @param first the address of the first rows; empty when this is them
 * @param next  the address of the rows after these; empty at the end
 * @param words what is shown, {@code 共 1,204 件，本页 50 件}
 */
public record Pagination(Texts texts, String first, String next, String words) {}
