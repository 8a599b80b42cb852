package org.tongqu.design.form;

import java.util.List;
import org.tongqu.design.Texts;

/**
 * Narrows a list. Sent by GET, so that the address holds the choice and can be kept or passed on.
 *
 * @param filters their values as they are now
 * @param reset   the address without any filter
 */
public record FilterBar(Texts texts, String action, List<Filter> filters, List<FormPage.Hidden> kept, String reset) {

    public sealed interface Filter {
        String name();

        String label();

        /** Free words. */
        record Words(String name, String label, String value) implements Filter {}

        /** @param all what stands there when nothing is chosen */
        record OneOf(String name, String label, List<Choice> choices, String chosen, String all) implements Filter {
            public OneOf {
                choices = List.copyOf(choices);
            }
        }

        /** A day, {@code 2026-11-22} or empty. */
        record Day(String name, String label, String value) implements Filter {}
    }

    public FilterBar {
        filters = List.copyOf(filters);
        kept = List.copyOf(kept);
    }
}
