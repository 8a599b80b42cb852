package org.tongqu.platform.matter.hall;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.tongqu.kernel.data.Datum;
import org.tongqu.platform.matter.hall.HallChange.Closing;
import org.tongqu.platform.matter.hall.internal.AppointmentStore;
import org.tongqu.platform.matter.hall.internal.DeclaringStores;
import org.tongqu.platform.matter.hall.internal.HallNotices;
import org.tongqu.platform.matter.hall.internal.HallUses;
import org.tongqu.platform.trust.identity.SignedIn;
import org.tongqu.platform.trust.journal.Entry;
import org.tongqu.platform.trust.journal.Journal;

/** What becomes of the people of a hall when it closes, in the transaction that closes it. */
class Closings {

    private static final int OTHERS = 3;

    private final Halls halls;
    private final HallUses uses;
    private final AppointmentStore appointments;
    private final HallNotices notices;
    private final Journal journal;

    Closings(Halls halls, DeclaringStores stores, Journal journal) {
        this.halls = halls;
        this.uses = stores.uses();
        this.appointments = stores.appointments();
        this.notices = stores.notices();
        this.journal = journal;
    }

    /** Who is in the way: those in the hall now, when it closes today, and those who booked unless they are told. */
    Optional<DeclareRefusal> inTheWay(HallPlan plan, Closing closing, Instant now) {
        return inTheHall(plan, closing.from())
                .or(() ->
                        closing.booked() == Closing.Booked.TOLD ? Optional.empty() : booked(plan, closing.from(), now));
    }

    private Optional<DeclareRefusal> inTheHall(HallPlan plan, LocalDate from) {
        var today = halls.today();
        int inside = from.isAfter(today)
                ? 0
                : uses.open(plan.hall().code(), today).stream()
                        .mapToInt(HallUses.Open::tickets)
                        .sum();
        return inside == 0 ? Optional.empty() : Optional.of(new DeclareRefusal.InTheHall(inside));
    }

    private Optional<DeclareRefusal> booked(HallPlan plan, LocalDate from, Instant now) {
        var expected = uses.expected(plan.hall().code(), now).stream()
                .filter(one -> !one.slot().day().isBefore(from))
                .toList();
        return expected.isEmpty()
                ? Optional.empty()
                : Optional.of(new DeclareRefusal.BookedAfterClosing(
                        expected.stream().mapToInt(HallUses.Expected::people).sum(),
                        expected.getLast().slot().day()));
    }

    /** Cancels what is still booked, and tells each which halls there are instead. */
    void tell(SignedIn.Officer officer, HallPlan plan, Closing closing, Instant now) {
        var gone = appointments.cancelFrom(plan.hall().code(), closing.from(), now);
        journal.appendAll(
                gone.stream().map(one -> cancelled(officer, one, closing, now)).toList());
        gone.forEach(one -> notices.closed(plan, one, others(plan, one), now));
    }

    private List<HallPlan> others(HallPlan plan, Appointment gone) {
        return halls.instead(plan, gone.slot().line(), gone.slot().day()).stream()
                .limit(OTHERS)
                .toList();
    }

    private static Entry cancelled(SignedIn.Officer officer, Appointment one, Closing closing, Instant now) {
        var slot = one.slot();
        return Entry.of(now, officer.doer(), "hall.appointment-closed", new Entry.Subject("appointment", one.id()))
                .with(Datum.empty()
                        .with("hall", Datum.of(slot.hall()))
                        .with("line", Datum.of(slot.line()))
                        .with("day", Datum.of(slot.day().toString()))
                        .with("starts", Datum.of(slot.starts().toString()))
                        .with("closed-from", Datum.of(closing.from().toString())));
    }
}
