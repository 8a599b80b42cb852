package org.tongqu.platform.matter.supervision;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.tongqu.engines.cases.CaseEvent;
import org.tongqu.engines.cases.stored.CaseEventCodec;
import org.tongqu.engines.json.DatumJson;
import org.tongqu.kernel.Outcome;
import org.tongqu.kernel.data.Datum;
import org.tongqu.kernel.proof.Digest;
import org.tongqu.kernel.proof.HashChain;
import org.tongqu.platform.matter.casework.Casework;
import org.tongqu.platform.matter.supervision.Examination.Difference;
import org.tongqu.platform.matter.supervision.Examination.Kind;
import org.tongqu.platform.matter.supervision.internal.EvidenceAttachment;
import org.tongqu.platform.trust.identity.SignedIn;
import org.tongqu.platform.trust.journal.ChainHead;
import org.tongqu.platform.trust.journal.Entry;
import org.tongqu.platform.trust.journal.Journal;
import org.tongqu.platform.trust.journal.Proof;

/**
 * Evidence to take away. A file carries the entries of the journal about its case with their places and hashes; that it
 * was exported, and the digest of its bytes, stand in the journal themselves, so that no byte of it can be changed unseen.
 */
@Service
public class EvidenceExports {

    private static final int MOST_TRIES = 50;

    private final Casework casework;
    private final Journal journal;
    private final Clock clock;

    EvidenceExports(Casework casework, Journal journal, Clock clock) {
        this.casework = casework;
        this.journal = journal;
        this.clock = clock;
    }

    /** What proves the evidence of a case the reader sees; all that is settled is sealed first. */
    public Optional<EvidenceProof> proof(SignedIn.Officer who, String caseId) {
        return casework.findPlayed(who, caseId)
                .flatMap(played -> casework.findCase(who, caseId).map(view -> {
                    var receipt = view.head().receipt().value();
                    var subject = new Entry.Subject("case", receipt);
                    seal(subject);
                    return new EvidenceProof(
                            caseId,
                            receipt,
                            digests(played.events()),
                            journal.proofs(subject),
                            journal.head(),
                            clock.instant());
                }));
    }

    /** Another program may be sealing just now, and what it seals is not there before it is done. */
    private void seal(Entry.Subject subject) {
        for (int tries = 0; tries < MOST_TRIES && isOpen(subject); tries++) {
            journal.seal();
        }
    }

    private boolean isOpen(Entry.Subject subject) {
        return journal.entries(subject).stream()
                .anyMatch(recorded -> recorded.link().isEmpty());
    }

    private static List<String> digests(List<CaseEvent> events) {
        return events.stream()
                .map(event -> CaseEventCodec.type(event)
                        + CaseEventCodec.toDatum(event).canonical())
                .map(text -> Digest.of(text).hex())
                .toList();
    }

    /** The file with these pages; that it was exported is written down. */
    @Transactional
    public byte[] export(SignedIn.Officer who, EvidenceProof proof, List<EvidenceLine> lines) {
        var file = EvidenceAttachment.file(lines, proof);
        journal.append(Entry.of(clock.instant(), who.doer(), "supervision.evidence-export", subject(file))
                .with(Datum.empty()
                        .with("receipt", Datum.of(proof.receipt()))
                        .with("entries", Datum.of(proof.journal().size()))));
        return file;
    }

    private static Entry.Subject subject(byte[] file) {
        return new Entry.Subject("evidence", Digest.of(file).hex());
    }

    /** Compares a file with the journal as it stands now. Says where they differ, never what the journal has there. */
    @Transactional(readOnly = true)
    public Examination examine(byte[] file) {
        var exported = journal.entries(subject(file)).stream().findFirst();
        var data = EvidenceAttachment.read(file);
        if (data.isEmpty()) {
            return new Examination.Different(List.of(Difference.of(Kind.NO_EVIDENCE, 0)));
        }
        var found = new ArrayList<Difference>();
        entries(data.get(), found);
        events(data.get(), found);
        head(data.get(), found);
        if (exported.isEmpty()) {
            found.addFirst(Difference.of(Kind.NEVER_EXPORTED, 0));
            if (found.size() == 1) {
                found.add(Difference.of(Kind.ONLY_THE_PAGES, 0));
            }
        }
        return found.isEmpty()
                ? new Examination.Whole(
                        data.get().text("receipt").orElse(""),
                        exported.map(recorded -> recorded.entry().at()).orElse(Instant.EPOCH),
                        data.get().items("journal").size(),
                        data.get().items("events").size())
                : new Examination.Different(found);
    }

    private void entries(Datum data, List<Difference> found) {
        var claimed = data.items("journal");
        var known = journal.proofsAt(claimed.stream().map(EvidenceExports::link).toList()).stream()
                .collect(Collectors.toMap(Proof::link, Function.identity()));
        for (var entry : claimed) {
            long link = link(entry);
            var words = entry.text("words").orElse("");
            var ours = known.get(link);
            if (ours == null) {
                found.add(Difference.of(Kind.ENTRY_UNKNOWN, link));
            } else if (!ours.words().equals(words)) {
                found.add(new Difference(Kind.ENTRY_ALTERED, link, parts(words, ours.words())));
            }
            if (!follows(entry, words)
                    || ours != null && !ours.hash().equals(entry.text("hash").orElse(""))) {
                found.add(Difference.of(Kind.HASH_WRONG, link));
            }
        }
    }

    /** Whether the hash is that of the words and the hash before, as the file itself has them. */
    private static boolean follows(Datum entry, String words) {
        var before = entry.text("before").orElse("");
        if (!before.matches("[0-9a-f]{64}")) {
            return false;
        }
        return HashChain.next(new Digest(before), words.getBytes(UTF_8))
                .hex()
                .equals(entry.text("hash").orElse(""));
    }

    /** Which parts of the entry differ. */
    private static List<String> parts(String theirs, String ours) {
        if (!(DatumJson.tryRead(theirs) instanceof Outcome.Done<Datum, DatumJson.NotJson>(var one))) {
            return List.of();
        }
        var other = DatumJson.read(ours);
        var names = new TreeSet<>(one.fields("").keySet());
        names.addAll(other.fields("").keySet());
        return names.stream()
                .filter(name -> !Objects.equals(
                        one.fields("").get(name), other.fields("").get(name)))
                .toList();
    }

    private void events(Datum data, List<Difference> found) {
        var claimed = data.items("events");
        var known = digests(casework.happened(data.text("case").orElse("")));
        for (int i = 0; i < claimed.size(); i++) {
            var digest = claimed.get(i).text("").orElse("");
            if (i >= known.size() || !known.get(i).equals(digest)) {
                found.add(Difference.of(Kind.EVENT_ALTERED, i + 1L));
            }
        }
    }

    private void head(Datum data, List<Difference> found) {
        var link = data.number("head.link");
        var hash = data.text("head.hash").orElse("");
        if (link.isEmpty()) {
            return;
        }
        if (!hash.matches("[0-9a-f]{64}")
                || !journal.has(new ChainHead(link.get().longValue(), hash))) {
            found.add(Difference.of(Kind.HEAD_UNKNOWN, link.get().longValue()));
        }
    }

    private static long link(Datum entry) {
        return entry.number("link").map(Number::longValue).orElse(0L);
    }
}
