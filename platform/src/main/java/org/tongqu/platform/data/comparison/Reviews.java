package org.tongqu.platform.data.comparison;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.tongqu.kernel.Outcome;
import org.tongqu.kernel.data.Datum;
import org.tongqu.platform.data.agreements.Purpose;
import org.tongqu.platform.data.catalog.Compiling;
import org.tongqu.platform.data.comparison.Doubt.State;
import org.tongqu.platform.data.comparison.Doubt.Verdict;
import org.tongqu.platform.data.comparison.internal.Decided;
import org.tongqu.platform.data.comparison.internal.PairStore;
import org.tongqu.platform.data.comparison.internal.Ruling;
import org.tongqu.platform.trust.access.Access;
import org.tongqu.platform.trust.identity.SignedIn;
import org.tongqu.platform.trust.journal.Entry;
import org.tongqu.platform.trust.journal.Journal;

/** People look at the pairs that a comparison by evidence is in doubt about, and say whether they are one. */
@Service
public class Reviews {

    /** How long somebody who said what for may look at pairs. */
    private static final Duration LOOKING = Duration.ofHours(8);

    private static final Set<String> REVIEWING = Set.of(Compiling.OFFICER, Compiling.CHIEF, Compiling.AUTHORITY);

    private final PairStore pairs;
    private final Ruling ruling;
    private final Access access;
    private final Journal journal;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Reviews(
            PairStore pairs,
            Ruling ruling,
            Access access,
            Journal journal,
            ApplicationEventPublisher events,
            Clock clock) {
        this.pairs = pairs;
        this.ruling = ruling;
        this.access = access;
        this.journal = journal;
        this.events = events;
        this.clock = clock;
    }

    /** How many pairs of the job wait. */
    @Transactional(readOnly = true)
    public long waiting(PlannedJob planned) {
        return pairs.waiting(planned.code());
    }

    /** Whether the officer decides pairs: data officers and data leads of either side, and the data authority. */
    public boolean mayReview(SignedIn.Officer who, PlannedJob planned) {
        return planned.job().isByEvidence()
                && planned.sides().stream()
                        .anyMatch(side -> access.mayAct(who, side, REVIEWING) instanceof Outcome.Done);
    }

    /** Whether the officer said what for today. */
    @Transactional(readOnly = true)
    public boolean isOpen(SignedIn.Officer who, PlannedJob planned) {
        return pairs.isOpen(planned.code(), who.actor(), clock.instant().minus(LOOKING));
    }

    /** Opens the pairs of a job to the officer, and says so in the journal before anything is shown. */
    @Transactional
    public Outcome<PlannedJob, ComparisonRefusal> open(
            SignedIn.Officer who, PlannedJob planned, Optional<Purpose> purpose, String why) {
        if (!mayReview(who, planned)) {
            return Outcome.refused(new ComparisonRefusal.MayNot());
        }
        if (purpose.isEmpty()) {
            return Outcome.refused(new ComparisonRefusal.PurposeMissing());
        }
        if (why.isBlank()) {
            return Outcome.refused(new ComparisonRefusal.ReasonMissing());
        }
        var now = clock.instant();
        pairs.open(planned.code(), who.actor(), purpose.get().code(), why.strip(), now);
        journal.append(Entry.of(now, who.doer(), "comparison.review", new Entry.Subject("comparison", planned.code()))
                .because(why.strip())
                .with(Datum.empty().with("look-purpose", Datum.of(purpose.get().code()))));
        return Outcome.done(planned);
    }

    /** The pair to look at next; nothing when none waits. */
    @Transactional(readOnly = true)
    public Optional<Doubt> next(PlannedJob planned) {
        return pairs.next(planned.code());
    }

    @Transactional(readOnly = true)
    public Optional<Doubt> find(PlannedJob planned, long id) {
        return pairs.find(planned.code(), id);
    }

    /** What was decided last. */
    @Transactional(readOnly = true)
    public List<Doubt> decided(PlannedJob planned, int limit) {
        return pairs.decided(planned.code(), limit);
    }

    /** Says whether the two are one; what is one is a finding from now on, and goes to its source. */
    @Transactional
    public Outcome<Doubt, ComparisonRefusal> decide(
            SignedIn.Officer who, PlannedJob planned, long id, Verdict verdict) {
        return held(who, planned, id, Set.of(State.WAITING)).then(doubt -> {
            var now = clock.instant();
            switch (verdict) {
                case LATER -> pairs.postpone(id);
                case DIFFERENT -> pairs.decide(id, State.DIFFERENT, who.actor(), now);
                case SAME -> {
                    pairs.decide(id, State.SAME, who.actor(), now);
                    ruling.finds(planned, doubt.said(), now);
                    events.publishEvent(new Decided(planned));
                }
            }
            if (verdict != Verdict.LATER) {
                tell(who, planned, id, "comparison.pair-" + verdict.code());
            }
            return Outcome.done(doubt);
        });
    }

    /** Takes a decision back: the pair waits again, and a finding that it made is closed. */
    @Transactional
    public Outcome<Doubt, ComparisonRefusal> takeBack(SignedIn.Officer who, PlannedJob planned, long id) {
        return held(who, planned, id, Set.of(State.SAME, State.DIFFERENT)).then(doubt -> {
            pairs.undecide(id);
            if (doubt.state() == State.SAME) {
                ruling.closes(planned, doubt.said(), clock.instant());
            }
            tell(who, planned, id, "comparison.pair-back");
            return Outcome.done(doubt);
        });
    }

    private Outcome<Doubt, ComparisonRefusal> held(
            SignedIn.Officer who, PlannedJob planned, long id, Set<State> states) {
        if (!mayReview(who, planned)) {
            return Outcome.refused(new ComparisonRefusal.MayNot());
        }
        if (!isOpen(who, planned)) {
            return Outcome.refused(new ComparisonRefusal.NotOpened());
        }
        return pairs.lock(planned.code(), id)
                .filter(doubt -> states.contains(doubt.state()))
                .<Outcome<Doubt, ComparisonRefusal>>map(Outcome::done)
                .orElseGet(() -> Outcome.refused(new ComparisonRefusal.Settled()));
    }

    private void tell(SignedIn.Officer who, PlannedJob planned, long id, String verb) {
        journal.append(Entry.of(
                clock.instant(), who.doer(), verb, new Entry.Subject("comparison-pair", planned.code() + "/" + id)));
    }
}
