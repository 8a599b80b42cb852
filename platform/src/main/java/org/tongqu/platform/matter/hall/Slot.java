package org.tongqu.platform.matter.hall;

import java.time.LocalDate;
import java.time.LocalTime;

/** Some places for one line from then to then. */
public record Slot(Key key, LocalTime ends, int places, int booked) {

    /** Which one. */
    public record Key(String hall, String line, LocalDate day, LocalTime starts) {}

    public int free() {
        return Math.max(0, places - booked);
    }
}
