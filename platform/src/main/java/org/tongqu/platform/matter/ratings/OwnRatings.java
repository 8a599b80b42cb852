package org.tongqu.platform.matter.ratings;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What the applicant sees of the ratings of one matter.
 *
 * @param open the points that can be rated now
 */
public record OwnRatings(List<Own> given, Set<Point> open) {

    /**
     * @param answer present once a bad rating is followed up
     */
    public record Own(Rating rating, Optional<Answer> answer) {}

    /**
     * How a bad rating is followed up.
     *
     * @param words what the office answered; empty before it did
     * @param mayJudge whether the applicant may say now that they are content or not
     */
    public record Answer(FollowUp followUp, Optional<FollowUpStep> words, boolean mayJudge) {}

    public OwnRatings {
        given = List.copyOf(given);
        open = Set.copyOf(open);
    }
}
