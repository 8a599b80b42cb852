package org.tongqu.platform.matter.hall;

import java.time.Clock;
import java.time.LocalTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import org.tongqu.kernel.Outcome;
import org.tongqu.kernel.data.Datum;
import org.tongqu.platform.matter.hall.DeclareRefusal.Mistake;
import org.tongqu.platform.matter.hall.internal.DeclaringStores;
import org.tongqu.platform.matter.hall.internal.HallStore;
import org.tongqu.platform.matter.hall.internal.HallUses;
import org.tongqu.platform.matter.hall.internal.SlotStore;
import org.tongqu.platform.matter.hall.internal.WindowStore;
import org.tongqu.platform.trust.access.Access;
import org.tongqu.platform.trust.directory.Directory;
import org.tongqu.platform.trust.directory.Organisation;
import org.tongqu.platform.trust.identity.SignedIn;
import org.tongqu.platform.trust.journal.Entry;
import org.tongqu.platform.trust.journal.Journal;

/**
 * Declares halls, by whoever is responsible for them. Nothing people hold is taken away by it: what is booked, waited for
 * or sat at stays, or the change is refused and says how many are in the way. Of two who change a hall at once the
 * second is told. The code of a hall never changes: it stands on what people were given.
 */
@Service
public class HallDeclarations {

    private static final Set<String> RESPONSIBLE = Set.of(Halls.MANAGER);

    private final Halls halls;
    private final HallStore store;
    private final HallUses uses;
    private final SlotStore slots;
    private final WindowStore windows;
    private final Closings closings;
    private final Directory directory;
    private final Access access;
    private final Journal journal;
    private final TransactionTemplate transaction;
    private final Clock clock;

