package org.tongqu.platform.matter.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.tongqu.engines.forms.FormPage;
import org.tongqu.kernel.Outcome;
import org.tongqu.kernel.data.Datum;
import org.tongqu.platform.matter._support.Posts;
import org.tongqu.platform.matter._support.Together;
import org.tongqu.platform.matter._support.Town;
import org.tongqu.platform.matter.casework.Casework;
import org.tongqu.platform.matter.intake._support.Files;
import org.tongqu.platform.trust.identity.SignedIn;
import org.tongqu.platform.trust.journal.Entry;
import org.tongqu.platform.trust.journal.Journal;

/** FEATURE: an application is handed in whole, once, by whoever wrote it. */
class HandingInTest {

    private static final Town TOWN = Town.fresh();

    private final Intake intake = TOWN.bean(Intake.class);
    private final JdbcClient sql = TOWN.bean(JdbcClient.class);

    @Test
    void pressingTheButtonOftenAtTheSameMomentGivesOneReceipt() {
        var citizen = TOWN.citizen();
        var draft = TOWN.filled(citizen);

        Callable<Outcome<Submission, SubmitRefusal>> press =
                () -> intake.submit(citizen, draft.id(), draft.submitToken());
        var receipts = Together.all(List.of(press, press, press, press)).stream()
                .map(outcome -> outcome.orElseThrow().receipt())
                .distinct()
                .toList();

        assertThat(receipts).hasSize(1);
        assertThat(TOWN.bean(Casework.class).casesOf(citizen)).hasSize(1);
        assertThat(intake.submit(citizen, draft.id(), draft.submitToken())
                        .orElseThrow()
                        .receipt())
                .isEqualTo(receipts.getFirst());
    }

    @Test
    void whatIsHandedInIsWhatWasWrittenAndIsNumberedByItsDistrict() {
        var citizen = TOWN.citizen();
        var submission = TOWN.submitted(citizen);

        assertThat(submission.receipt().value())
                .startsWith(TOWN.office().division().sixDigits() + "-");
        assertThat(submission.answers()).isEqualTo(TOWN.answers(TOWN.given()));
        assertThat(intake.submissions(submission.receipt())).containsExactly(submission);
        var file = submission.materials().getFirst();
        assertThat(intake.content(submission.receipt(), file.id())).contains(Files.pdf());
        assertThat(intake.content(citizen, file.id())).contains(Files.pdf());
        assertThat(intake.drafts(citizen)).isEmpty();
    }

    @Test
    void nothingOfItCanBeReadInTheStore() {
        var submission = TOWN.submitted(TOWN.citizen());
        var number = TOWN.given().answers().toString().replaceAll(".*?([0-9]{17}[0-9X]).*", "$1");
        assertThat(number).hasSize(18);

        var stored = sql.sql("""
                        SELECT (SELECT string_agg(s::text, '') FROM intake.submission s WHERE receipt = :receipt)
                            || (SELECT string_agg(e::text, '') FROM casework.event e
                                WHERE case_id = CAST(:case AS uuid))""")
                .param("receipt", submission.receipt().value())
                .param("case", submission.caseId())
                .query(String.class)
                .single();

        assertThat(stored).contains("CaseOpened").doesNotContain(number);
    }

    @Test
    void somebodyElsesDraftIsNotThere() {
        var citizen = TOWN.citizen();
        var draft = TOWN.filled(citizen);
        var stranger = TOWN.citizen();
        var file = draft.materials().getFirst().id();

        assertThat(intake.findDraft(stranger, draft.id())).isEmpty();
        assertThat(intake.submit(stranger, draft.id(), draft.submitToken()))
                .isEqualTo(Outcome.refused(new SubmitRefusal.NoSuchDraft()));
        assertThat(intake.content(stranger, file)).isEmpty();
        assertThat(intake.detach(stranger, draft.id(), file)).isFalse();
        assertThat(intake.discard(stranger, draft.id())).isFalse();
        assertThat(intake.findDraft(citizen, draft.id())).contains(draft);
    }

