package org.tongqu.platform.matter.publicity;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.tongqu.kernel.Outcome;
import org.tongqu.kernel.time.WorkingCalendar;
import org.tongqu.platform.matter.publicity.internal.PenaltyCheck;
import org.tongqu.platform.matter.publicity.internal.PenaltyDeeds;
import org.tongqu.platform.matter.publicity.internal.PenaltyStore;
import org.tongqu.platform.matter.supervision.Orders;
import org.tongqu.platform.trust.access.Access;
import org.tongqu.platform.trust.access.AccessRefusal;
import org.tongqu.platform.trust.identity.SignedIn;

/**
 * The verbs of penalty decisions: an organisation registers what it decided, publishes it within the limit, corrects what is
 * wrong and withdraws what was changed or annulled, each with its reason. Anybody may read what is published.
 */
@Service
public class Penalties {

    /** Who may register, publish, correct and withdraw for an organisation. */
    public static final Set<String> ROLES = Set.of(Orders.CHIEF, "decider");

    private final PenaltyStore store;
    private final PenaltyDeeds deeds;
    private final PublicityTerms terms;
    private final Access access;
    private final Clock clock;

    Penalties(PenaltyStore store, PenaltyDeeds deeds, PublicityTerms terms, Access access, Clock clock) {
        this.store = store;
        this.deeds = deeds;
        this.terms = terms;
        this.access = access;
        this.clock = clock;
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), WorkingCalendar.ZONE);
    }

    /** Whether somebody may register decisions of the own organisation. */
    public boolean mayRegister(SignedIn.Officer who) {
        return mayAct(who, who.organisation()).isEmpty();
    }

    /** Whether somebody may publish, correct and withdraw it. */
    public boolean mayAct(SignedIn.Officer who, Penalty penalty) {
        return mayAct(who, penalty.organisation()).isEmpty();
    }

    private Optional<PenaltyRefusal> mayAct(SignedIn.Officer who, String organisation) {
        return access.mayAct(who, organisation, ROLES)
                        instanceof Outcome.Refused<SignedIn.Officer, AccessRefusal>(var why)
                ? Optional.of(new PenaltyRefusal.MayNot(why))
                : Optional.empty();
    }

    /** Registers what the own organisation decided; from now on it owes that it is published. */
    @Transactional
    public Outcome<Penalty, PenaltyRefusal> register(SignedIn.Officer who, Penalty.Decided decided) {
        var refused = mayAct(who, who.organisation());
        if (refused.isPresent()) {
            return Outcome.refused(refused.get());
        }
        return PenaltyCheck.of(decided, Optional.empty(), today()).then(known -> {
            var now = clock.instant();
            var noon = known.on().atTime(LocalTime.NOON).atZone(WorkingCalendar.ZONE);
            var penalty = new Penalty(
                    UUID.randomUUID().toString(),
                    known,
                    who.organisation(),
                    deeds.division(who.organisation()),
                    new Penalty.Term(
                            now,
                            deeds.due(noon.toInstant()),
                            terms.until(known.on(), known.ruling().severity())),
                    Penalty.Standing.REGISTERED);
            if (!store.add(penalty)) {
                return Outcome.refused(new PenaltyRefusal.NumberTaken());
            }
            deeds.registered(who, penalty);
            return Outcome.done(penalty);
        });
    }

    /** Shows it to everybody from now on. */
    @Transactional
    public Outcome<Penalty, PenaltyRefusal> publish(SignedIn.Officer who, String id) {
        return open(who, id).then(penalty -> {
            if (penalty.standing().publishedAt().isPresent()) {
                return Outcome.refused(new PenaltyRefusal.AlreadyPublished());
            }
            var now = clock.instant();
            store.publish(id, now);
            deeds.published(who, penalty, now);
            return Outcome.done(store.find(id).orElseThrow());
        });
    }

    /** Puts right what was registered; the day of the decision stays, as its limit was reckoned from it. */
    @Transactional
    public Outcome<Penalty, PenaltyRefusal> correct(
            SignedIn.Officer who, String id, Penalty.Decided decided, String why) {
        return open(who, id)
                .then(penalty -> PenaltyCheck.of(decided, Optional.of(penalty.decided()), today())
                        .then(known -> {
                            if (why.isBlank()) {
                                return Outcome.refused(new PenaltyRefusal.WhyMissing());
                            }
                            var until = terms.until(known.on(), known.ruling().severity());
                            if (!store.correct(id, known, until)) {
                                return Outcome.refused(new PenaltyRefusal.NumberTaken());
                            }
                            var correction = new Penalty.Correction(clock.instant(), why.strip());
                            store.note(id, correction);
                            deeds.corrected(who, penalty, correction.at(), correction.why());
                            return Outcome.done(store.find(id).orElseThrow());
                        }));
    }

    /** What was put right of it, the latest first. */
    @Transactional(readOnly = true)
    public List<Penalty.Correction> corrections(Penalty penalty) {
        return store.corrections(penalty.id());
    }

    /** The first day on which credit can be repaired; nothing as long as it is not published. */
    public Optional<LocalDate> repairable(Penalty penalty) {
        return penalty.standing()
                .publishedAt()
                .map(at -> terms.repairable(
                        LocalDate.ofInstant(at, WorkingCalendar.ZONE),
                        penalty.decided().ruling().severity()));
    }

    /** Ends publicity early because credit was repaired (信用修复); the decision itself stands. */
    @Transactional
    public Outcome<Penalty, PenaltyRefusal> repair(SignedIn.Officer who, String id, String why) {
        return open(who, id).then(penalty -> {
            var from = repairable(penalty);
            if (from.isEmpty() || today().isBefore(from.get())) {
                return Outcome.refused(new PenaltyRefusal.TooEarly(from.orElseGet(this::today)));
            }
            return takeDown(who, penalty, why, Penalty.How.REPAIRED);
        });
    }

    /** Takes it down: it was changed, revoked or annulled, or should not have been registered. */
    @Transactional
    public Outcome<Penalty, PenaltyRefusal> withdraw(SignedIn.Officer who, String id, String why) {
        return open(who, id).then(penalty -> takeDown(who, penalty, why, Penalty.How.ANNULLED));
    }

    private Outcome<Penalty, PenaltyRefusal> takeDown(
            SignedIn.Officer who, Penalty penalty, String why, Penalty.How how) {
        if (why.isBlank()) {
            return Outcome.refused(new PenaltyRefusal.WhyMissing());
        }
        var withdrawn = new Penalty.Withdrawn(clock.instant(), why.strip(), how);
        store.withdraw(penalty.id(), withdrawn);
        deeds.withdrawn(who, penalty, withdrawn);
        return Outcome.done(store.find(penalty.id()).orElseThrow());
    }

    /** One that was not withdrawn and that somebody may act on; nobody else acts on it until the transaction ends. */
    private Outcome<Penalty, PenaltyRefusal> open(SignedIn.Officer who, String id) {
        var found = store.findForUpdate(id).filter(penalty -> sees(who, penalty));
        if (found.isEmpty()) {
            return Outcome.refused(new PenaltyRefusal.Gone());
        }
        var refused = mayAct(who, found.get().organisation());
        if (refused.isPresent()) {
            return Outcome.refused(refused.get());
        }
        return found.get().standing().withdrawn().isPresent()
                ? Outcome.refused(new PenaltyRefusal.AlreadyWithdrawn())
                : Outcome.done(found.get());
    }

    private boolean sees(SignedIn.Officer who, Penalty penalty) {
        return access.scope(who).sees(penalty.organisation());
    }

    /** Those of organisations in reach, the latest registered first. */
    @Transactional(readOnly = true)
    public Penalty.Listed list(SignedIn.Officer who, Optional<String> after) {
        return store.page(access.scope(who), after);
    }

    /** One of an organisation in reach. */
    @Transactional(readOnly = true)
    public Optional<Penalty> find(SignedIn.Officer who, String id) {
        return store.find(id).filter(penalty -> sees(who, penalty));
    }

    /** What is published now, the latest first. @param words a part of a name, a number or a violation; empty for all @param most on the page */
    @Transactional(readOnly = true)
    public Penalty.Listed published(String words, Optional<String> after, int most) {
        return store.published(new PenaltyStore.Shown(words, today()), after, most);
    }

    /** Something else whenever what is published is not the same as before. */
    @Transactional(readOnly = true)
    public String edition() {
        return store.edition(today());
    }

    /** One that is published now. */
    @Transactional(readOnly = true)
    public Optional<Penalty> findPublished(String id) {
        return store.find(id).filter(penalty -> penalty.state(today()) == Penalty.State.PUBLISHED);
    }

    /** One that was published and taken down; whom it is about is no longer anybody's business. */
    @Transactional(readOnly = true)
    public Optional<Penalty> findTakenDown(String id) {
        return store.find(id)
                .filter(penalty -> penalty.standing().publishedAt().isPresent()
                        && penalty.standing().withdrawn().isPresent());
    }

    /** Where it stands today. */
    public Penalty.State state(Penalty penalty) {
        return penalty.state(today());
    }
}
