package org.tongqu.platform.matter.casework.internal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.tongqu.engines.cases.CaseState;
import org.tongqu.platform.matter.casework.CaseLoad.Past;
import org.tongqu.platform.matter.casework.CaseLoad.Ready;
import org.tongqu.platform.operate.store.CopyStream;

/** Copies whole cases into the tables of casework: the events and all that follows from them. */
@Component
public class CaseCopy {

    private final CopyStream copy;
    private final EventStore events;

    CaseCopy(CopyStream copy, EventStore events) {
        this.copy = copy;
        this.events = events;
    }

    /** All rows of one case. */
    public record ReadyCase(CaseRow row, List<EventRow> events, List<TaskRow> tasks, List<TimerRow> timers)
            implements Ready {}

    /** One event and whose act it was. */
    public record EventRow(Instant at, String actor, String actorName, EventStore.Stored stored) {}

    public ReadyCase ready(Past past) {
        var rows = new ArrayList<EventRow>();
        var tasks = new LinkedHashMap<String, TaskRow>();
        for (var act : past.acts()) {
            for (var event : act.events()) {
                rows.add(new EventRow(event.at(), act.actor().id(), act.actor().name(), events.stored(event)));
            }
            Projection.tasks(act.before(), act.events(), act.after()).forEach(task -> tasks.put(task.taskId(), task));
        }
        var last = past.acts().getLast();
        var moving = Projection.moving(last.after(), last.events().getLast().at());
        return new ReadyCase(
                new CaseRow(past.head(), moving),
                rows,
                List.copyOf(tasks.values()),
                Projection.timersSet(CaseState.none(), last.after()));
    }

    public void load(List<Ready> cases) {
        var ready = cases.stream().map(ReadyCase.class::cast).toList();
        try (var rows = copy.into("casework.case_file (id, receipt, pack_id, pack_version, pack_hash, title, applicant,"
                + " applicant_name, organisation, division, opened_at, status, result, steps, turn, clock, warn_at,"
                + " due_at, moved_at, ended_at, version)")) {
            ready.forEach(one -> put(rows, one.row()));
            rows.finish();
        }
        try (var rows = copy.into("casework.event (case_id, seq, type, at, actor, actor_name, payload, facts)")) {
            ready.forEach(one -> putEvents(rows, one));
            rows.finish();
        }
        try (var rows = copy.into("casework.task (case_id, task_id, node_id, performer, organisation, assignee,"
                + " assignee_name, opened_at, due_at, done_at, outcome)")) {
            ready.forEach(one ->
                    one.tasks().forEach(task -> put(rows, one.row().head().caseId(), task)));
            rows.finish();
        }
        try (var rows = copy.into("casework.timer (case_id, timer_id, node_id, due_at)")) {
            ready.forEach(one -> one.timers()
                    .forEach(timer -> rows.text(one.row().head().caseId())
                            .text(timer.timerId())
                            .text(timer.nodeId())
                            .moment(timer.dueAt())
                            .end()));
            rows.finish();
        }
    }

    private static void put(CopyStream.Rows rows, CaseRow row) {
        var head = row.head();
        var moving = row.moving();
        rows.text(head.caseId())
                .text(head.receipt().value())
                .text(head.pack().id())
                .text(head.pack().version())
                .text(head.pack().contentHash())
                .text(head.title())
                .text(head.applicant().account())
                .text(head.applicant().name())
                .text(head.organisation().code())
                .text(head.organisation().division())
                .moment(head.openedAt())
                .text(moving.ended().isPresent() ? "ENDED" : "RUNNING")
                .text(moving.ended().map(CaseRow.Ended::result).orElse(null))
                .text(moving.steps().stream()
                        .map(step -> "\"" + step + "\"")
                        .collect(Collectors.joining(",", "{", "}")))
                .text(moving.turn().name())
                .text(moving.timing().name())
                .moment(moving.warnAt().orElse(null))
                .moment(moving.dueAt().orElse(null))
                .moment(moving.movedAt())
                .moment(moving.ended().map(CaseRow.Ended::at).orElse(null))
                .number(moving.version())
                .end();
    }

    private static void putEvents(CopyStream.Rows rows, ReadyCase one) {
        int seq = 0;
        for (var event : one.events()) {
            rows.text(one.row().head().caseId())
                    .number(++seq)
                    .text(event.stored().type())
                    .moment(event.at())
                    .text(event.actor())
                    .text(event.actorName())
                    .text(event.stored().payload())
                    .bytes(event.stored().facts())
                    .end();
        }
    }

    private static void put(CopyStream.Rows rows, String caseId, TaskRow task) {
        rows.text(caseId)
                .text(task.taskId())
                .text(task.nodeId())
                .text(task.performer())
                .text(task.organisation())
                .text(task.assignee().orElse(null))
                .text(task.assigneeName().orElse(null))
                .moment(task.openedAt())
                .moment(task.dueAt().orElse(null))
                .moment(task.done().map(TaskRow.Done::at).orElse(null))
                .text(task.done().map(TaskRow.Done::outcome).orElse(null))
                .end();
    }
}
