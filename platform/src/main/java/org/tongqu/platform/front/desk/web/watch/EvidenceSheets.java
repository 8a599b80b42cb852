package org.tongqu.platform.front.desk.web.watch;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;
import org.tongqu.design.Texts;
import org.tongqu.design.view.KeyFacts;
import org.tongqu.design.view.Timeline;
import org.tongqu.platform.matter.supervision.EvidenceExports;
import org.tongqu.platform.matter.supervision.EvidenceLine;
import org.tongqu.platform.matter.supervision.EvidenceProof;
import org.tongqu.platform.trust.identity.SignedIn;
import org.tongqu.platform.trust.journal.Proof;

/** Makes the file of an evidence page: what the page says, and the entries of the journal that prove it. */
@Component
class EvidenceSheets {

    private final EvidenceExports exports;

    EvidenceSheets(EvidenceExports exports) {
        this.exports = exports;
    }

    /** What the page says. */
    record Told(String caseId, String heading, String lamp, String why, KeyFacts facts, Timeline events) {}

    ResponseEntity<byte[]> file(Texts texts, SignedIn.Officer officer, Told told) {
        var proof = exports.proof(officer, told.caseId())
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        var file = exports.export(officer, proof, lines(texts, officer, told, proof));
        var name = texts.say("supervision.evidence.file", proof.receipt());
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(name, StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .cacheControl(CacheControl.noStore())
                .body(file);
    }

    private static List<EvidenceLine> lines(Texts texts, SignedIn.Officer officer, Told told, EvidenceProof proof) {
        var lines = new ArrayList<EvidenceLine>();
        lines.add(new EvidenceLine(EvidenceLine.Style.TITLE, texts.say("supervision.evidence.title")));
        lines.add(EvidenceLine.section(told.heading()));
        lines.add(EvidenceLine.of(told.lamp() + " " + told.why()));
        lines.add(
                EvidenceLine.of(texts.say("supervision.evidence.made", texts.moment(proof.madeAt()), officer.name())));
        lines.add(EvidenceLine.section(texts.say("desk.evidence.facts")));
        for (var fact : told.facts().facts()) {
            lines.add(EvidenceLine.of(
                    texts.say("supervision.evidence.fact", fact.name(), (fact.value() + " " + fact.note()).strip())));
        }
        lines.add(EvidenceLine.section(texts.say("desk.evidence.events")));
        for (var step : told.events().steps()) {
            lines.add(EvidenceLine.of((step.when() + " " + step.title() + " " + step.who()).strip()));
            if (!step.text().isEmpty()) {
                lines.add(EvidenceLine.small(step.text()));
            }
        }
        journal(texts, proof, lines);
        return lines;
    }

    private static void journal(Texts texts, EvidenceProof proof, List<EvidenceLine> lines) {
        lines.add(EvidenceLine.section(texts.say("supervision.evidence.journal")));
        if (proof.journal().isEmpty()) {
            lines.add(EvidenceLine.of(texts.say("supervision.evidence.journal.none")));
        }
        for (var entry : proof.journal()) {
            lines.add(EvidenceLine.of(entry(texts, entry)));
            lines.add(EvidenceLine.small(texts.say("supervision.evidence.before", entry.before())));
            lines.add(EvidenceLine.small(texts.say("supervision.evidence.hash", entry.hash())));
        }
        proof.head().ifPresent(head -> {
            lines.add(EvidenceLine.section(texts.say("supervision.evidence.head", String.valueOf(head.link()))));
            lines.add(EvidenceLine.small(head.hash()));
        });
        lines.add(EvidenceLine.section(texts.say("supervision.evidence.how")));
        lines.add(EvidenceLine.of(texts.say("supervision.evidence.how.text")));
    }

    private static String entry(Texts texts, Proof proof) {
        var entry = proof.entry();
        return texts.say(
                "supervision.evidence.entry",
                String.valueOf(proof.link()),
                texts.moment(entry.at()),
                entry.who().name().isEmpty()
                        ? texts.say("desk.story.system")
                        : entry.who().name(),
                texts.say("desk.journal.verb." + entry.verb()),
                entry.why().orElse(""));
    }
}
