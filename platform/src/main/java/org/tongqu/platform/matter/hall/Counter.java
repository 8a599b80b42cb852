package org.tongqu.platform.matter.hall;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.tongqu.kernel.Outcome;
import org.tongqu.kernel.data.Datum;
import org.tongqu.platform.matter.hall.internal.TicketStore;
import org.tongqu.platform.matter.hall.internal.WindowStore;
import org.tongqu.platform.trust.access.Access;
import org.tongqu.platform.trust.identity.Assistances;
import org.tongqu.platform.trust.identity.SignedIn;
import org.tongqu.platform.trust.journal.Entry;
import org.tongqu.platform.trust.journal.Journal;

/** What a clerk does at a window. Each act begins with the lock on that window, so they follow each other. */
@Service
public class Counter {

    private static final Set<String> CLERKS = Set.of(Halls.CLERK);

    private final Halls halls;
    private final WindowStore windows;
    private final TicketStore tickets;
    private final Access access;
    private final Assistances assistances;
    private final Journal journal;
    private final Clock clock;

    Counter(
            Halls halls,
            WindowStore windows,
            TicketStore tickets,
            Access access,
            Assistances assistances,
            Journal journal,
            Clock clock) {
        this.halls = halls;
        this.windows = windows;
        this.tickets = tickets;
        this.access = access;
        this.assistances = assistances;
        this.journal = journal;
        this.clock = clock;
    }

    /** The window at which the officer sits. */
    @Transactional(readOnly = true)
    public Optional<ServiceWindow> windowOf(SignedIn.Officer officer) {
        return windows.ofClerk(officer.staff());
    }

    @Transactional(readOnly = true)
    public List<ServiceWindow> windows(HallPlan plan) {
        return windows.of(plan.hall().code());
    }

    /** Whom the window has called or is serving. */
    @Transactional(readOnly = true)
    public Optional<Ticket> at(ServiceWindow window) {
        return tickets.at(window, halls.today());
    }

    /** Those the window may call, the next first. */
    @Transactional(readOnly = true)
    public List<Ticket> waitingFor(ServiceWindow window, int rows) {
        return tickets.waitingFor(window, halls.today(), rows);
    }

    /** Sits down at a window nobody sits at; whoever sat elsewhere gets up there. */
    @Transactional
    public Outcome<ServiceWindow, CounterRefusal> sit(SignedIn.Officer officer, String hall, int number) {
        var plan = halls.find(hall);
        if (plan.isEmpty()
                || !(access.mayAct(officer, plan.get().hall().seat().organisation(), CLERKS) instanceof Outcome.Done)) {
            return Outcome.refused(new CounterRefusal.NoSuchWindow());
        }
        var held = windows.lockOfClerk(officer.staff());
        if (held.isPresent() && held.get().hall().equals(hall) && held.get().number() == number) {
            return Outcome.done(held.get());
        }
        var busy = held.flatMap(window -> tickets.at(window, halls.today()));
        if (busy.isPresent()) {
            return Outcome.refused(new CounterRefusal.Busy(busy.get().label()));
        }
        var wanted = windows.lock(hall, number);
        if (wanted.isEmpty()) {
            return Outcome.refused(new CounterRefusal.NoSuchWindow());
        }
        if (wanted.get().clerk().isPresent()) {
            return Outcome.refused(
                    new CounterRefusal.WindowTaken(wanted.get().clerk().get().name()));
        }
        var seated = windows.seat(wanted.get(), officer, clock.instant());
        write(officer, "hall.sit", seated);
        return Outcome.done(seated);
    }

    /** Gets up; whoever was called has to be served first. */
    @Transactional
    public Outcome<ServiceWindow, CounterRefusal> leave(SignedIn.Officer officer) {
        return idle(officer, "hall.close", ServiceWindow.State.CLOSED);
    }

    @Transactional
    public Outcome<ServiceWindow, CounterRefusal> pause(SignedIn.Officer officer) {
        return idle(officer, "hall.pause", ServiceWindow.State.PAUSED);
    }

    @Transactional
    public Outcome<ServiceWindow, CounterRefusal> resume(SignedIn.Officer officer) {
        return idle(officer, "hall.resume", ServiceWindow.State.OPEN);
    }

