package org.tongqu.platform.matter.publicity.internal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.tongqu.kernel.data.Datum;
import org.tongqu.platform.matter.publicity.Penalty;
import org.tongqu.platform.matter.publicity.PublicityTerms;
import org.tongqu.platform.matter.supervision.Duties;
import org.tongqu.platform.matter.supervision.Duty;
import org.tongqu.platform.operate.sheets.Taken;
import org.tongqu.platform.trust.directory.Directory;
import org.tongqu.platform.trust.directory.Organisation;
import org.tongqu.platform.trust.identity.SignedIn;
import org.tongqu.platform.trust.journal.Entry;
import org.tongqu.platform.trust.journal.Journal;

/** What follows from deeds on penalty decisions: what an office owes, and what the journal says. */
@Component
public class PenaltyDeeds {

    private final PublicityTerms terms;
    private final Duties duties;
    private final Directory directory;
    private final Journal journal;
    private final OpenPenalties open;

    PenaltyDeeds(PublicityTerms terms, Duties duties, Directory directory, Journal journal, OpenPenalties open) {
        this.open = open;
        this.terms = terms;
        this.duties = duties;
        this.directory = directory;
        this.journal = journal;
    }

    /** The first instant at which publishing is too late; nothing where the calendar does not reach. */
    public Optional<Instant> due(Instant decided) {
        return terms.publish().dueAfter(decided, directory.calendar()).found();
    }

    /** Which division the organisation serves. */
    public String division(String organisation) {
        return directory
                .findOrganisation(organisation)
                .map(Organisation::division)
                .map(Object::toString)
                .orElse("");
    }

    public void registered(SignedIn.Officer who, Penalty penalty) {
        duty(penalty).ifPresent(duties::begin);
        journal.append(entry(who, penalty, penalty.term().registeredAt(), "register"));
    }

    /** A table was taken: each decision of it is owed, and stands in the journal as if it had been typed. */
    public void taken(SignedIn.Officer who, List<Penalty> fresh, Taken taken, Instant now) {
        duties.begin(fresh.stream().flatMap(penalty -> duty(penalty).stream()).toList());
        var entries = new ArrayList<Entry>();
        fresh.forEach(penalty -> entries.add(entry(who, penalty, now, "register")));
        entries.add(Entry.of(now, who.doer(), "publicity.take", new Entry.Subject("organisation", who.organisation()))
                .with(taken.facts()));
        journal.appendAll(entries);
    }

    /** What is owed until it is published. */
    static Optional<Duty> duty(Penalty penalty) {
        return penalty.term()
                .dueAt()
                .map(due -> new Duty(
                        penalty.id(),
                        "publicity",
                        penalty.decided().number(),
                        penalty.decided().deed().violation(),
                        new Duty.Owed(penalty.organisation(), ""),
                        "/desk/publicity/" + penalty.id(),
                        new Duty.Term(penalty.term().registeredAt(), due)));
    }

    public void published(SignedIn.Officer who, Penalty penalty, Instant now) {
        duties.end(penalty.id(), now);
        open.moved(now);
        journal.append(entry(who, penalty, now, "publish"));
    }

    public void corrected(SignedIn.Officer who, Penalty penalty, Instant now, String why) {
        if (penalty.standing().publishedAt().isPresent()) {
            open.moved(now);
        }
        journal.append(entry(who, penalty, now, "correct").because(why.strip()));
    }

    public void withdrawn(SignedIn.Officer who, Penalty penalty, Penalty.Withdrawn withdrawn) {
        if (penalty.standing().publishedAt().isEmpty()) {
            duties.end(penalty.id(), withdrawn.at());
        } else {
            open.moved(withdrawn.at());
        }
        var verb = withdrawn.how() == Penalty.How.REPAIRED ? "repair" : "withdraw";
        journal.append(entry(who, penalty, withdrawn.at(), verb).because(withdrawn.why()));
    }

    private static Entry entry(SignedIn.Officer who, Penalty penalty, Instant at, String verb) {
        return Entry.of(at, who.doer(), "publicity." + verb, new Entry.Subject("penalty", penalty.id()))
                .with(Datum.empty()
                        .with("number", Datum.of(penalty.decided().number()))
                        .with("organisation", Datum.of(penalty.organisation())));
    }
}
