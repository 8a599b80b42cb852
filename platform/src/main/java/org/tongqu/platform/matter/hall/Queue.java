package org.tongqu.platform.matter.hall;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.tongqu.kernel.Outcome;
import org.tongqu.kernel.data.Datum;
import org.tongqu.platform.matter.hall.internal.Arrivals;
import org.tongqu.platform.matter.hall.internal.SlotStore;
import org.tongqu.platform.matter.hall.internal.TicketStore;
import org.tongqu.platform.matter.hall.internal.WindowStore;
import org.tongqu.platform.trust.journal.Entry;
import org.tongqu.platform.trust.journal.Journal;

/** The people who came to a hall today. Who they are is not asked: a number is enough. */
@Service
public class Queue {

    private final Halls halls;
    private final TicketStore tickets;
    private final WindowStore windows;
    private final SlotStore slots;
    private final Arrivals arrivals;
    private final Journal journal;
    private final Clock clock;

    Queue(
            Halls halls,
            TicketStore tickets,
            WindowStore windows,
            SlotStore slots,
            Arrivals arrivals,
            Journal journal,
            Clock clock) {
        this.halls = halls;
        this.tickets = tickets;
        this.windows = windows;
        this.slots = slots;
        this.arrivals = arrivals;
        this.journal = journal;
        this.clock = clock;
    }

    /** What those who look up at the screen see. */
    public record Board(List<Ticket> called, int waiting) {
        public Board {
            called = List.copyOf(called);
        }
    }

    /** Gives a number to somebody who came without an appointment. */
    @Transactional
    public Outcome<Ticket, TakeRefusal> take(HallPlan plan, String line) {
        var now = clock.instant();
        if (!slots.holdOpen(plan.hall().code(), halls.today())) {
            return Outcome.refused(new TakeRefusal.Closed());
        }
        if (!slots.hold(plan.hall().code(), line)) {
            return Outcome.refused(new TakeRefusal.NoSuchLine());
        }
        return takesNumbers(plan, now)
                ? Outcome.done(written(tickets.insert(plan.hall().code(), line, Optional.empty(), now, now)))
                : Outcome.refused(new TakeRefusal.Closed());
    }

    /** Gives a number to somebody who booked, by the code of the appointment. */
    @Transactional
    public Outcome<Ticket, TakeRefusal> arrive(HallPlan plan, String code) {
        var now = clock.instant();
        if (!slots.holdOpen(plan.hall().code(), halls.today()) || !takesNumbers(plan, now)) {
            return Outcome.refused(new TakeRefusal.Closed());
        }
        return arrivals.arrive(plan.hall(), code, now)
                .<Outcome<Ticket, TakeRefusal>>map(ticket -> Outcome.done(written(ticket)))
                .orElseGet(() -> Outcome.refused(new TakeRefusal.WrongCode()));
    }

    /** Gives the number back; false when it was called already. */
    @Transactional
    public boolean leave(Ticket ticket) {
        var left = tickets.leave(ticket.key(), clock.instant());
        if (left) {
            journal.append(entry("hall.leave", ticket));
        }
        return left;
    }

    @Transactional(readOnly = true)
    public Optional<Ticket> find(String token) {
        return tickets.find(token);
    }

    /** How long the holder of a waiting ticket will wait. */
    @Transactional(readOnly = true)
    public Wait wait(HallPlan plan, Ticket ticket) {
        return tickets.wait(ticket, plan.line(ticket.line()).minutes());
    }

    /** Who was called last, the latest first, and how many wait. */
    @Transactional(readOnly = true)
    public Board board(HallPlan plan, int rows) {
        return new Board(
                tickets.called(plan.hall().code(), halls.today(), rows),
                tickets.waiting(plan.hall().code(), halls.today()));
    }

    /** How many wait in each hall that anybody waits in. */
    @Transactional(readOnly = true)
    public Map<String, Integer> waiting() {
        return tickets.waiting(halls.today());
    }

    /** How many wait for each line of the hall that anybody waits for. */
    @Transactional(readOnly = true)
    public Map<String, Integer> waitingByLine(HallPlan plan) {
        return tickets.waitingByLine(plan.hall().code(), halls.today());
    }

    /** Whether numbers are given now: within the hours, and after them for as long as somebody sits at a window. */
    @Transactional(readOnly = true)
    public boolean takesNumbers(HallPlan plan) {
        return takesNumbers(plan, clock.instant());
    }

    private boolean takesNumbers(HallPlan plan, Instant now) {
        return halls.isOpen(plan, now)
                || !plan.hall().isClosedOn(halls.today())
                        && windows.anyOpen(plan.hall().code());
    }

    /**
     * When the holder of an appointment counts as having come: in time, so many minutes before the beginning, or before
     * now if that has passed; late, now.
     */
    public static Instant due(Hall.Rules rules, Instant begins, Instant now) {
        if (now.isAfter(begins.plus(Duration.ofMinutes(rules.grace())))) {
            return now;
        }
        return (now.isAfter(begins) ? now : begins).minus(Duration.ofMinutes(rules.headStart()));
    }

    private Ticket written(Ticket ticket) {
        journal.append(entry("hall.take", ticket));
        return ticket;
    }

    private Entry entry(String verb, Ticket ticket) {
        return Entry.of(clock.instant(), Entry.Doer.SYSTEM, verb, new Entry.Subject("hall-ticket", ticket.id()))
                .with(Datum.empty().with("line", Datum.of(ticket.line())));
    }
}
