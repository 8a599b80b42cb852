package org.tongqu.platform.matter.notices;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.tongqu.engines.cases.CaseCommand;
import org.tongqu.engines.cases.Cases;
import org.tongqu.engines.packs.Notice;
import org.tongqu.engines.packs.Notice.Point;
import org.tongqu.kernel.data.Datum;
import org.tongqu.platform._support.StatementCount;
import org.tongqu.platform.matter._support.Town;
import org.tongqu.platform.matter.casework.Casework;
import org.tongqu.platform.trust.identity.SignedIn;

/** FEATURE: people are told what happened to their matter, in the same transaction, and say that they read it. */
class TellingPeopleTest {

    private final Town town = Town.fresh();
    private final NoticeBox box = town.bean(NoticeBox.class);
    private final Casework casework = town.bean(Casework.class);
    private final SignedIn.Officer first =
            town.officer(town.pack().roles().getFirst().code());
    private final SignedIn.Citizen applicant = town.citizen();

    /** What the pack tells the applicant when the first task is completed so. */
    private final Notice notice = town.pack().notices().stream()
            .filter(one -> one.to() == Notice.To.APPLICANT && one.at() instanceof Point.Completed)
            .findFirst()
            .orElseThrow();

    private final String outcome = ((Point.Completed) notice.at()).outcome();

    private String told() {
        var caseId = town.submitted(applicant).caseId();
        town.complete(first, caseId, outcome, "").orElseThrow();
        return caseId;
    }

    @Test
    void whoAppliedIsToldInBothLanguagesAndNobodyElse() {
        var caseId = told();

        var page = box.page(applicant, Optional.empty());

        assertThat(page.unread()).isEqualTo(1);
        assertThat(page.notices()).singleElement().satisfies(given -> {
            assertThat(given.caseId()).isEqualTo(caseId);
            assertThat(given.words().title()).isEqualTo(notice.title());
            assertThat(given.words().text().zh())
                    .contains(given.receipt(), town.office().name().zh())
                    .doesNotContain("{", "—");
            assertThat(given.words().text().en()).contains(given.receipt()).doesNotContain("{", "—");
        });
        assertThat(box.unread(first)).isZero();
        assertThat(box.ofCase(applicant, caseId)).hasSize(1);
        assertThat(box.ofCase(town.citizen(), caseId)).isEmpty();
        assertThat(box.toldOf(caseId)).hasSize(1);
    }

    @Test
    void onlyTheRecipientCanSayThatItWasReadAndOnlyOnce() {
        told();
        var key = box.page(applicant, Optional.empty()).notices().getFirst().key();

        box.markRead(town.citizen(), key);
        assertThat(box.unread(applicant)).isEqualTo(1);
        box.markRead(applicant, "nonsense");
        box.markRead(applicant, key);
        var read = box.page(applicant, Optional.empty()).notices().getFirst().readAt();
        box.markRead(applicant, key);

        assertThat(read).isPresent();
        assertThat(box.unread(applicant)).isZero();
        assertThat(box.page(applicant, Optional.empty()).notices().getFirst().readAt())
                .isEqualTo(read);
    }

    @Test
    void anOfficerWhoHadTheCaseLearnsThatItWasWithdrawn() {
        var caseId = told();
        casework.act(applicant, caseId, new CaseCommand.Withdraw("不办了")).orElseThrow();

        assertThat(town.pack().notices())
                .anyMatch(one -> one.at().equals(new Point.Ended(Cases.WITHDRAWN)) && one.to() == Notice.To.HANDLERS);
        assertThat(box.page(first, Optional.empty()).notices()).singleElement().satisfies(given -> {
            assertThat(given.words().text().zh()).contains("不办了");
            assertThat(given.recipient()).isEqualTo(first.staff());
        });
    }

    @Test
    void whatIsUndoneWasNeverTold() {
        var caseId = town.submitted(applicant).caseId();
        town.bean(TransactionTemplate.class).executeWithoutResult(transaction -> {
            town.complete(first, caseId, outcome, "").orElseThrow();
            transaction.setRollbackOnly();
        });

        assertThat(box.unread(applicant)).isZero();
    }

    @Test
    void theListComesInPagesWithoutGapsAndOneMarkReadsAll() {
        var caseId = told();
        town.bean(JdbcClient.class).sql("""
                        INSERT INTO notices.notice (case_id, version, notice, recipient, receipt, pack_hash, said, told_at)
                        SELECT case_id, version + row, notice, recipient, receipt, pack_hash, said,
                            told_at - row / 2 * interval '1 hour'
                        FROM notices.notice, generate_series(1, 44) AS row WHERE case_id = CAST(? AS uuid)""").param(caseId).update();

        var seen = new LinkedHashSet<String>();
        var page = box.page(applicant, Optional.empty());
        page.notices().forEach(given -> seen.add(given.key()));
        while (page.next().isPresent()) {
            page = box.page(applicant, page.next());
            page.notices().forEach(given -> assertThat(seen.add(given.key())).isTrue());
        }
        box.markAllRead(applicant);

        assertThat(seen).hasSize(45);
        assertThat(box.unread(applicant)).isZero();
    }

    @Test
    void tellingCostsOneStatementAndAnActThatTellsNothingNone() throws Exception {
        var caseId = town.submitted(applicant).caseId();
        var task = casework.findStory(first, caseId).orElseThrow().tasks().getFirst();
        var claim = new CaseCommand.Claim(task.taskId());
        var complete = new CaseCommand.Complete(task.taskId(), outcome, "", new Datum.Fields(Map.of()));
        var inserts = "SELECT count(*) FROM notices.notice WHERE case_id = CAST(? AS uuid)";

        assertThat(StatementCount.during(
                        () -> casework.act(first, caseId, claim).orElseThrow()))
                .isLessThanOrEqualTo(6);
        assertThat(StatementCount.during(
                        () -> casework.act(first, caseId, complete).orElseThrow()))
                .isLessThanOrEqualTo(9);
        assertThat(town.bean(JdbcClient.class)
                        .sql(inserts)
                        .param(caseId)
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void aPlatformWithoutAGatewayTellsOnTheSiteAlone() {
        assertThat(box.connected()).containsExactly(Notice.Channel.SITE);
    }
}
