package org.tongqu.design;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

/**
 * Everything a page says, in the language of the person who reads it.
 *
 * <p>Sentences live in files. {@code {0}} is replaced by the first argument; {@code {0|day|days}} is the
 * word that fits the number in the first argument (the first form for one, the second for all others).
 */
public interface Texts {

    /** Clock times on every page are those of Beijing, wherever the server stands. */
    ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    Language language();

    /** The sentence, or {@code ⟦key⟧} where no file has it: visible, never an empty place. */
    String say(String key, Object... arguments);

    /** Whether a sentence exists for this key, for texts that packs may or may not bring. */
    boolean knows(String key);

    /** {@code 2026年11月22日}, {@code 22 Nov 2026}. */
    default String day(LocalDate day) {
        return DateTimeFormatter.ofPattern(say("design.format.day"), language().locale())
                .format(day);
    }

    /** {@code 2026年11月22日 14:30}, {@code 22 Nov 2026, 14:30}. */
    default String moment(Instant moment) {
        return DateTimeFormatter.ofPattern(
                        say("design.format.moment"), language().locale())
                .format(moment.atZone(ZONE));
    }

    /**
     * Until when something must be done, as people say it: the last day that is in time where the limit ends with a day,
     * the moment itself where it runs in hours.
     *
     * @param due the first instant that is too late
     */
    default String until(Instant due) {
        var local = due.atZone(ZONE);
        return local.toLocalTime().equals(LocalTime.MIDNIGHT)
                ? day(local.toLocalDate().minusDays(1))
                : moment(due);
    }

    /** {@code 12,345}. */
    default String number(long number) {
        return String.format(language().locale(), "%,d", number);
    }
}
