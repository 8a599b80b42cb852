package org.tongqu.platform.matter.ratings;

import java.time.Clock;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.tongqu.kernel.Outcome;
import org.tongqu.kernel.data.Datum;
import org.tongqu.platform.matter.ratings.FollowUp.State;
import org.tongqu.platform.matter.ratings.FollowUpStep.Kind;
import org.tongqu.platform.matter.ratings.FollowUpStep.Verdict;
import org.tongqu.platform.matter.ratings.internal.FollowUpOpening;
import org.tongqu.platform.matter.ratings.internal.FollowUpStore;
import org.tongqu.platform.matter.ratings.internal.RatingNotices;
import org.tongqu.platform.trust.access.Access;
import org.tongqu.platform.trust.identity.SignedIn;
import org.tongqu.platform.trust.journal.Entry;
import org.tongqu.platform.trust.journal.Journal;

/**
 * What is done about a bad rating. Whoever leads the office and did not work on the matter calls back, verifies, puts right
 * and answers; the applicant says whether they are content, and once may ask for more: then whoever stands above answers.
 */
@Service
public class FollowUps {

    private static final String SUPERVISOR = "supervisor";

    private final FollowUpStore store;
    private final FollowUpOpening opening;
    private final RatingNotices notices;
    private final Access access;
    private final Journal journal;
    private final Clock clock;

    FollowUps(
            FollowUpStore store,
            FollowUpOpening opening,
            RatingNotices notices,
            Access access,
            Journal journal,
            Clock clock) {
        this.store = store;
        this.opening = opening;
        this.notices = notices;
        this.access = access;
        this.journal = journal;
        this.clock = clock;
    }

    /** What an office says it did; empty parts are not asked at every step. */
    public record Said(Optional<Verdict> verdict, String words) {
        public static Said of(String words) {
            return new Said(Optional.empty(), words);
        }
    }

    /** A rating of an organisation in reach. Whoever may follow it up is told which matter it is, and that is written down. */
    @Transactional
    public Optional<FollowUpFile> find(SignedIn.Officer who, String id) {
        return uuid(id).flatMap(store::find).filter(found -> sees(who, found)).map(found -> file(who, found));
    }

    private FollowUpFile file(SignedIn.Officer who, FollowUpStore.Found found) {
        var may = found.followUp().map(open -> may(who, found, open)).orElse(Set.of());
        var knows = found.followUp().isPresent() && (handles(who, found) || who.has(SUPERVISOR));
        if (knows) {
            write(who.doer(), "ratings.open", found.rating().id(), "", Optional.empty());
        }
        return new FollowUpFile(
                found.rating(),
                found.followUp(),
                found.followUp().map(open -> store.steps(open.id())).orElse(List.of()),
                may,
                knows ? Optional.of(found.known()) : Optional.empty());
    }

    @Transactional
    public Outcome<FollowUp, FollowUpRefusal> call(SignedIn.Officer who, String id, String words) {
        return owed(who, id, Set.of(State.OPEN), words)
                .map(open -> keep(open, State.CALLED, Kind.CALLED, who.doer(), Said.of(words)));
    }

    @Transactional
    public Outcome<FollowUp, FollowUpRefusal> verify(SignedIn.Officer who, String id, Said said) {
        return owed(who, id, Set.of(State.CALLED), said.words())
                .then(open -> said.verdict().isEmpty()
                        ? Outcome.refused(new FollowUpRefusal.VerdictMissing())
                        : Outcome.done(keep(open, State.VERIFIED, Kind.VERIFIED, who.doer(), said)));
    }

    /** What was put right, in the words the applicant reads. */
    @Transactional
    public Outcome<FollowUp, FollowUpRefusal> answer(SignedIn.Officer who, String id, String words) {
        return owed(who, id, Set.of(State.VERIFIED), words).map(open -> {
            var now = clock.instant();
            opening.settle(open, now);
            store.answered(open.id(), now);
            var answered = keep(open, State.ANSWERED, Kind.ANSWERED, who.doer(), Said.of(words));
            notices.answered(answered, store.applicant(answered.id()), now);
            return answered;
        });
    }

