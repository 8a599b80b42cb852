package org.tongqu.platform.matter.casework.internal;

import static org.tongqu.platform.operate.store.Columns.column;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.tongqu.platform.matter.casework.CaseHead;
import org.tongqu.platform.matter.casework.Lamp;
import org.tongqu.platform.matter.casework.Turn;
import org.tongqu.platform.matter.intake.ReceiptNumber;
import org.tongqu.platform.matter.intake.Submitted.Applicant;
import org.tongqu.platform.matter.intake.Submitted.PackRef;
import org.tongqu.platform.matter.intake.Submitted.Place;
import org.tongqu.platform.operate.store.Later;
import org.tongqu.platform.trust.access.Scope;

/** The projections of cases that lists are read from. Each write is one statement for all rows of its table. */
@Repository
public class CaseStore {

    private final JdbcClient jdbc;
    private final Later later;

    CaseStore(JdbcClient jdbc, Later later) {
        this.jdbc = jdbc;
        this.later = later;
    }

    /** Takes the one lock of the case; whoever else acts on it waits until this transaction ends. */
    public Optional<CaseRow> lock(UUID caseId) {
        return jdbc.sql("SELECT * FROM casework.case_file WHERE id = ? FOR UPDATE")
                .param(caseId)
                .query((row, number) -> file(row))
                .optional();
    }

    /** Whether an organisation in reach has or had a step of the case. */
    public boolean isInvolved(UUID caseId, Scope scope) {
        return jdbc.sql("SELECT EXISTS (SELECT FROM casework.task t WHERE t.case_id = ? AND t.organisation = ANY (?))")
                .params(caseId, scope.organisations())
                .query(Boolean.class)
                .single();
    }

    /** Those of these that organisations in scope handle, or have or had a step of. */
    public Set<String> visible(Collection<String> caseIds, Scope scope) {
        return Set.copyOf(jdbc.sql("""
                        SELECT id::text FROM casework.case_file c
                         WHERE id = ANY (CAST(:ids AS uuid[])) AND (organisation = ANY (:organisations)
                            OR EXISTS (SELECT FROM casework.task t
                                        WHERE t.case_id = c.id AND t.organisation = ANY (:organisations)))""")
                .param("ids", caseIds.toArray(String[]::new))
                .param("organisations", scope.organisations())
                .query(String.class)
                .list());
    }

    public Optional<CaseRow> find(UUID caseId) {
        return jdbc.sql("SELECT * FROM casework.case_file WHERE id = ?")
                .param(caseId)
                .query((row, number) -> file(row))
                .optional();
    }

    public Optional<CaseRow> findByReceipt(ReceiptNumber receipt) {
        return jdbc.sql("SELECT * FROM casework.case_file WHERE receipt = ?")
                .param(receipt.value())
                .query((row, number) -> file(row))
                .optional();
    }

    /** The newest first. */
    public List<CaseRow> ofApplicant(String account, int limit) {
        return jdbc.sql("""
                        SELECT * FROM casework.case_file WHERE applicant = ?
                        ORDER BY opened_at DESC, id LIMIT ?""")
                .params(account, limit)
                .query((row, number) -> file(row))
                .list();
    }

    /** Adds the case, or replaces what of it moves. */
    public void put(CaseRow file) {
        var head = file.head();
        var moving = file.moving();
        later.write(
                """
                        INSERT INTO casework.case_file (id, receipt, pack_id, pack_version, pack_hash, title, applicant,
                            applicant_name, organisation, division, opened_at, status, result, steps, turn,
                            clock, warn_at, due_at, moved_at, ended_at, version)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        ON CONFLICT (id) DO UPDATE SET
                            status = excluded.status, result = excluded.result, steps = excluded.steps,
                            turn = excluded.turn, clock = excluded.clock,
                            warn_at = excluded.warn_at, due_at = excluded.due_at, moved_at = excluded.moved_at,
                            ended_at = excluded.ended_at, version = excluded.version""",
                UUID.fromString(head.caseId()),
                head.receipt().value(),
                head.pack().id(),
                head.pack().version(),
                head.pack().contentHash(),
                head.title(),
                head.applicant().account(),
                head.applicant().name(),
                head.organisation().code(),
                head.organisation().division(),
                EventStore.time(head.openedAt()),
                moving.ended().isPresent() ? "ENDED" : "RUNNING",
                moving.ended().map(CaseRow.Ended::result).orElse(null),
                moving.steps().toArray(String[]::new),
                moving.turn().name(),
                moving.timing().name(),
                time(moving.warnAt()),
                time(moving.dueAt()),
                EventStore.time(moving.movedAt()),
                time(moving.ended().map(CaseRow.Ended::at)),
                moving.version());
    }

