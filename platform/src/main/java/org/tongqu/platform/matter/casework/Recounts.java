package org.tongqu.platform.matter.casework;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.tongqu.platform.matter.casework.internal.RecountStore;
import org.tongqu.platform.matter.casework.internal.Recounting;
import org.tongqu.platform.trust.access.Access;
import org.tongqu.platform.trust.directory.CalendarImported;
import org.tongqu.platform.trust.identity.SignedIn;

/** The verbs of counting open cases by a new calendar. */
@Service
public class Recounts {

    private static final String IMPORTER = "system-administrator";

    private final RecountStore store;
    private final Recounting recounting;
    private final Access access;
    private final Clock clock;

    Recounts(RecountStore store, Recounting recounting, Access access, Clock clock) {
        this.store = store;
        this.recounting = recounting;
        this.access = access;
        this.clock = clock;
    }

    /** A calendar that is imported while nothing is open changes nothing. */
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void on(CalendarImported imported) {
        store.begin(imported.edition(), clock.instant());
    }

    /** Goes on with what is begun, at most so long; what is left is done in the background. */
    public void goOn(Duration atMost) {
        recounting.goOn(atMost);
    }

    /** The last that was begun. Figures only, which are for every officer. */
    @Transactional(readOnly = true)
    public Optional<Recount> last() {
        return store.last();
    }

    /**
     * The clocks of cases in reach that got another day, after the row of this cursor. Who imported the calendar is told of
     * all of them: a row says a number, an office and two days, and nothing of the matter.
     */
    @Transactional(readOnly = true)
    public Recount.Page changed(SignedIn.Officer who, String edition, String after) {
        var scope = who.has(IMPORTER) ? access.publicScope() : access.scope(who);
        return store.changed(scope, edition, after);
    }

    /** Whether the officer may open the case of such a row. */
    public boolean opens(SignedIn.Officer who, Recount.Changed row) {
        return access.scope(who).sees(row.organisation());
    }
}
