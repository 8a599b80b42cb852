package org.tongqu.platform.matter.hall;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import org.tongqu.kernel.Outcome;
import org.tongqu.kernel.data.Datum;
import org.tongqu.kernel.time.WorkingCalendar;
import org.tongqu.platform.matter.hall.HallPlan.PlannedSlot;
import org.tongqu.platform.matter.hall.internal.AppointmentStore;
import org.tongqu.platform.matter.hall.internal.HallNotices;
import org.tongqu.platform.matter.hall.internal.SlotStore;
import org.tongqu.platform.operate.store.Decided;
import org.tongqu.platform.trust.identity.SignedIn.Citizen;
import org.tongqu.platform.trust.journal.Entry;
import org.tongqu.platform.trust.journal.Journal;

/**
 * Booking a place beforehand. Whether there is one is decided by the statement that takes it, so that however many ask at
 * once, exactly as many get one as there are.
 */
@Service
public class Appointments {

    private static final int NEXT = 5;

    private final Halls halls;
    private final SlotStore slots;
    private final AppointmentStore appointments;
    private final HallNotices notices;
    private final Journal journal;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Appointments(
            Halls halls,
            SlotStore slots,
            AppointmentStore appointments,
            HallNotices notices,
            Journal journal,
            TransactionTemplate transaction,
            Clock clock) {
        this.halls = halls;
        this.slots = slots;
        this.appointments = appointments;
        this.notices = notices;
        this.journal = journal;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** The days on which this line can be booked, full ones too. */
    @Transactional(readOnly = true)
    public List<FreeDay> days(HallPlan plan, String line) {
        var today = halls.today();
        var offered = Stream.iterate(today, day -> day.plusDays(1))
                .limit(plan.hall().rules().daysAhead() + 1L)
                .takeWhile(day -> !plan.hall().isClosedOn(day))
                .flatMap(day -> halls.kindOf(day).stream().map(kind -> new SlotStore.Offered(day, kind)))
                .toList();
        return slots.days(plan.hall().code(), line, offered, clock.instant());
    }

    /** The slots of the day that are not over, full ones too. */
    @Transactional(readOnly = true)
    public List<Slot> slots(HallPlan plan, String line, LocalDate day) {
        return halls.kindOf(day)
                .filter(kind -> !plan.hall().isClosedOn(day))
                .map(kind -> slots.slots(plan.hall().code(), line, new SlotStore.Offered(day, kind), clock.instant()))
                .orElseGet(List::of);
    }

    /** The person's own, the latest first. */
    @Transactional(readOnly = true)
    public List<Appointment> of(Citizen who) {
        return appointments.of(who.account());
    }

    @Transactional(readOnly = true)
    public Optional<Appointment> find(Citizen who, String id) {
        return parse(id).flatMap(known -> appointments.find(who.account(), known));
    }

    public Outcome<Appointment, BookRefusal> book(Citizen who, Slot.Key wanted) {
        return decided(() -> offered(wanted)
                .<Outcome<Appointment, BookRefusal>>map(slot -> take(who, wanted, slot))
                .orElseGet(() -> Outcome.refused(new BookRefusal.NotOffered())));
    }

    /** Takes another slot of the same hall and line instead; the old one stays when that fails. */
    public Outcome<Appointment, BookRefusal> move(Citizen who, String id, Slot.Key wanted) {
        return decided(() -> {
            var offered = offered(wanted);
            var held = parse(id).flatMap(known -> appointments.lock(who.account(), known));
            if (held.filter(own -> own.isAhead(clock.instant())).isEmpty()) {
                return Outcome.refused(new BookRefusal.Gone());
            }
            var own = held.get();
            if (!own.slot().hall().equals(wanted.hall()) || !own.slot().line().equals(wanted.line())) {
                return Outcome.refused(new BookRefusal.NotOffered());
            }
            if (own.slot().equals(wanted)) {
                return Outcome.done(own);
            }
            return offered.<Outcome<Appointment, BookRefusal>>map(slot -> exchange(who, own, wanted, slot))
                    .orElseGet(() -> Outcome.refused(new BookRefusal.NotOffered()));
        });
    }

    public Outcome<Appointment, BookRefusal> cancel(Citizen who, String id) {
        return decided(() -> {
            var now = clock.instant();
            var held = parse(id).flatMap(known -> appointments.lock(who.account(), known));
            if (held.filter(own -> own.isAhead(now)).isEmpty()) {
                return Outcome.refused(new BookRefusal.Gone());
            }
            var own = held.get();
            slots.free(own.slot());
            var cancelled = appointments.cancel(own, now);
            tell(who, cancelled, HallNotices.Event.CANCELLED);
            return Outcome.done(cancelled);
        });
    }

    private Outcome<Appointment, BookRefusal> take(Citizen who, Slot.Key wanted, PlannedSlot slot) {
        var now = clock.instant();
        var rules = halls.hall(wanted.hall()).hall().rules();
        var barred = missedTooMany(who, rules, now);
        if (barred.isPresent()) {
            return Outcome.refused(barred.get());
        }
        slots.open(wanted, slot);
        if (!slots.take(wanted)) {
            return Outcome.refused(new BookRefusal.Full());
        }
        var made = appointments.insert(who, wanted, slot.ends(), now);
        tell(who, made, HallNotices.Event.BOOKED);
        return Outcome.done(made);
    }

    private Outcome<Appointment, BookRefusal> exchange(
            Citizen who, Appointment own, Slot.Key wanted, PlannedSlot slot) {
        slots.open(wanted, slot);
        slots.lock(own.slot(), wanted);
        if (!slots.take(wanted)) {
            return Outcome.refused(new BookRefusal.Full());
        }
        slots.free(own.slot());
        var moved = appointments.move(own, wanted, slot.ends(), clock.instant());
        tell(who, moved, HallNotices.Event.MOVED);
        return Outcome.done(moved);
    }

    /** In a transaction of its own, which a refusal undoes; what is free instead is looked for afterwards. */
    private Outcome<Appointment, BookRefusal> decided(Supplier<Outcome<Appointment, BookRefusal>> act) {
        try {
            return Decided.in(transaction, act);
        } catch (DuplicateKeyException second) {
            return Outcome.refused(new BookRefusal.HasOne());
        }
    }

    /** The next slots with places, from the wanted day on: what whoever came too late is offered. */
    @Transactional(readOnly = true)
    public List<Slot> next(Slot.Key wanted) {
        var plan = halls.find(wanted.hall());
        return plan.stream()
                .flatMap(hall -> days(hall, wanted.line()).stream()
                        .filter(day -> day.free() > 0 && !day.day().isBefore(wanted.day()))
                        .limit(2)
                        .flatMap(day -> slots(hall, wanted.line(), day.day()).stream()))
                .filter(slot -> slot.free() > 0)
                .limit(NEXT)
                .toList();
    }

    /** Asked of the tables within the transaction: what is in memory may be a minute old. */
    private Optional<PlannedSlot> offered(Slot.Key wanted) {
        var plan = halls.find(wanted.hall());
        var kind = halls.kindOf(wanted.day());
        if (plan.isEmpty() || kind.isEmpty()) {
            return Optional.empty();
        }
        var last = halls.today().plusDays(plan.get().hall().rules().daysAhead());
        var begins = wanted.day()
                .atTime(wanted.starts())
                .atZone(WorkingCalendar.ZONE)
                .toInstant();
        return begins.isAfter(clock.instant()) && !wanted.day().isAfter(last)
                ? slots.held(wanted, kind.get())
                : Optional.empty();
    }

    private Optional<BookRefusal> missedTooMany(Citizen who, Hall.Rules rules, Instant now) {
        if (rules.noShows() == 0) {
            return Optional.empty();
        }
        var since = now.minusSeconds(86_400L * rules.noShowDays());
        var missed = appointments.missed(who.account(), since, now);
        if (missed.size() < rules.noShows()) {
            return Optional.empty();
        }
        var over = missed.get(missed.size() - rules.noShows()).plusSeconds(86_400L * rules.noShowDays());
        return Optional.of(new BookRefusal.TooManyMissed(
                missed.size(), LocalDate.ofInstant(over, WorkingCalendar.ZONE).plusDays(1)));
    }

    private void tell(Citizen who, Appointment appointment, HallNotices.Event event) {
        var slot = appointment.slot();
        journal.append(Entry.of(
                        clock.instant(),
                        who.doer(),
                        "hall.appointment-" + event.code(),
                        new Entry.Subject("appointment", appointment.id()))
                .with(Datum.empty()
                        .with("hall", Datum.of(slot.hall()))
                        .with("line", Datum.of(slot.line()))
                        .with("day", Datum.of(slot.day().toString()))
                        .with("starts", Datum.of(slot.starts().toString()))));
        notices.tell(halls.hall(slot.hall()), appointment, event, clock.instant());
    }

    private static Optional<UUID> parse(String id) {
        try {
            return Optional.of(UUID.fromString(id));
        } catch (IllegalArgumentException notAnId) {
            return Optional.empty();
        }
    }
}