    public void putTasks(UUID caseId, Collection<TaskRow> tasks) {
        later.write(
                """
                        INSERT INTO casework.task (case_id, task_id, node_id, performer, organisation, assignee,
                            assignee_name, opened_at, due_at, done_at, outcome)
                        SELECT ?, * FROM unnest(CAST(? AS text[]), CAST(? AS text[]), CAST(? AS text[]),
                            CAST(? AS text[]), CAST(? AS text[]), CAST(? AS text[]), CAST(? AS timestamptz[]),
                            CAST(? AS timestamptz[]), CAST(? AS timestamptz[]), CAST(? AS text[]))
                        ON CONFLICT (case_id, task_id) DO UPDATE SET
                            organisation = excluded.organisation, assignee = excluded.assignee,
                            assignee_name = excluded.assignee_name, due_at = excluded.due_at, done_at = excluded.done_at,
                            outcome = excluded.outcome""",
                caseId,
                column(tasks, TaskRow::taskId),
                column(tasks, TaskRow::nodeId),
                column(tasks, TaskRow::performer),
                column(tasks, TaskRow::organisation),
                column(tasks, task -> task.assignee().orElse(null)),
                column(tasks, task -> task.assigneeName().orElse(null)),
                column(tasks, task -> task.openedAt().toString()),
                column(tasks, task -> task.dueAt().map(Instant::toString).orElse(null)),
                column(
                        tasks,
                        task -> task.done().map(done -> done.at().toString()).orElse(null)),
                column(tasks, task -> task.done().map(TaskRow.Done::outcome).orElse(null)));
    }

    public void putTimers(UUID caseId, Collection<TimerRow> timers) {
        later.write(
                """
                        INSERT INTO casework.timer (case_id, timer_id, node_id, due_at)
                        SELECT ?, * FROM unnest(CAST(? AS text[]), CAST(? AS text[]), CAST(? AS timestamptz[]))
                        ON CONFLICT (case_id, timer_id) DO UPDATE SET due_at = excluded.due_at""",
                caseId,
                column(timers, TimerRow::timerId),
                column(timers, TimerRow::nodeId),
                column(timers, timer -> timer.dueAt().toString()));
    }

    public void removeTimers(UUID caseId, Collection<String> timerIds) {
        later.write(
                "DELETE FROM casework.timer WHERE case_id = ? AND timer_id = ANY (?)",
                caseId,
                timerIds.toArray(String[]::new));
    }

    private static @Nullable OffsetDateTime time(Optional<Instant> instant) {
        return instant.map(EventStore::time).orElse(null);
    }

    static CaseRow file(ResultSet row) throws SQLException {
        var head = new CaseHead(
                row.getString("id"),
                new ReceiptNumber(row.getString("receipt")),
                new PackRef(row.getString("pack_id"), row.getString("pack_version"), row.getString("pack_hash")),
                row.getString("title"),
                new Applicant(row.getString("applicant"), row.getString("applicant_name")),
                new Place(row.getString("organisation"), row.getString("division")),
                instant(row, "opened_at").orElseThrow());
        return new CaseRow(
                head,
                new CaseRow.Moving(
                        row.getInt("version"),
                        instant(row, "moved_at").orElseThrow(),
                        List.of((String[]) row.getArray("steps").getArray()),
                        Turn.valueOf(row.getString("turn")),
                        Lamp.Timing.valueOf(row.getString("clock")),
                        instant(row, "warn_at"),
                        instant(row, "due_at"),
                        ended(row)));
    }

    private static Optional<CaseRow.Ended> ended(ResultSet row) throws SQLException {
        var result = row.getString("result");
        return instant(row, "ended_at").map(at -> new CaseRow.Ended(result, at));
    }

    static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }
}
