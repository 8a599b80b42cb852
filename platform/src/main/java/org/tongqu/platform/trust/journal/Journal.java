package org.tongqu.platform.trust.journal;

import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.tongqu.platform.trust.journal.internal.Chain;
import org.tongqu.platform.trust.journal.internal.EntryStore;

/** The verbs of the journal. */
@Service
public class Journal {

    private final EntryStore entries;
    private final Chain chain;

    Journal(EntryStore entries, Chain chain) {
        this.entries = entries;
        this.chain = chain;
    }

    /** Writes the entry in the caller's transaction: it stands if, and only if, the deed stands. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void append(Entry entry) {
        entries.insert(List.of(entry));
    }

    /** As {@link #append} for many deeds of one transaction, in one statement. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void appendAll(List<Entry> many) {
        entries.insert(many);
    }

    /** What was done to the subject, oldest first. */
    @Transactional(readOnly = true)
    public List<Recorded> entries(Entry.Subject subject) {
        return entries.ofSubject(subject);
    }

    /** What the person did, newest first, before the entry with this id; {@link Long#MAX_VALUE} for the first page. */
    @Transactional(readOnly = true)
    public List<Recorded> deedsOf(String who, long before, int limit) {
        return entries.ofWho(who, before, limit);
    }

    /** What fits, newest first, before the entry with this id; {@link Long#MAX_VALUE} for the first page. */
    @Transactional(readOnly = true)
    public List<Recorded> find(Search search, long before, int limit) {
        return entries.find(search, before, limit);
    }

    /** Links what is committed but not linked yet. Runs by itself every second; here for those who cannot wait. */
    public long seal() {
        return chain.seal();
    }

    /** Reads the whole chain and says whether it is whole, or where it first breaks. */
    public Verdict verify() {
        return chain.verify();
    }
}
