package org.tongqu.platform.front.desk.web.calendar;

import java.time.Clock;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tongqu.kernel.Outcome;
import org.tongqu.kernel.data.Datum;
import org.tongqu.platform.trust.directory.CalendarImported;
import org.tongqu.platform.trust.directory.CalendarRefusal;
import org.tongqu.platform.trust.directory.Directory;
import org.tongqu.platform.trust.identity.SignedIn;
import org.tongqu.platform.trust.journal.Entry;
import org.tongqu.platform.trust.journal.Journal;

/** Takes a calendar over and writes down who brought it from where, both or neither. */
@Component
class CalendarImports {

    private final Directory directory;
    private final Journal journal;
    private final Clock clock;

    CalendarImports(Directory directory, Journal journal, Clock clock) {
        this.directory = directory;
        this.journal = journal;
        this.clock = clock;
    }

    @Transactional
    public Outcome<CalendarImported, CalendarRefusal> take(SignedIn.Officer officer, String table, String source) {
        return directory.importCalendar(table, source, officer.staff()).map(imported -> {
            var subject = new Entry.Subject("calendar", imported.edition());
            var years = imported.years().stream()
                    .sorted()
                    .map(year -> (Datum) Datum.of((long) year))
                    .toList();
            journal.append(Entry.of(clock.instant(), officer.doer(), "directory.import-calendar", subject)
                    .because(source)
                    .with(Datum.empty().with("years", Datum.of(years))));
            return imported;
        });
    }
}
