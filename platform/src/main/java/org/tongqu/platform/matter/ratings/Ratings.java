package org.tongqu.platform.matter.ratings;

import java.time.Clock;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.tongqu.kernel.Outcome;
import org.tongqu.kernel.data.Datum;
import org.tongqu.platform.matter.ratings.internal.FollowUpOpening;
import org.tongqu.platform.matter.ratings.internal.NewRating;
import org.tongqu.platform.matter.ratings.internal.RatingStore;
import org.tongqu.platform.trust.access.Access;
import org.tongqu.platform.trust.identity.SignedIn;
import org.tongqu.platform.trust.journal.Entry;
import org.tongqu.platform.trust.journal.Journal;

/** Giving ratings and reading them. Each contact point of a matter is rated once, whoever asks at whichever door. */
@Service
public class Ratings {

    private static final int LONGEST = 500;

    private final RatingStore store;
    private final FollowUpOpening followUps;
    private final RatingTerms terms;
    private final Access access;
    private final Journal journal;
    private final Clock clock;

    Ratings(
            RatingStore store,
            FollowUpOpening followUps,
            RatingTerms terms,
            Access access,
            Journal journal,
            Clock clock) {
        this.store = store;
        this.followUps = followUps;
        this.terms = terms;
        this.access = access;
        this.journal = journal;
        this.clock = clock;
    }

    /** Takes a rating; a bad one is followed up from this moment on. */
    @Transactional
    public Outcome<Rating, RateRefusal> rate(RatedMatter matter, Given given) {
        if (!open(matter).contains(given.point())) {
            return Outcome.refused(new RateRefusal.NotOpen(given.point()));
        }
        if (given.grade().isBad() && given.reasons().isEmpty() && given.words().isBlank()) {
            return Outcome.refused(new RateRefusal.ReasonMissing());
        }
        var rating = rating(matter, given);
        var phone = given.grade().isBad() ? given.phone().strip() : "";
        var head = matter.view().head();
        if (!store.insert(new NewRating(
                rating, head.caseId(), head.receipt().value(), head.applicant().account(), phone))) {
            return Outcome.refused(new RateRefusal.RatedBefore(given.point()));
        }
        journal.append(Entry.of(rating.at(), matter.by(), "ratings.rate", new Entry.Subject("rating", rating.id()))
                .with(Datum.empty()
                        .with("point", Datum.of(given.point().code()))
                        .with("grade", Datum.of(given.grade().code()))));
        if (given.grade().isBad()) {
            followUps.open(rating, matter.view().item(), head.caseId());
        }
        return Outcome.done(rating);
    }

    private Rating rating(RatedMatter matter, Given given) {
        var head = matter.view().head();
        var words = given.words().strip();
        return new Rating(
                UUID.randomUUID().toString(),
                new Rating.Served(head.organisation().code(), head.pack().id()),
                given.point(),
                given.channel(),
                new Rating.Said(
                        given.grade(),
                        given.reasons().stream().filter(terms::knows).sorted().toList(),
                        words.substring(0, Math.min(LONGEST, words.length()))),
                clock.instant(),
                true);
    }

    /** What was said of the matter, and what can still be. */
    @Transactional(readOnly = true)
    public OwnRatings of(RatedMatter matter) {
        var given = store.ofCase(
                UUID.fromString(matter.view().head().caseId()),
                clock.instant().minus(Duration.ofDays(terms.settlesAfter())));
        var open = EnumSet.noneOf(Point.class);
        open.addAll(open(matter));
        given.forEach(own -> open.remove(own.rating().point()));
        return new OwnRatings(given, open);
    }

    private Set<Point> open(RatedMatter matter) {
        var closed = matter.endedAt()
                .filter(at -> at.plus(Duration.ofDays(terms.openFor())).isBefore(clock.instant()))
                .isPresent();
        return closed ? Set.of() : matter.reached();
    }

    /** What was said of the organisations in reach; who said it is not told. */
    @Transactional(readOnly = true)
    public RatingPage page(SignedIn.Officer who, RatingPage.View view, Optional<String> after) {
        return store.page(access.scope(who), view, after);
    }

    /** For everybody. */
    @Transactional(readOnly = true)
    public Figures figures() {
        return store.figures();
    }
}
