package org.tongqu.platform.matter.hall.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.tongqu.kernel.time.WorkingCalendar;
import org.tongqu.platform.matter.hall.Hall;
import org.tongqu.platform.matter.hall.Queue;
import org.tongqu.platform.matter.hall.Ticket;

/** Turns an appointment into a number, in one transaction: nobody comes twice with one code. */
@Component
public class Arrivals {

    private final AppointmentStore appointments;
    private final TicketStore tickets;

    Arrivals(AppointmentStore appointments, TicketStore tickets) {
        this.appointments = appointments;
        this.tickets = tickets;
    }

    public Optional<Ticket> arrive(Hall hall, String code, Instant now) {
        var today = LocalDate.ofInstant(now, WorkingCalendar.ZONE);
        return appointments.arriving(hall.code(), today, code).map(appointment -> {
            appointments.arrive(appointment, now);
            var slot = appointment.slot();
            var due = Queue.due(hall.rules(), SlotStore.at(slot.day(), slot.starts()), now);
            return tickets.insert(hall.code(), slot.line(), Optional.of(appointment.id()), now, due);
        });
    }
}
