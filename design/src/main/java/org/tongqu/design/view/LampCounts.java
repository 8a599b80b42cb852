package org.tongqu.design.view;

import java.util.List;

/** How many clocks stand how; each number opens its rows. Announced politely when it changes. */
public record LampCounts(String label, List<Count> counts) {

    public record Count(Lamp lamp, String number, String href) {}

    public LampCounts {
        counts = List.copyOf(counts);
    }
}