    @Test
    void whatIsNotCompleteIsRefusedWithAllThatIsMissing() {
        var citizen = TOWN.citizen();
        var id = intake.start(citizen, TOWN.pack().id()).orElseThrow().id();
        TOWN.write(citizen, id, TOWN.answers(TOWN.given()));
        var draft = intake.findDraft(citizen, id).orElseThrow();

        var refused = intake.submit(citizen, id, draft.submitToken());

        assertThat(refused)
                .isInstanceOfSatisfying(
                        Outcome.Refused.class,
                        refusal -> assertThat(refusal.reason())
                                .isInstanceOfSatisfying(SubmitRefusal.NotComplete.class, why -> {
                                    assertThat(why.problems()).isEmpty();
                                    assertThat(why.missing())
                                            .isEqualTo(intake.readiness(citizen, draft)
                                                    .missing())
                                            .isNotEmpty();
                                }));
        assertThat(intake.findDraft(citizen, id)).contains(draft);
    }

    @Test
    void fieldsThatWereNotAskedAreLeftOutAndWrittenDown() {
        var citizen = TOWN.citizen();
        var draft = intake.start(citizen, TOWN.pack().id()).orElseThrow();
        var page = firstPage();
        var posted = new HashMap<>(Posts.of(page, TOWN.given().answers()));
        posted.put("organisation", new String[] {"11999999MB0A00000X"});
        posted.put("status", new String[] {"issued"});

        var saved = intake.save(citizen, draft.id(), page.id(), posted).orElseThrow();

        assertThat(saved.draft().answers().at("organisation")).isEqualTo(Datum.nothing());
        assertThat(saved.draft().answers().at("status")).isEqualTo(Datum.nothing());
        assertThat(TOWN.bean(Journal.class).entries(new Entry.Subject("draft", draft.id())))
                .singleElement()
                .satisfies(recorded ->
                        assertThat(recorded.entry().details().toString()).contains("organisation"));
    }

    @Test
    void aFileThatIsNotWhatItSaysOrTooManyIsRefusedWithTheReason() {
        var citizen = TOWN.citizen();
        var draft = TOWN.filled(citizen);
        var material = draft.materials().getFirst().materialId();

        assertThat(attach(
                        citizen,
                        draft,
                        new Upload(material, "a.pdf", "MZ program".getBytes(StandardCharsets.US_ASCII))))
                .isInstanceOf(Outcome.Refused.class);
        assertThat(attach(citizen, draft, new Upload("no-such-material", "a.pdf", Files.pdf())))
                .isEqualTo(Outcome.refused(new FileRefusal.NoSuchMaterial("no-such-material")));
        Outcome<Material, FileRefusal> last = attach(citizen, draft, new Upload(material, "a.pdf", Files.pdf()));
        for (int i = 0; i < 30 && last instanceof Outcome.Done; i++) {
            last = attach(citizen, draft, new Upload(material, "a.pdf", Files.pdf()));
        }
        assertThat(last)
                .isInstanceOfSatisfying(
                        Outcome.Refused.class,
                        refusal -> assertThat(refusal.reason()).isInstanceOf(FileRefusal.TooManyFiles.class));
    }

    @Test
    void aSubmissionThatIsUndoneLeavesTheDraftAndNothingElse() {
        var citizen = TOWN.citizen();
        var draft = TOWN.filled(citizen);

        TOWN.bean(TransactionTemplate.class).executeWithoutResult(status -> {
            intake.submit(citizen, draft.id(), draft.submitToken()).orElseThrow();
            status.setRollbackOnly();
        });

        assertThat(intake.findDraft(citizen, draft.id())).contains(draft);
        assertThat(TOWN.bean(Casework.class).casesOf(citizen)).isEmpty();
        assertThat(sql.sql("SELECT count(*) FROM intake.submission WHERE applicant = ?")
                        .param(citizen.account())
                        .query(Long.class)
                        .single())
                .isZero();
    }

    private Outcome<Material, FileRefusal> attach(SignedIn.Citizen citizen, Draft draft, Upload upload) {
        return intake.attach(citizen, draft.id(), upload);
    }

    private static FormPage firstPage() {
        return TOWN.pack().form().pages().stream()
                .filter(page -> page.group().isEmpty() && !page.fields().isEmpty())
                .findFirst()
                .orElseThrow();
    }
}