    /** The office says it is malicious; until a supervisor decided nothing is owed. */
    @Transactional
    public Outcome<FollowUp, FollowUpRefusal> appeal(SignedIn.Officer who, String id, String words) {
        return owed(who, id, Set.of(State.OPEN, State.CALLED, State.VERIFIED), words)
                .map(open -> {
                    opening.settle(open, clock.instant());
                    return keep(open, State.APPEALED, Kind.APPEALED, who.doer(), Said.of(words));
                });
    }

    /** It is malicious, and counts no longer. */
    @Transactional
    public Outcome<FollowUp, FollowUpRefusal> uphold(SignedIn.Officer who, String id, String words) {
        return judged(who, id, words).map(open -> {
            store.strike(open.id());
            return keep(open, State.STRUCK, Kind.UPHELD, who.doer(), Said.of(words));
        });
    }

    /** It is not malicious: the office follows it up where it left off, with a new term. */
    @Transactional
    public Outcome<FollowUp, FollowUpRefusal> reject(SignedIn.Officer who, String id, String words) {
        return judged(who, id, words)
                .then(open -> opening.term(clock.instant()).map(term -> {
                    var state = before(store.steps(open.id()));
                    var back = open.back(state, term);
                    add(back, Kind.REJECTED, who.doer(), Said.of(words));
                    opening.owe(back);
                    notices.waiting(back, opening.handlers(back.addressed(), store.caseOf(back.id())), clock.instant());
                    return back;
                }));
    }

    /** How far the office had come when it appealed. */
    private static State before(List<FollowUpStep> steps) {
        var state = State.OPEN;
        for (var step : steps) {
            state = switch (step.kind()) {
                case OPENED, DISCONTENT -> State.OPEN;
                case CALLED -> State.CALLED;
                case VERIFIED -> State.VERIFIED;
                default -> state;
            };
        }
        return state;
    }

    /** The applicant's word about the answer. Once it did not content, whoever stands above answers; twice ends it so. */
    @Transactional
    public Outcome<FollowUp, FollowUpRefusal> judge(RatedMatter matter, Point point, Satisfied verdict) {
        var found = store.lockOf(UUID.fromString(matter.view().head().caseId()), point);
        if (found.isEmpty()) {
            return Outcome.refused(new FollowUpRefusal.NotThere());
        }
        var open = found.get();
        if (open.state() != State.ANSWERED) {
            return Outcome.refused(new FollowUpRefusal.NotItsTurn(open.state()));
        }
        if (verdict.content()) {
            return Outcome.done(keep(open, State.SETTLED, Kind.CONTENT, applicant(), Said.of(verdict.words())));
        }
        if (open.round() > 1) {
            return Outcome.done(keep(open, State.DISCONTENT, Kind.DISCONTENT, applicant(), Said.of(verdict.words())));
        }
        return opening.term(clock.instant()).map(term -> {
            var again = open.again(opening.above(open), term);
            add(again, Kind.DISCONTENT, applicant(), Said.of(verdict.words()));
            opening.owe(again);
            notices.waiting(again, opening.handlers(again.addressed(), store.caseOf(again.id())), clock.instant());
            return again;
        });
    }

    /** @param words may be empty */
    public record Satisfied(Answer answer, String words) {

        public enum Answer {
            YES,
            NO
        }

        boolean content() {
            return answer == Answer.YES;
        }
    }

    /** Nobody's name: the office must not learn it from the file. */
    private static Entry.Doer applicant() {
        return new Entry.Doer("applicant", "");
    }

