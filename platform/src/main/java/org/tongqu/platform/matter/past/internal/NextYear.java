package org.tongqu.platform.matter.past.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import org.tongqu.kernel.time.WorkingCalendar;
import org.tongqu.kernel.time.WorkingCalendarTable;
import org.tongqu.platform.trust.directory.Directory;

/**
 * Towards the end of a year limits reach into the next one, for which the yearly notice may not have been imported. The
 * demo city then uses a made-up table, which says so in its name; real offices must import the real one.
 */
@Component
class NextYear {

    private static final String TABLE = "org/tongqu/platform/matter/past/working-days-demo.csv";

    private final Directory directory;

    NextYear(Directory directory) {
        this.directory = directory;
    }

    /** The calendar with the made-up table for whatever year it does not know. */
    WorkingCalendar included(WorkingCalendar known, LocalDate today) {
        if (known.years().contains(today.getYear() + 1)) {
            return known;
        }
        var made = WorkingCalendarTable.parse(table()).orElseThrow();
        directory.importCalendar(table(), made.edition(), "demo");
        var years = new HashMap<>(known.editions());
        var days = new ArrayList<>(known.days());
        made.days().stream()
                .filter(day -> !known.years().contains(day.date().getYear()))
                .forEach(days::add);
        made.editions().forEach(years::putIfAbsent);
        return WorkingCalendar.joined(made.edition(), years, days);
    }

    private static String table() {
        try {
            return new ClassPathResource(TABLE).getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
