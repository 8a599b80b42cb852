package org.tongqu.platform.matter.hall;

import java.time.Instant;
import java.time.LocalTime;
import java.util.Locale;

/**
 * A place somebody booked.
 *
 * @param endsAt when the slot is over; whoever has not come by then has missed it
 * @param code what is typed at the kiosk to show that one has come
 * @param version how often it was changed, from 1
 */
public record Appointment(
        String id,
        Slot.Key slot,
        LocalTime ends,
        Instant endsAt,
        Holder holder,
        String code,
        State state,
        int version) {

    /** The account that booked and its name then. */
    public record Holder(String account, String name) {}

    /** As it is kept; that one was missed follows from the time. */
    public enum State {
        BOOKED,
        CANCELLED,
        ARRIVED;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public boolean isMissed(Instant now) {
        return state == State.BOOKED && now.isAfter(endsAt);
    }

    /** Whether it can still be moved or cancelled. */
    public boolean isAhead(Instant now) {
        return state == State.BOOKED && !now.isAfter(endsAt);
    }
}