    /** Calls the next; no two windows call the same, however close in time they ask. */
    @Transactional
    public Outcome<Ticket, CounterRefusal> next(SignedIn.Officer officer) {
        return seated(officer, window -> {
            if (window.state() == ServiceWindow.State.PAUSED) {
                return Outcome.refused(new CounterRefusal.Paused());
            }
            var busy = tickets.at(window, halls.today());
            if (busy.isPresent()) {
                return Outcome.refused(new CounterRefusal.Busy(busy.get().label()));
            }
            return tickets.callNext(window, halls.today(), clock.instant())
                    .<Outcome<Ticket, CounterRefusal>>map(called -> Outcome.done(write(officer, "hall.call", called)))
                    .orElseGet(() -> Outcome.refused(new CounterRefusal.NobodyWaits()));
        });
    }

    @Transactional
    public Outcome<Ticket, CounterRefusal> again(SignedIn.Officer officer) {
        return withTicket(officer, "hall.call-again", Ticket.State.CALLED, tickets::callAgain);
    }

    /** Nobody came. */
    @Transactional
    public Outcome<Ticket, CounterRefusal> miss(SignedIn.Officer officer) {
        return withTicket(officer, "hall.miss", Ticket.State.CALLED, tickets::miss);
    }

    @Transactional
    public Outcome<Ticket, CounterRefusal> start(SignedIn.Officer officer) {
        return withTicket(officer, "hall.start", Ticket.State.CALLED, tickets::start);
    }

    @Transactional
    public Outcome<Ticket, CounterRefusal> finish(SignedIn.Officer officer) {
        assistances.end(officer);
        return withTicket(officer, "hall.finish", Ticket.State.SERVING, tickets::finish);
    }

    /** Sends whoever is being served on to another window of the hall, where they are called first. */
    @Transactional
    public Outcome<Ticket, CounterRefusal> handOn(SignedIn.Officer officer, int number) {
        return seated(officer, window -> {
            assistances.end(officer);
            var there = halls.hall(window.hall()).windows().stream()
                    .anyMatch(other -> other.number() == number && number != window.number());
            if (!there) {
                return Outcome.refused(new CounterRefusal.NoSuchWindow());
            }
            return withTicket(
                    officer, "hall.hand-on", Ticket.State.SERVING, (ticket, now) -> tickets.handOn(ticket, number));
        });
    }

    private Outcome<ServiceWindow, CounterRefusal> idle(
            SignedIn.Officer officer, String verb, ServiceWindow.State state) {
        return seated(officer, window -> {
            var busy = tickets.at(window, halls.today());
            if (busy.isPresent() && state == ServiceWindow.State.CLOSED) {
                return Outcome.refused(new CounterRefusal.Busy(busy.get().label()));
            }
            var put = windows.put(window, state, clock.instant());
            write(officer, verb, put);
            return Outcome.done(put);
        });
    }

    private Outcome<Ticket, CounterRefusal> withTicket(
            SignedIn.Officer officer, String verb, Ticket.State needed, BiFunction<Ticket, Instant, Ticket> act) {
        return seated(
                officer,
                window -> tickets.at(window, halls.today())
                        .filter(ticket -> ticket.state() == needed)
                        .<Outcome<Ticket, CounterRefusal>>map(
                                ticket -> Outcome.done(write(officer, verb, act.apply(ticket, clock.instant()))))
                        .orElseGet(() -> Outcome.refused(new CounterRefusal.NobodyHere())));
    }

    private <T> Outcome<T, CounterRefusal> seated(
            SignedIn.Officer officer, Function<ServiceWindow, Outcome<T, CounterRefusal>> act) {
        return windows.lockOfClerk(officer.staff())
                .filter(window -> officer.has(Halls.CLERK))
                .map(act)
                .orElseGet(() -> Outcome.refused(new CounterRefusal.NotSeated()));
    }

    private Ticket write(SignedIn.Officer officer, String verb, Ticket ticket) {
        var details = Datum.empty().with("line", Datum.of(ticket.line()));
        journal.append(Entry.of(clock.instant(), officer.doer(), verb, new Entry.Subject("hall-ticket", ticket.id()))
                .with(ticket.at()
                        .window()
                        .map(window -> details.with("window", Datum.of(window)))
                        .orElse(details)));
        return ticket;
    }

    private void write(SignedIn.Officer officer, String verb, ServiceWindow window) {
        journal.append(Entry.of(
                clock.instant(),
                officer.doer(),
                verb,
                new Entry.Subject("hall-window", window.hall() + "/" + window.number())));
    }
}
