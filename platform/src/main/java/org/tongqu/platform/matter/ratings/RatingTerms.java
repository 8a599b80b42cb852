package org.tongqu.platform.matter.ratings;

import java.util.List;
import java.util.stream.Stream;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.tongqu.kernel.time.Limit;

/**
 * How long things take and what can be ticked, configured under {@code tongqu.ratings}; local rules differ.
 *
 * @param openFor how many days after a matter ended it can still be rated
 * @param answerWithin by when a bad rating is answered
 * @param settlesAfter how many days an answer waits for the applicant's word before it counts as accepted
 * @param praise codes of reasons for contentment; words under {@code ratings.reason.…}
 * @param blame codes of reasons for discontent
 */
@ConfigurationProperties("tongqu.ratings")
public record RatingTerms(
        @DefaultValue("180") int openFor,
        @DefaultValue("15 working days") String answerWithin,
        @DefaultValue("15") int settlesAfter,

        @DefaultValue({"clear", "quick", "few-papers", "kind", "told-in-time"})
        List<String> praise,

        @DefaultValue({"unclear", "slow", "more-papers", "unkind", "sent-about", "site-hard", "charged"})
        List<String> blame) {

    public RatingTerms {
        praise = List.copyOf(praise);
        blame = List.copyOf(blame);
    }

    public Limit answer() {
        return Limit.parse(answerWithin).orElseThrow();
    }

    /** Whether the code is one of those that can be ticked. */
    public boolean knows(String reason) {
        return Stream.concat(praise.stream(), blame.stream()).anyMatch(reason::equals);
    }
}
