package org.tongqu.platform.matter.supervision;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.tongqu.platform.matter._support.Town;
import org.tongqu.platform.matter.casework.Casework;
import org.tongqu.platform.matter.supervision.Examination.Kind;
import org.tongqu.platform.trust.identity.SignedIn;
import org.tongqu.platform.trust.journal.Journal;

/** FEATURE: evidence that was taken away is checked against the journal, and whatever was changed is told. */
class EvidenceExportsTest {

    private final Town town = Town.fresh();
    private final EvidenceExports exports = town.bean(EvidenceExports.class);
    private final SignedIn.Officer acceptor =
            town.officer(town.pack().roles().getFirst().code());

    private EvidenceProof proof() {
        var caseId = town.submitted(town.citizen()).caseId();
        var task = town.bean(Casework.class)
                .findStory(acceptor, caseId)
                .orElseThrow()
                .tasks()
                .getFirst();
        town.complete(acceptor, caseId, task.outcomes().getFirst().code(), "齐全");
        return exports.proof(acceptor, caseId).orElseThrow();
    }

    private byte[] exported(EvidenceProof proof) {
        return exports.export(
                acceptor,
                proof,
                List.of(
                        new EvidenceLine(EvidenceLine.Style.TITLE, "监察证据"),
                        EvidenceLine.section("企业设立登记"),
                        EvidenceLine.of("一行字".repeat(400)),
                        EvidenceLine.small("hash")));
    }

    private List<Kind> kinds(byte[] file) {
        return exports.examine(file) instanceof Examination.Different(var found)
                ? found.stream().map(Examination.Difference::kind).toList()
                : List.of();
    }

    private static byte[] changed(byte[] file, String from, String to) {
        var text = new String(file, ISO_8859_1);
        assertThat(text).contains(from);
        return text.replaceFirst(Pattern.quote(from), to).getBytes(ISO_8859_1);
    }

    @Test
    void whatWasExportedAgreesWithTheJournalAsLongAsNobodyTouchesIt() {
        var proof = proof();
        assertThat(proof.journal()).as("opened and decided").hasSizeGreaterThanOrEqualTo(2);
        var file = exported(proof);

        assertThat(exports.examine(file)).isInstanceOfSatisfying(Examination.Whole.class, whole -> {
            assertThat(whole.receipt()).isEqualTo(proof.receipt());
            assertThat(whole.entries()).isEqualTo(proof.journal().size());
            assertThat(whole.events()).isEqualTo(proof.events().size());
        });
        assertThat(new String(file, ISO_8859_1)).startsWith("%PDF-1.7").endsWith("%%EOF\n");
    }

    @Test
    void aChangedByteOfThePagesIsFoundAndToldApartFromTheData() {
        var file = exported(proof());

        assertThat(kinds(changed(file, "/F1 18 Tf", "/F1 19 Tf")))
                .containsExactly(Kind.NEVER_EXPORTED, Kind.ONLY_THE_PAGES);
    }

    @Test
    void aChangedReasonIsToldWithItsLinkAndItsPart() {
        var proof = proof();
        var file = exported(proof);
        var name = new String(acceptor.name().getBytes(StandardCharsets.UTF_8), ISO_8859_1);

        var found = exports.examine(changed(file, name, name.toUpperCase(Locale.ROOT)));

        assertThat(found).isInstanceOfSatisfying(Examination.Different.class, different -> {
            assertThat(different.found())
                    .extracting(Examination.Difference::kind)
                    .containsExactly(Kind.NEVER_EXPORTED, Kind.ENTRY_ALTERED, Kind.HASH_WRONG);
            var altered = different.found().get(1);
            assertThat(altered.parts()).isNotEmpty();
            assertThat(proof.journal()).anyMatch(entry -> entry.link() == altered.place());
        });
    }

    @Test
    void aChangedEventHashOrHeadIsTold() {
        var proof = proof();
        var file = exported(proof);
        var event = proof.events().getLast();
        var hash = proof.journal().getFirst().hash();
        var head = proof.head().orElseThrow();

        assertThat(kinds(changed(file, event, flipped(event)))).contains(Kind.EVENT_ALTERED);
        assertThat(kinds(changed(file, "\"hash\":\"" + hash, "\"hash\":\"" + flipped(hash))))
                .contains(Kind.HASH_WRONG);
        assertThat(kinds(changed(file, "\"hash\":\"" + head.hash(), "\"hash\":\"" + flipped(head.hash()))))
                .containsAnyOf(Kind.HEAD_UNKNOWN, Kind.HASH_WRONG);
    }

    private static String flipped(String hex) {
        return (hex.startsWith("0") ? "1" : "0") + hex.substring(1);
    }

    @Test
    void aFileFromElsewhereIsNoEvidence() {
        assertThat(kinds("%PDF-1.7 nothing".getBytes(ISO_8859_1))).containsExactly(Kind.NO_EVIDENCE);
        var file = exported(proof());
        assertThat(kinds(Arrays.copyOf(file, 900))).containsExactly(Kind.NO_EVIDENCE);
    }

    @Test
    void nobodyExportsWhatTheyDoNotSeeAndEveryExportIsWrittenDown() {
        var proof = proof();
        var elsewhere = Town.fresh().officer(town.pack().roles().getFirst().code());
        assertThat(exports.proof(elsewhere, proof.caseId())).isEmpty();

        exported(proof);
        assertThat(town.bean(Journal.class).deedsOf(acceptor.staff(), Long.MAX_VALUE, 1))
                .singleElement()
                .satisfies(recorded -> assertThat(recorded.entry().verb()).isEqualTo("supervision.evidence-export"));
    }
}
