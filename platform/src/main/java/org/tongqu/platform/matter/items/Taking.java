package org.tongqu.platform.matter.items;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tongqu.kernel.Outcome;
import org.tongqu.platform.matter.items.internal.ItemStore;
import org.tongqu.platform.operate.sheets.SheetReader;
import org.tongqu.platform.operate.sheets.SheetRow;
import org.tongqu.platform.operate.sheets.Taken;
import org.tongqu.platform.trust.access.Access;
import org.tongqu.platform.trust.access.AccessRefusal;
import org.tongqu.platform.trust.identity.SignedIn;
import org.tongqu.platform.trust.journal.Entry;
import org.tongqu.platform.trust.journal.Journal;

/** Takes over all lines of a table or none of them; a line that says something else makes the next version. */
@Component
class Taking {

    private final ItemStore store;
    private final Access access;
    private final Journal journal;
    private final Clock clock;

    Taking(ItemStore store, Access access, Journal journal, Clock clock) {
        this.store = store;
        this.access = access;
        this.journal = journal;
        this.clock = clock;
    }

    /**
     * What a table is.
     *
     * @param keepers roles that may hand it in
     * @param verb    as the journal says it
     * @param reading all its lines, or all that is wrong with them
     */
    record Kind(
            Set<String> keepers,
            String verb,
            Function<List<SheetRow>, Outcome<List<Map<String, String>>, BookRefusal>> reading) {}

    boolean may(SignedIn.Officer who, Set<String> keepers) {
        return access.mayAct(who, who.organisation(), keepers) instanceof Outcome.Done;
    }

    @Transactional
    public Outcome<Taken, BookRefusal> take(SignedIn.Officer who, Kind kind, byte[] file) {
        if (access.mayAct(who, who.organisation(), kind.keepers())
                instanceof Outcome.Refused<SignedIn.Officer, AccessRefusal>(var why)) {
            return Outcome.refused(new BookRefusal.MayNot(why));
        }
        return SheetReader.read(file)
                .mapRefusal(BookRefusal::notRead)
                .then(kind.reading())
                .mapRefusal(BookRefusal::shortened)
                .map(items -> keep(who, kind, items));
    }

    private Taken keep(SignedIn.Officer who, Kind kind, List<Map<String, String>> items) {
        var now = clock.instant();
        var taken = store.put(items, who.name(), now);
        if (taken.isNews()) {
            journal.append(Entry.of(now, who.doer(), kind.verb(), new Entry.Subject("organisation", who.organisation()))
                    .with(taken.facts()));
        }
        return taken;
    }
}
