package org.tongqu.platform.matter.supervision;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.tongqu.platform.trust.journal.ChainHead;
import org.tongqu.platform.trust.journal.Proof;

/**
 * What proves the evidence of a case: the digest of each of its events and its entries in the journal.
 *
 * @param events SHA-256 of the events in hex, the first first
 * @param journal the entries about the case that are in the chain
 * @param head the last link of the chain when it was made
 */
public record EvidenceProof(
        String caseId,
        String receipt,
        List<String> events,
        List<Proof> journal,
        Optional<ChainHead> head,
        Instant madeAt) {

    public EvidenceProof {
        events = List.copyOf(events);
        journal = List.copyOf(journal);
    }
}
