package org.tongqu.platform.matter.supervision;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.tongqu.engines.cases.process.Node;
import org.tongqu.engines.cases.process.OfferedOutcome;
import org.tongqu.engines.supervision.Level;
import org.tongqu.platform.matter._support.Town;
import org.tongqu.platform.matter.casework.Casework;
import org.tongqu.platform.matter.supervision.internal.Lookout;
import org.tongqu.platform.trust.identity.SignedIn;

/** FEATURE: what rules find is there with the act that did it, or when its moment comes, and opens to its events. */
class FindingsTest {

    private final Town town = Town.fresh();
    private final Findings findings = town.bean(Findings.class);
    private final Lookout lookout = town.bean(Lookout.class);
    private final JdbcClient sql = town.bean(JdbcClient.class);
    private final SignedIn.Officer acceptor =
            town.officer(town.pack().roles().getFirst().code());

    private List<FindingRow> found(String rule) {
        var today = LocalDate.now(town.bean(Clock.class));
        var filter =
                FindingFilter.between(today.minusDays(1), today.plusDays(60)).by(rule);
        return findings.page(acceptor, filter, Optional.empty()).rows();
    }

    /** An outcome of the first step that owes the applicant a reason. */
    private String against(String caseId) {
        var task = town.bean(Casework.class)
                .findStory(acceptor, caseId)
                .orElseThrow()
                .tasks()
                .getFirst();
        return town.pack().process().nodes().values().stream()
                .filter(Node.UserTask.class::isInstance)
                .map(Node.UserTask.class::cast)
                .filter(node -> task.taskId().startsWith(node.id()))
                .flatMap(node -> node.outcomes().stream())
                .filter(outcome -> outcome.reason() == OfferedOutcome.Reason.REQUIRED)
                .map(OfferedOutcome::code)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void anActThatARuleForbidsIsFoundWithTheActAndOpensToItsEvents() {
        var caseId = town.submitted(town.citizen()).caseId();
        town.complete(acceptor, caseId, against(caseId), "不同意");

        assertThat(found("refused-without-reason")).singleElement().satisfies(row -> {
            assertThat(row.level()).isEqualTo(Level.RED);
            assertThat(row.matter().caseId()).isEqualTo(caseId);
            var evidence = findings.evidence(acceptor, row.id()).orElseThrow();
            assertThat(evidence.rule()).isPresent();
            assertThat(evidence.lines())
                    .filteredOn(FoundEvidence.Line::hit)
                    .singleElement()
                    .satisfies(line -> assertThat(row.events()).containsExactly(line.number()));
            assertThat(evidence.lines()).hasSizeGreaterThan(1);
        });
        assertThat(found("abnormal-speed")).as("done within the same second").hasSize(1);
    }

    @Test
    void aReasonThatSaysSomethingIsNotFound() {
        var caseId = town.submitted(town.citizen()).caseId();
        town.complete(acceptor, caseId, against(caseId), "住所证明上的地址与申请的不一致");

        assertThat(found("refused-without-reason")).isEmpty();
    }

    @Test
    void whatIsFoundElsewhereIsNotSeenHere() {
        var caseId = town.submitted(town.citizen()).caseId();
        town.complete(acceptor, caseId, against(caseId), "不同意");
        var row = found("refused-without-reason").getFirst();
        var elsewhere = Town.fresh().officer(town.pack().roles().getFirst().code());

        assertThat(findings.evidence(elsewhere, row.id())).isEmpty();
        assertThat(findings.page(
                                elsewhere,
                                FindingFilter.between(LocalDate.EPOCH, LocalDate.of(2100, 1, 1)),
                                Optional.empty())
                        .rows())
                .isEmpty();
    }

    @Test
    void aClockIsYellowAndThenRedAtItsVeryMoment() {
        var caseId = UUID.fromString(town.submitted(town.citizen()).caseId());
        var warnAt = time(caseId, "warn_at");
        var dueAt = time(caseId, "due_at");

        lookout.look(warnAt.minusMillis(1));
        assertThat(found("overdue")).isEmpty();
        assertThat(lookout.wake(warnAt.minusMillis(300))).isBeforeOrEqualTo(warnAt);

        lookout.look(warnAt);
        assertThat(found("overdue"))
                .isNotEmpty()
                .allSatisfy(row -> assertThat(row.level()).isEqualTo(Level.YELLOW));

        lookout.look(dueAt);
        assertThat(found("overdue"))
                .filteredOn(row -> row.level() == Level.RED)
                .isNotEmpty()
                .allSatisfy(row -> {
                    assertThat(row.times().yellowAt()).contains(warnAt);
                    assertThat(row.times().redAt()).contains(dueAt);
                });
        assertThat(lookout.look(dueAt)).as("nothing is found twice").isZero();
    }

    @Test
    void theRunningPlatformFindsWithinTwoSecondsWhatAnotherProgramBroughtNear() {
        var caseId = UUID.fromString(town.submitted(town.citizen()).caseId());
        var soon = Instant.now().plusMillis(400);
        sql.sql("UPDATE supervision.clock SET warn_at = ?, watch_at = ? WHERE case_id = ? AND family <> 'step'")
                .params(soon.atOffset(ZoneOffset.UTC), soon.atOffset(ZoneOffset.UTC), caseId)
                .update();

        var seen = Instant.now();
        while (found("overdue").isEmpty() && seen.isBefore(soon.plusSeconds(20))) {
            seen = Instant.now();
        }

        assertThat(found("overdue")).isNotEmpty();
        assertThat(Duration.between(soon, seen)).isLessThan(Duration.ofSeconds(2));
    }

    @Test
    void aClockThatAnotherProgramHoldsIsPassedOverAndFoundLater() {
        var caseId = UUID.fromString(town.submitted(town.citizen()).caseId());
        var warnAt = time(caseId, "warn_at");
        var transaction = town.bean(TransactionTemplate.class);

        transaction.executeWithoutResult(status -> {
            sql.sql("SELECT 1 FROM supervision.clock WHERE case_id = ? FOR UPDATE")
                    .param(caseId)
                    .query(Integer.class)
                    .list();
            onAnotherThread(() -> lookout.look(warnAt));
            assertThat(found("overdue")).isEmpty();
        });

        lookout.look(warnAt);
        assertThat(found("overdue")).isNotEmpty();
    }

    private static void onAnotherThread(Runnable work) {
        try {
            var thread = Thread.ofPlatform().start(work);
            thread.join(30_000);
            assertThat(thread.isAlive()).as("waits for the lock").isFalse();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    /** The first moment of the clocks of the case. */
    private Instant time(UUID caseId, String column) {
        return sql.sql("SELECT min(" + column + ") FROM supervision.clock WHERE case_id = ?")
                .param(caseId)
                .query((row, number) -> row.getObject(1, OffsetDateTime.class).toInstant())
                .single();
    }
}
