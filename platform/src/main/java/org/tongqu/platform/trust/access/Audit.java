package org.tongqu.platform.trust.access;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import org.tongqu.kernel.Outcome;
import org.tongqu.kernel.data.Datum;
import org.tongqu.platform.trust.directory.Administrator;
import org.tongqu.platform.trust.identity.SignedIn;
import org.tongqu.platform.trust.journal.Entry;
import org.tongqu.platform.trust.journal.Journal;
import org.tongqu.platform.trust.journal.Recorded;
import org.tongqu.platform.trust.journal.Search;
import org.tongqu.platform.trust.journal.Verdict;

/** The journal in the hands of the security auditor alone. Looking into it is a deed and is written down, too. */
@Service
public class Audit {

    private static final int PAGE = 50;
    private static final Entry.Subject JOURNAL = new Entry.Subject("journal", "whole");

    private final Access access;
    private final Journal journal;
    private final TransactionTemplate transactions;
    private final Clock clock;

    Audit(Access access, Journal journal, TransactionTemplate transactions, Clock clock) {
        this.access = access;
        this.journal = journal;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** @param next before which entry the next rows begin; empty at the end */
    public record Page(List<Recorded> rows, Optional<Long> next) {
        public Page {
            rows = List.copyOf(rows);
        }
    }

    public Outcome<Page, AccessRefusal> entries(SignedIn who, Search search, long before) {
        return access.mayAdminister(who, Administrator.AUDIT).map(officer -> {
            var found = journal.find(search, before, PAGE + 1);
            if (before == Long.MAX_VALUE) {
                write(officer, "audit.read", asked(search));
            }
            var rows = found.subList(0, Math.min(PAGE, found.size()));
            return new Page(
                    rows, found.size() > PAGE ? Optional.of(rows.getLast().id()) : Optional.empty());
        });
    }

    /** Reads the whole chain. */
    public Outcome<Verdict, AccessRefusal> verify(SignedIn who) {
        return access.mayAdminister(who, Administrator.AUDIT).map(officer -> {
            var verdict = journal.verify();
            write(
                    officer,
                    "audit.verify",
                    Datum.empty().with("whole", Datum.of(verdict instanceof Verdict.Whole ? "yes" : "no")));
            return verdict;
        });
    }

    private void write(SignedIn who, String verb, Datum details) {
        transactions.executeWithoutResult(status -> journal.append(
                Entry.of(clock.instant(), who.doer(), verb, JOURNAL).with(details)));
    }

    private static Datum asked(Search search) {
        var parts = new ArrayList<Datum>();
        search.who().map(Datum::of).ifPresent(parts::add);
        search.verb().map(Datum::of).ifPresent(parts::add);
        search.subject().map(Datum::of).ifPresent(parts::add);
        return Datum.empty().with("asked", Datum.of(parts));
    }
}
