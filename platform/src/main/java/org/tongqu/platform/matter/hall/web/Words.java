package org.tongqu.platform.matter.hall.web;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.TextStyle;
import java.time.temporal.ChronoUnit;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;
import org.tongqu.design.Texts;

/** What all pages of the halls say alike. */
final class Words {

    private Words() {}

    /** With the day of the week, by which people remember it. */
    static String day(Texts texts, LocalDate day) {
        return texts.say(
                "hall.day",
                texts.day(day),
                day.getDayOfWeek()
                        .getDisplayName(TextStyle.SHORT, texts.language().locale()));
    }

    /** Of today, so the day need not be said. */
    static String time(Instant at) {
        return at.atZone(Texts.ZONE)
                .toLocalTime()
                .truncatedTo(ChronoUnit.MINUTES)
                .toString();
    }

    static String from(LocalTime starts, LocalTime ends) {
        return starts + "–" + ends;
    }

    static ResponseStatusException notFound() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
