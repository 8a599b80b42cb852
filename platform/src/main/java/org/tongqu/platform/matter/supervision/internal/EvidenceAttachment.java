package org.tongqu.platform.matter.supervision.internal;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.tongqu.engines.json.DatumJson;
import org.tongqu.kernel.Outcome;
import org.tongqu.kernel.data.Datum;
import org.tongqu.platform.matter.supervision.EvidenceProof;
import org.tongqu.platform.trust.journal.Proof;

/** The data part of an exported evidence: what an outsider can check without us, as canonical JSON. */
public final class EvidenceAttachment {

    public static final String NAME = "evidence.json";
    private static final String FORMAT = "tongqu-evidence-1";
    private static final Pattern PART = Pattern.compile("/Type /EmbeddedFile [^\n]*/Length ([0-9]{1,9}) >>\nstream\n");

    private EvidenceAttachment() {}

    static byte[] of(EvidenceProof proof) {
        var data = Datum.empty()
                .with("format", Datum.of(FORMAT))
                .with("case", Datum.of(proof.caseId()))
                .with("receipt", Datum.of(proof.receipt()))
                .with("madeAt", Datum.of(proof.madeAt().toString()))
                .with("events", Datum.of(proof.events().stream().map(Datum::of).toList()))
                .with(
                        "journal",
                        Datum.of(proof.journal().stream()
                                .map(EvidenceAttachment::entry)
                                .toList()));
        var whole = proof.head()
                .<Datum>map(head -> data.with(
                        "head",
                        Datum.empty().with("link", Datum.of(head.link())).with("hash", Datum.of(head.hash()))))
                .orElse(data);
        return whole.canonical().getBytes(UTF_8);
    }

    private static Datum entry(Proof proof) {
        return Datum.empty()
                .with("link", Datum.of(proof.link()))
                .with("before", Datum.of(proof.before()))
                .with("hash", Datum.of(proof.hash()))
                .with("words", Datum.of(proof.words()));
    }

    /** A file with these pages and this proof. */
    public static byte[] file(List<org.tongqu.platform.matter.supervision.EvidenceLine> lines, EvidenceProof proof) {
        return PdfText.of(lines, NAME, of(proof));
    }

    /** The data part of a file, if it has one that can be read. */
    public static Optional<Datum> read(byte[] file) {
        var found = PART.matcher(new String(file, ISO_8859_1));
        if (!found.find()) {
            return Optional.empty();
        }
        int length = Integer.parseInt(found.group(1));
        if (found.end() + length > file.length) {
            return Optional.empty();
        }
        var text = new String(file, found.end(), length, UTF_8);
        return switch (DatumJson.tryRead(text)) {
            case Outcome.Done<Datum, DatumJson.NotJson>(var data) ->
                data.text("format").equals(Optional.of(FORMAT)) ? Optional.of(data) : Optional.empty();
            case Outcome.Refused<Datum, DatumJson.NotJson> broken -> Optional.empty();
        };
    }
}