    HallDeclarations(
            Halls halls,
            DeclaringStores stores,
            Directory directory,
            Access access,
            Journal journal,
            TransactionTemplate transaction,
            Clock clock) {
        this.halls = halls;
        this.store = stores.halls();
        this.uses = stores.uses();
        this.slots = stores.slots();
        this.windows = stores.windows();
        this.closings = new Closings(halls, stores, journal);
        this.directory = directory;
        this.access = access;
        this.journal = journal;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Halls the officer may declare. */
    public List<HallPlan> of(SignedIn.Officer officer) {
        return halls.all().stream()
                .filter(plan -> isResponsible(officer, plan.hall().seat().organisation()))
                .toList();
    }

    /** As it is declared now; nothing when there is none or the officer may not declare it. */
    public Optional<DeclaredHall> find(SignedIn.Officer officer, String code) {
        return store.declared(code)
                .filter(known ->
                        isResponsible(officer, known.plan().hall().seat().organisation()));
    }

    /** Organisations that may run a hall the officer declares. */
    public List<Organisation> organisations(SignedIn.Officer officer) {
        return officer.has(Halls.MANAGER)
                ? directory.withSubordinates(officer.organisation()).stream()
                        .filter(one -> isResponsible(officer, one.code()))
                        .toList()
                : List.of();
    }

    /** Halls that another may hand on to. */
    public List<HallPlan> above() {
        return halls.all().stream()
                .filter(plan -> plan.hall().level() != Hall.Level.COMMUNITY)
                .toList();
    }

    /** A new hall; it opens when it has lines, windows and hours. */
    public Outcome<DeclaredHall, DeclareRefusal> found(SignedIn.Officer officer, Hall hall) {
        if (!isResponsible(officer, hall.seat().organisation())) {
            return Outcome.refused(new DeclareRefusal.MayNot());
        }
        var mistakes = HallChecks.hall(hall);
        if (!mistakes.isEmpty()) {
            return Outcome.refused(new DeclareRefusal.Wrong(mistakes));
        }
        return decided(() -> {
            if (store.lock(hall.code()).isPresent()) {
                return Outcome.refused(new DeclareRefusal.Wrong(Map.of("code", Mistake.TAKEN)));
            }
            var misplaced = family(hall);
            if (!misplaced.isEmpty()) {
                return Outcome.refused(new DeclareRefusal.Wrong(misplaced));
            }
            if (!store.claim(hall, last(officer))) {
                return Outcome.refused(new DeclareRefusal.Wrong(Map.of("code", Mistake.TAKEN)));
            }
            journal.append(Entry.of(clock.instant(), officer.doer(), "hall.found", subject(hall.code()))
                    .with(Datum.empty()
                            .with("name", Datum.of(hall.name().zh()))
                            .with("organisation", Datum.of(hall.seat().organisation()))));
            return Outcome.done(store.declared(hall.code()).orElseThrow());
        });
    }

    /** @param seen the version the officer looked at */
    public Outcome<DeclaredHall, DeclareRefusal> change(
            SignedIn.Officer officer, String code, int seen, HallChange change) {
        return decided(() -> {
            var known = store.lock(code);
            if (known.isEmpty()) {
                return Outcome.refused(new DeclareRefusal.NoSuchHall());
            }
            var plan = known.get().plan();
            if (!isResponsible(officer, plan.hall().seat().organisation())) {
                return Outcome.refused(new DeclareRefusal.MayNot());
            }
            if (known.get().version() != seen) {
                return Outcome.refused(meanwhile(known.get()));
            }
            var mistakes = mistakes(plan, change);
            if (!mistakes.isEmpty()) {
                return Outcome.refused(new DeclareRefusal.Wrong(mistakes));
            }
            var wanted = change.on(plan);
            return inTheWay(plan, wanted, change)
                    .<Outcome<DeclaredHall, DeclareRefusal>>map(Outcome::refused)
                    .orElseGet(() -> Outcome.done(write(officer, change, plan, wanted)));
        });
    }

    private DeclaredHall write(SignedIn.Officer officer, HallChange change, HallPlan plan, HallPlan wanted) {
        var code = plan.hall().code();
        store.put(wanted, Optional.of(last(officer)));
        slots.resize(code, ahead());
        if (change instanceof HallChange.Closing closing) {
            closings.tell(officer, plan, closing, clock.instant());
        }
        journal.append(Entry.of(clock.instant(), officer.doer(), "hall.change", subject(code))
                .with(Datum.empty()
                        .with("setting", Datum.of(change.about()))
                        .with("before", Datum.of(change.told(plan)))
                        .with("after", Datum.of(change.told(wanted)))));
        return store.declared(code).orElseThrow();
    }

    private Map<String, Mistake> mistakes(HallPlan plan, HallChange change) {
        return switch (change) {
            case HallChange.Standing standing -> family(standing.on(plan).hall());
            case HallChange.Closing closing
            when closing.from().isBefore(halls.today()) -> Map.of("closed-from", Mistake.PAST);
            default -> change.mistakes(plan);
        };
    }

    /** What is wrong with where the hall stands among the others; whoever asks holds the lock on all of them. */
    private Map<String, Mistake> family(Hall hall) {
        var found = new LinkedHashMap<String, Mistake>();
        hall.seat().parent().ifPresent(parent -> {
            if (store.chain(parent).contains(hall.code())) {
                found.put("parent", Mistake.RING);
            } else if (store.declared(parent)
                    .filter(above -> Hall.mayBeAbove(above.plan().hall().level(), hall.level()))
                    .isEmpty()) {
                found.put("parent", Mistake.BELOW);
            }
        });
        if (store.below(hall.code()).stream().anyMatch(below -> !Hall.mayBeAbove(hall.level(), below))) {
            found.put("level", Mistake.ABOVE);
        }
        return found;
    }

    private DeclareRefusal meanwhile(DeclaredHall known) {
        return known.last()
                .map(last -> new DeclareRefusal.Meanwhile(last.by(), last.at()))
                .orElseGet(() -> new DeclareRefusal.Meanwhile("", clock.instant()));
    }

    /** What people hold that would no longer be there. */
    private Optional<DeclareRefusal> inTheWay(HallPlan plan, HallPlan wanted, HallChange change) {
        return change instanceof HallChange.Closing closing
                ? closings.inTheWay(plan, closing, clock.instant())
                : booked(plan, wanted).or(() -> sitting(wanted)).or(() -> inTheHall(plan, wanted));
    }

    private Optional<DeclareRefusal> booked(HallPlan plan, HallPlan wanted) {
        var kept = Set.copyOf(wanted.slots().stream().map(Place::of).toList());
        var lost = plan.slots().stream()
                .map(Place::of)
                .filter(place -> !kept.contains(place))
                .collect(Collectors.toSet());
        if (lost.isEmpty()) {
            return Optional.empty();
        }
        var people = uses.expected(plan.hall().code(), clock.instant()).stream()
                .filter(one -> halls.kindOf(one.slot().day())
                        .map(kind -> Place.of(one.slot(), kind))
                        .filter(lost::contains)
                        .isPresent())
                .toList();
        return people.isEmpty()
                ? Optional.empty()
                : Optional.of(new DeclareRefusal.Booked(
                        people.stream().mapToInt(HallUses.Expected::people).sum(),
                        people.getLast().slot().day()));
    }

    private Optional<DeclareRefusal> sitting(HallPlan wanted) {
        var kept = numbers(wanted);
        return windows.of(wanted.hall().code()).stream()
                .filter(window -> !kept.contains(window.number()))
                .flatMap(window -> window.clerk().stream()
                        .map(clerk -> (DeclareRefusal) new DeclareRefusal.Sitting(window.number(), clerk.name())))
                .findFirst();
    }

    /** Those in the hall must still be called by somebody: by the window they were sent to, or by one of their line. */
    private Optional<DeclareRefusal> inTheHall(HallPlan plan, HallPlan wanted) {
        var kept = numbers(wanted);
        var before = taken(plan);
        var after = taken(wanted);
        int left = uses.open(plan.hall().code(), halls.today()).stream()
                .filter(open -> !wanted.offers(open.line()) && plan.offers(open.line())
                        || open.window()
                                .map(window -> !kept.contains(window))
                                .orElseGet(() -> before.contains(open.line()) && !after.contains(open.line())))
                .mapToInt(HallUses.Open::tickets)
                .sum();
        return left == 0 ? Optional.empty() : Optional.of(new DeclareRefusal.InTheHall(left));
    }

    private static Set<Integer> numbers(HallPlan plan) {
        return plan.windows().stream().map(HallPlan.PlannedWindow::number).collect(Collectors.toSet());
    }

    /** Lines that some window takes. */
    private static Set<String> taken(HallPlan plan) {
        return plan.windows().stream()
                .flatMap(window -> window.lines().stream())
                .collect(Collectors.toSet());
    }

    /** Every day on which somebody may have booked, whatever the halls allow now. */
    private List<SlotStore.Offered> ahead() {
        return Stream.iterate(halls.today(), day -> day.plusDays(1))
                .limit(HallChecks.AHEAD + 1L)
                .flatMap(day -> halls.kindOf(day).stream().map(kind -> new SlotStore.Offered(day, kind)))
                .toList();
    }

    private boolean isResponsible(SignedIn.Officer officer, String organisation) {
        return access.mayAct(officer, organisation, RESPONSIBLE) instanceof Outcome.Done;
    }

    private DeclaredHall.Last last(SignedIn.Officer officer) {
        return new DeclaredHall.Last(officer.name(), clock.instant());
    }

    private static Entry.Subject subject(String code) {
        return new Entry.Subject("hall", code);
    }

    /** In a transaction of its own, which a refusal undoes. */
    private Outcome<DeclaredHall, DeclareRefusal> decided(Supplier<Outcome<DeclaredHall, DeclareRefusal>> act) {
        var outcome = transaction.execute(status -> {
            var decided = act.get();
            if (decided instanceof Outcome.Refused) {
                status.setRollbackOnly();
            }
            return decided;
        });
        store.forget();
        return outcome;
    }

    /** A slot without its day. */
    private record Place(String line, HallPlan.DayKind kind, LocalTime starts) {

        static Place of(HallPlan.PlannedSlot slot) {
            return new Place(slot.line(), slot.kind(), slot.starts());
        }

        static Place of(Slot.Key slot, HallPlan.DayKind kind) {
            return new Place(slot.line(), kind, slot.starts());
        }
    }
}
