package org.tongqu.platform.matter.ratings;

import java.util.Set;

/**
 * What somebody said of a contact point.
 *
 * @param reasons codes among those of {@link RatingTerms}
 * @param words may be empty
 * @param phone to be called back on; may be empty, and is kept with bad ratings alone
 */
public record Given(Point point, Channel channel, Grade grade, Set<String> reasons, String words, String phone) {

    public Given {
        reasons = Set.copyOf(reasons);
    }
}
