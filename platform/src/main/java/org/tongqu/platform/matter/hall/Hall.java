package org.tongqu.platform.matter.hall;

import java.time.LocalDate;
import java.util.Optional;
import org.tongqu.kernel.identity.DivisionCode;
import org.tongqu.kernel.text.Label;

/**
 * A service hall, e.g. {@code 999901} of a district.
 *
 * @param closedFrom the first day on which nobody is there; nothing while the hall is run
 */
public record Hall(String code, Label name, Level level, Seat seat, Rules rules, Optional<LocalDate> closedFrom) {

    /** What the hall is for: the whole city down to a community's own station. */
    public enum Level {
        CITY,
        DISTRICT,
        STREET,
        COMMUNITY
    }

    public Hall(String code, Label name, Level level, Seat seat, Rules rules) {
        this(code, name, level, seat, rules, Optional.empty());
    }

    /** The same hall, closed from that day on, or run. */
    Hall closedFrom(Optional<LocalDate> day) {
        return new Hall(code, name, level, seat, rules, day);
    }

    public boolean isClosedOn(LocalDate day) {
        return closedFrom.filter(from -> !day.isBefore(from)).isPresent();
    }

    /** Whether a hall of this level may stand above one of that: not below it, and never a community's. */
    static boolean mayBeAbove(Level upper, Level lower) {
        return upper != Level.COMMUNITY && upper.compareTo(lower) <= 0;
    }

    /**
     * Where it stands and who runs it.
     *
     * @param organisation whose staff sit at its windows
     * @param parent the hall above it, to which it hands on what it does not keep
     */
    public record Seat(DivisionCode division, String organisation, Optional<String> parent, String address) {}

    /**
     * What this hall decided about appointments.
     *
     * @param headStart minutes by which whoever comes in time stands before those who came without an appointment
     * @param grace minutes after the beginning of the slot during which one has come in time
     * @param noShows after so many missed appointments within {@code noShowDays} nothing can be booked; 0 never
     * @param daysAhead how far ahead one can book
     */
    public record Rules(int headStart, int grace, int noShows, int noShowDays, int daysAhead) {}
}
