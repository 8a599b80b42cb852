package org.tongqu.platform.data.harvest.internal;

import java.util.List;
import java.util.Map;
import org.tongqu.platform.data.harvest.ForeignRecord;

/** A dataset as its catalogue describes it, before any rule was asked: every value a text, empty where there is none. */
record Described(Map<Part, String> parts, List<String> themes, List<ForeignRecord.Offer> offers) {

    Described {
        parts = Map.copyOf(parts);
        themes = List.copyOf(themes);
        offers = List.copyOf(offers);
    }

    enum Part {
        IDENTIFIER,
        TITLE,
        DESCRIPTION,
        PUBLISHER,
        MODIFIED,
        LICENCE,
        RIGHTS,
        LANDING
    }

    String at(Part part) {
        return parts.getOrDefault(part, "");
    }
}