    private Outcome<FollowUp, FollowUpRefusal> owed(SignedIn.Officer who, String id, Set<State> states, String words) {
        var found = uuid(id).flatMap(store::lock).filter(some -> sees(who, some));
        if (found.isEmpty() || found.get().followUp().isEmpty()) {
            return Outcome.refused(new FollowUpRefusal.NotThere());
        }
        var open = found.get().followUp().get();
        if (!(access.mayAct(who, open.addressed(), Set.of(FollowUpOpening.CHIEF)) instanceof Outcome.Done)) {
            return Outcome.refused(new FollowUpRefusal.NotTheChief(open.addressed()));
        }
        if (opening.worked(found.get().known().caseId(), who.staff())) {
            return Outcome.refused(new FollowUpRefusal.WorkedOnIt());
        }
        if (!states.contains(open.state())) {
            return Outcome.refused(new FollowUpRefusal.NotItsTurn(open.state()));
        }
        return words.isBlank() ? Outcome.refused(new FollowUpRefusal.WordsMissing()) : Outcome.done(open);
    }

    private Outcome<FollowUp, FollowUpRefusal> judged(SignedIn.Officer who, String id, String words) {
        if (!who.has(SUPERVISOR)) {
            return Outcome.refused(new FollowUpRefusal.NotASupervisor());
        }
        var open = uuid(id).flatMap(store::lock).filter(some -> sees(who, some)).flatMap(FollowUpStore.Found::followUp);
        if (open.isEmpty()) {
            return Outcome.refused(new FollowUpRefusal.NotThere());
        }
        if (open.get().state() != State.APPEALED) {
            return Outcome.refused(new FollowUpRefusal.NotItsTurn(open.get().state()));
        }
        return words.isBlank() ? Outcome.refused(new FollowUpRefusal.WordsMissing()) : Outcome.done(open.get());
    }

    private Set<FollowUpFile.May> may(SignedIn.Officer who, FollowUpStore.Found found, FollowUp open) {
        var may = EnumSet.noneOf(FollowUpFile.May.class);
        if (open.state().waitsForOffice() && handles(who, found)) {
            may.add(FollowUpFile.May.APPEAL);
            may.add(
                    switch (open.state()) {
                        case OPEN -> FollowUpFile.May.CALL;
                        case CALLED -> FollowUpFile.May.VERIFY;
                        default -> FollowUpFile.May.ANSWER;
                    });
        }
        if (open.state() == State.APPEALED && who.has(SUPERVISOR)) {
            may.add(FollowUpFile.May.JUDGE);
        }
        return may;
    }

    private boolean handles(SignedIn.Officer who, FollowUpStore.Found found) {
        return found.followUp()
                .filter(open ->
                        access.mayAct(who, open.addressed(), Set.of(FollowUpOpening.CHIEF)) instanceof Outcome.Done)
                .filter(open -> !opening.worked(found.known().caseId(), who.staff()))
                .isPresent();
    }

    private boolean sees(SignedIn.Officer who, FollowUpStore.Found found) {
        var scope = access.scope(who);
        return scope.sees(found.rating().served().organisation())
                || found.followUp().filter(open -> scope.sees(open.addressed())).isPresent();
    }

    private FollowUp keep(FollowUp open, State next, Kind kind, Entry.Doer by, Said said) {
        var moved = open.now(next);
        add(moved, kind, by, said);
        return moved;
    }

    private void add(FollowUp moved, Kind kind, Entry.Doer by, Said said) {
        store.put(moved);
        store.add(
                moved,
                new FollowUpStep(kind, now(), by, said.verdict(), said.words().strip()));
        write(by, "ratings.follow-up", moved.id(), said.words().strip(), Optional.of(kind));
    }

    private void write(Entry.Doer by, String verb, String id, String words, Optional<Kind> kind) {
        var entry = Entry.of(now(), by, verb, new Entry.Subject("rating", id));
        var told = kind.map(step -> entry.with(
                        Datum.empty().with("step", Datum.of(step.name().toLowerCase(Locale.ROOT)))))
                .orElse(entry);
        journal.append(words.isEmpty() ? told : told.because(words));
    }

    private Instant now() {
        return clock.instant();
    }

    private static Optional<UUID> uuid(String id) {
        try {
            return Optional.of(UUID.fromString(id));
        } catch (IllegalArgumentException notAnId) {
            return Optional.empty();
        }
    }
}
