package org.tongqu.platform.matter.hall;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;

/** Why a hall was not declared as somebody wanted it. */
public sealed interface DeclareRefusal {

    /** The person is responsible for no hall of this organisation. */
    record MayNot() implements DeclareRefusal {}

    record NoSuchHall() implements DeclareRefusal {}

    /** Somebody else changed the hall after the person looked at it. */
    record Meanwhile(String by, Instant at) implements DeclareRefusal {}

    /** @param fields what is wrong with each field, by its name */
    record Wrong(Map<String, Mistake> fields) implements DeclareRefusal {
        public Wrong {
            fields = Map.copyOf(fields);
        }
    }

    /**
     * People booked what would no longer be there.
     *
     * @param until the last day on which one of them comes
     */
    record Booked(int appointments, LocalDate until) implements DeclareRefusal {}

    /**
     * People booked for when the hall would be closed.
     *
     * @param until the last day on which one of them comes
     */
    record BookedAfterClosing(int appointments, LocalDate until) implements DeclareRefusal {}

    /** People in the hall wait for, or are served at, what would no longer be there. */
    record InTheHall(int tickets) implements DeclareRefusal {}

    /** Somebody sits at the window. */
    record Sitting(int window, String clerk) implements DeclareRefusal {}

    enum Mistake {
        MISSING,
        RANGE,
        CODE,
        TAKEN,
        UNKNOWN,
        TIME,
        ORDER,
        OVERLAP,
        OUTSIDE,
        /** The hall itself, or one that stands below it. */
        RING,
        /** A hall of that level does not stand above this one. */
        BELOW,
        /** A hall that stands below this one would stand above it. */
        ABOVE,
        /** Not written as a day. */
        DAY,
        /** The day is over. */
        PAST;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
