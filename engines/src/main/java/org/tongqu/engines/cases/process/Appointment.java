package org.tongqu.engines.cases.process;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import org.tongqu.kernel.data.Datum;

/**
 * The day on which all offices of a case come to a place once and together (联合踏勘). It is one fact of the case, so
 * that there is one appointment for all of them; naming another day moves it for everybody.
 */
public final class Appointment {

    /** Where the day stands among the facts of a case. */
    public static final String PATH = "appointment.on";

    private Appointment() {}

    /** The day that was named last. */
    public static Optional<LocalDate> find(Datum facts) {
        return facts.text(PATH).flatMap(Appointment::day);
    }

    /** What a command brings along that names a day as it was typed, which may be none. */
    public static Datum.Fields on(String typed) {
        return new Datum.Fields(Datum.empty().with(PATH, Datum.of(typed)).fields(""));
    }

    private static Optional<LocalDate> day(String text) {
        try {
            return Optional.of(LocalDate.parse(text));
        } catch (DateTimeParseException notADay) {
            return Optional.empty();
        }
    }
}
