package org.tongqu.design.form;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
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

        /**
         * A day, {@code 2026-11-22} or empty.
         *
         * @param wrong what is wrong with what was typed, which is then not asked for; empty where nothing is
         */
        record Day(String name, String label, String value, String wrong) implements Filter {

            public Day(String name, String label, String value) {
                this(name, label, value, "");
            }

            /** The same, and what there is to say where an address names a day that does not exist. */
            public Day asTyped(Texts texts, @Nullable String typed) {
                var said = Optional.ofNullable(typed).map(String::strip).orElse("");
                return said.isEmpty() || isDay(said)
                        ? this
                        : new Day(name, label, value, texts.say("design.filter.day.wrong", said));
            }

            private static boolean isDay(String text) {
                try {
                    LocalDate.parse(text);
                    return true;
                } catch (DateTimeParseException none) {
                    return false;
                }
            }
        }
    }

    public FilterBar {
        filters = List.copyOf(filters);
        kept = List.copyOf(kept);
    }
}
