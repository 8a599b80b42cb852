package org.tongqu.platform.matter.hall;

import java.time.LocalDate;

/** Why nothing was booked, moved or cancelled. */
public sealed interface BookRefusal {

    /** All places are taken; {@link Appointments#next} knows what is free instead. */
    record Full() implements BookRefusal {}

    /** The hall does not offer this: closed that day, over already, too far ahead, or no such slot. */
    record NotOffered() implements BookRefusal {}

    /** There is an appointment for the same on that day. */
    record HasOne() implements BookRefusal {}

    /**
     * Missed too many.
     *
     * @param until the first day on which one can book again
     */
    record TooManyMissed(int missed, LocalDate until) implements BookRefusal {}

    /** No such appointment of this person, or none that is still ahead. */
    record Gone() implements BookRefusal {}
}
