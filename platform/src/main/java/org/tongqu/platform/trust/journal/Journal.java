package org.tongqu.platform.trust.journal;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.tongqu.platform.trust.journal.internal.Chain;
import org.tongqu.platform.trust.journal.internal.EntryStore;
import org.tongqu.platform.trust.journal.internal.ProofStore;

/** The verbs of the journal. */
@Service
public class Journal {

    private final EntryStore entries;
    private final ProofStore proofs;
    private final Chain chain;

    Journal(EntryStore entries, ProofStore proofs, Chain chain) {
        this.entries = entries;
        this.proofs = proofs;
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

    /** What proves the sealed entries about the subject, the first first. */
    @Transactional(readOnly = true)
    public List<Proof> proofs(Entry.Subject subject) {
        return proofs.ofSubject(subject);
    }

    /** What proves the entries at these links; those that are not there are left out. */
    @Transactional(readOnly = true)
    public List<Proof> proofsAt(List<Long> links) {
        return proofs.at(links);
    }

    /** The last link; empty before anything is sealed. */
    @Transactional(readOnly = true)
    public Optional<ChainHead> head() {
        return proofs.head();
    }

    /** Whether the chain has this very link. */
    @Transactional(readOnly = true)
    public boolean has(ChainHead link) {
        return proofs.has(link);
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
