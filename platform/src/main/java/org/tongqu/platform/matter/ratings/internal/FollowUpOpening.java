package org.tongqu.platform.matter.ratings.internal;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.tongqu.engines.cases.CaseEvent;
import org.tongqu.kernel.Outcome;
import org.tongqu.kernel.text.Label;
import org.tongqu.kernel.time.WorkingCalendar;
import org.tongqu.platform.matter.casework.Casework;
import org.tongqu.platform.matter.ratings.FollowUp;
import org.tongqu.platform.matter.ratings.FollowUpRefusal;
import org.tongqu.platform.matter.ratings.FollowUpStep;
import org.tongqu.platform.matter.ratings.Rating;
import org.tongqu.platform.matter.ratings.RatingTerms;
import org.tongqu.platform.matter.services.ServiceCatalogue;
import org.tongqu.platform.matter.supervision.Duties;
import org.tongqu.platform.matter.supervision.Duty;
import org.tongqu.platform.trust.directory.Directory;
import org.tongqu.platform.trust.directory.Staff;
import org.tongqu.platform.trust.journal.Entry;

/** Opens follow-ups: finds who has to answer and until when, and says so to supervision. */
@Component
public class FollowUpOpening {

    /** Leads an office. */
    public static final String CHIEF = "desk-chief";

    private final FollowUpStore store;
    private final RatingNotices notices;
    private final RatingTerms terms;
    private final Watchers watchers;
    private final Casework casework;
    private final Directory directory;

    FollowUpOpening(
            FollowUpStore store,
            RatingNotices notices,
            RatingTerms terms,
            Watchers watchers,
            Casework casework,
            Directory directory) {
        this.store = store;
        this.notices = notices;
        this.terms = terms;
        this.watchers = watchers;
        this.casework = casework;
        this.directory = directory;
    }

    /** Those who are told what is owed, and in which words. */
    @Component
    record Watchers(Duties duties, ServiceCatalogue catalogue) {}

    /**
     * Where the calendar does not know the year yet, the first term is counted in natural days: a bad rating is never left
     * alone for that.
     */
    public void open(Rating rating, Label item, String caseId) {
        var term = term(rating.at()).fold(known -> known, unknown -> natural(rating.at()));
        var addressed = answering(rating.served().organisation(), caseId);
        var followUp = new FollowUp(
                rating.id(),
                store.nextNumber(rating.at().atZone(WorkingCalendar.ZONE).getYear()),
                rating.served().organisation(),
                addressed,
                FollowUp.State.OPEN,
                1,
                term,
                1);
        store.put(followUp);
        store.add(
                followUp,
                new FollowUpStep(FollowUpStep.Kind.OPENED, rating.at(), Entry.Doer.SYSTEM, Optional.empty(), ""));
        owe(followUp, item.zh(), rating.served().packId());
        notices.waiting(followUp, handlers(addressed, caseId), rating.at());
    }

    public Outcome<FollowUp.Term, FollowUpRefusal> term(Instant now) {
        var calendar = directory.calendar();
        return terms.answer()
                .dueAfter(now, calendar)
                .map(due -> new FollowUp.Term(
                        now,
                        due,
                        calendar.editionBetween(
                                now.atZone(WorkingCalendar.ZONE).toLocalDate(),
                                due.minusNanos(1).atZone(WorkingCalendar.ZONE).toLocalDate())))
                .mapRefusal(unknown -> new FollowUpRefusal.CalendarUnknown(unknown.year()));
    }

    private FollowUp.Term natural(Instant now) {
        var due = now.atZone(WorkingCalendar.ZONE)
                .toLocalDate()
                .plusDays(terms.answer().amount() + 1L)
                .atStartOfDay(WorkingCalendar.ZONE)
                .toInstant();
        return new FollowUp.Term(now, due, "");
    }

    /** Supervision watches from now on. */
    public void owe(FollowUp followUp) {
        var rating = store.find(UUID.fromString(followUp.id())).orElseThrow().rating();
        var title = watchers.catalogue()
                .findPack(rating.served().packId())
                .map(pack -> pack.title().zh())
                .orElse(followUp.number());
        owe(followUp, title, rating.served().packId());
    }

    private void owe(FollowUp followUp, String title, String packId) {
        watchers.duties().begin(duty(followUp, title, packId));
    }

    static Duty duty(FollowUp followUp, String title, String packId) {
        return new Duty(
                duty(followUp),
                "rating",
                followUp.number(),
                title,
                new Duty.Owed(followUp.addressed(), packId),
                "/desk/ratings/" + followUp.id(),
                new Duty.Term(followUp.term().openedAt(), followUp.term().dueAt()));
    }

    /** Nothing is owed any more. */
    public void settle(FollowUp followUp, Instant at) {
        watchers.duties().end(duty(followUp), at);
    }

    /** Each term is a duty of its own. */
    static String duty(FollowUp followUp) {
        var name =
                "follow-up " + followUp.id() + " " + followUp.term().openedAt().toEpochMilli();
        return Duty.named(name);
    }

    /** The organisation above the one that answered, or that one again where none stands above. */
    public String above(FollowUp followUp) {
        return directory
                .findOrganisation(followUp.addressed())
                .flatMap(office -> office.parent())
                .flatMap(parent -> findAnswering(parent, store.caseOf(followUp.id())))
                .orElse(followUp.addressed());
    }

    /** The organisation itself, or the nearest above it, in which somebody can answer; itself where nobody can. */
    private String answering(String organisation, String caseId) {
        return findAnswering(organisation, caseId).orElse(organisation);
    }

    private Optional<String> findAnswering(String from, String caseId) {
        var code = Optional.of(from);
        while (code.isPresent()) {
            if (!handlers(code.get(), caseId).isEmpty()) {
                return code;
            }
            code = directory.findOrganisation(code.get()).flatMap(office -> office.parent());
        }
        return Optional.empty();
    }

    /** Who leads the organisation and did not work on the matter. */
    public List<String> handlers(String organisation, String caseId) {
        return directory.holders(organisation, CHIEF).stream()
                .map(Staff::id)
                .filter(staff -> !worked(caseId, staff))
                .toList();
    }

    /** Whether somebody did a step of the matter: nobody follows up what was said of their own work. */
    public boolean worked(String caseId, String staff) {
        return casework.happened(caseId).stream()
                .anyMatch(event -> event instanceof CaseEvent.TaskCompleted done
                        && done.by().equals(staff));
    }
}
