package org.tongqu.engines.space.filter;

import java.util.List;
import org.tongqu.engines.registers.Attribute;
import org.tongqu.kernel.Outcome;

/** Reads filters in CQL2, as text or as JSON. */
public final class FilterReader {

    /** What stands for where a feature lies. */
    public static final String GEOMETRY = "geometry";

    /** How many signs a filter may have. */
    public static final int LONGEST = 20_000;

    static final int MOST_WORDS = 2_000;
    static final int DEEPEST = 40;

    private FilterReader() {}

    /** @param attributes by which may be asked */
    public static Outcome<Filter, FilterRefusal> read(
            FilterLanguage language, String text, List<Attribute> attributes) {
        if (text.length() > LONGEST) {
            return Outcome.refused(
                    new FilterRefusal(FilterRefusal.Kind.TOO_LARGE, language == FilterLanguage.TEXT ? "1" : "/", ""));
        }
        try {
            var maker = new FilterMaker(attributes);
            return Outcome.done(
                    switch (language) {
                        case TEXT -> new FilterText(text, maker).filter();
                        case JSON -> FilterJson.filter(text, maker);
                    });
        } catch (Unread broken) {
            return Outcome.refused(broken.refusal());
        }
    }
}
