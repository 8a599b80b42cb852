package org.tongqu.platform.matter.supervision.internal;

import static org.tongqu.platform.operate.store.Columns.column;
import static org.tongqu.platform.operate.store.Columns.instant;
import static org.tongqu.platform.operate.store.Columns.time;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.tongqu.engines.supervision.DueMoment;
import org.tongqu.engines.supervision.Finding;
import org.tongqu.engines.supervision.Level;
import org.tongqu.engines.supervision.OpenDuty;
import org.tongqu.engines.supervision.WatchRules;
import org.tongqu.platform.matter.supervision.Duty;
import org.tongqu.platform.trust.directory.Directory;

/** Watches what offices owe beside their cases as {@link DueClocks} watches clocks. */
@Component
public class DutyWatch implements DueWork {

    static final String SUBJECT = "duty";
    private static final int MOST = 200;

    private final JdbcClient jdbc;
    private final FindingStore findings;
    private final RuleBook rules;
    private final Directory directory;
    private final TransactionTemplate transaction;

    DutyWatch(
            JdbcClient jdbc,
            FindingStore findings,
            RuleBook rules,
            Directory directory,
            TransactionTemplate transaction) {
        this.jdbc = jdbc;
        this.findings = findings;
        this.rules = rules;
        this.directory = directory;
        this.transaction = transaction;
    }

    /** Keeps them, with what time has made of them already. */
    public void begin(List<Duty> duties, Instant now) {
        if (duties.isEmpty()) {
            return;
        }
        var seen = look(duties, now);
        jdbc.sql("""
                        INSERT INTO supervision.duty (id, kind, number, title, pack_id, organisation, href, since, due_at, warn_at,
                            watch_at)
                        SELECT * FROM unnest(CAST(? AS uuid[]), CAST(? AS text[]), CAST(? AS text[]), CAST(? AS text[]),
                            CAST(? AS text[]), CAST(? AS text[]), CAST(? AS text[]), CAST(? AS timestamptz[]),
                            CAST(? AS timestamptz[]), CAST(? AS timestamptz[]), CAST(? AS timestamptz[]))
                        ON CONFLICT (id) DO UPDATE SET title = excluded.title, since = excluded.since,
                            due_at = excluded.due_at, warn_at = excluded.warn_at, watch_at = excluded.watch_at""")
                .params(
                        column(duties, Duty::id),
                        column(duties, Duty::kind),
                        column(duties, Duty::number),
                        column(duties, Duty::title),
                        column(duties, duty -> duty.owed().packId()),
                        column(duties, duty -> duty.owed().organisation()),
                        column(duties, Duty::href),
                        column(duties, duty -> duty.term().since().toString()),
                        column(duties, duty -> duty.term().dueAt().toString()),
                        column(
                                duties,
                                duty -> duty.term()
                                        .warnAt()
                                        .map(Instant::toString)
                                        .orElse(null)),
                        column(seen, Seen::watchAt))
                .update();
    }

    /** What was found of them is kept. */
    private List<Seen> look(List<Duty> duties, Instant now) {
        var seen = duties.stream().map(duty -> seen(duty, now)).toList();
        findings.put(
                Found.once(seen.stream().flatMap(one -> one.found().stream()).toList()));
        return seen;
    }

    /** The same duty with another term: a warning is forgotten, and what time has made of it is found anew. */
    public void renew(Duty duty, Instant now) {
        relieve(duty);
        begin(List.of(duty), now);
    }

    private void relieve(Duty duty) {
        findings.relieve(watching(duty).rules().stream()
                .map(rule -> Found.id(duty.id(), rule.head().name(), SUBJECT))
                .toList());
    }

    /** What fell due before it was done is found, whether or not anybody looked then. */
    public void end(UUID id, Instant at) {
        findOpen(id).ifPresent(duty -> {
            var late = !at.isBefore(duty.term().dueAt());
            if (late) {
                findings.put(Found.once(seen(duty, at).found()));
            } else {
                relieve(duty);
            }
            jdbc.sql("UPDATE supervision.duty SET done_at = ?, watch_at = NULL WHERE id = ? AND done_at IS NULL")
                    .params(time(at), id)
                    .update();
        });
    }

    /** What was done already cannot be done late. */
    private Optional<Duty> findOpen(UUID id) {
        return jdbc.sql("SELECT * FROM supervision.duty WHERE id = ? AND done_at IS NULL")
                .param(id)
                .query((row, number) -> duty(row))
                .optional();
    }

    public Optional<Duty> find(UUID id) {
        return jdbc.sql("SELECT * FROM supervision.duty WHERE id = ?")
                .param(id)
                .query((row, number) -> duty(row))
                .optional();
    }

    @Override
    public Optional<Instant> next() {
        return jdbc.sql("SELECT watch_at FROM supervision.duty WHERE watch_at IS NOT NULL ORDER BY watch_at LIMIT 1")
                .query((row, number) -> instant(row, "watch_at"))
                .optional();
    }

    @Override
    public int settle(Instant now) {
        return Optional.ofNullable(transaction.execute(status -> settleSome(now)))
                .orElse(0);
    }

    private int settleSome(Instant now) {
        var due = jdbc.sql("""
                        SELECT * FROM supervision.duty WHERE watch_at <= ? ORDER BY watch_at LIMIT ?
                        FOR UPDATE SKIP LOCKED""")
                .params(time(now), MOST)
                .query((row, number) -> duty(row))
                .list();
        if (due.isEmpty()) {
            return 0;
        }
        var seen = look(due, now);
        jdbc.sql("""
                        UPDATE supervision.duty d SET watch_at = row.watch_at
                        FROM unnest(CAST(? AS uuid[]), CAST(? AS timestamptz[])) AS row (id, watch_at)
                        WHERE d.id = row.id""").params(column(due, Duty::id), column(seen, Seen::watchAt)).update();
        return due.size();
    }

    /** What the rules find of a duty by then, and when they find the next thing. */
    private record Seen(List<Found> found, Optional<Instant> next) {

        @Nullable
        String watchAt() {
            return next.map(Instant::toString).orElse(null);
        }
    }

    private Seen seen(Duty duty, Instant now) {
        var watching = watching(duty);
        var moments = watching.moments(
                new OpenDuty(
                        duty.kind(),
                        duty.term().since(),
                        duty.term().warnAt(),
                        duty.term().dueAt()),
                directory.calendar());
        var found = moments.stream()
                .filter(moment -> !moment.at().isAfter(now))
                .map(moment -> found(duty, watching, moment.rule(), moment.level(), moment.at()))
                .toList();
        return new Seen(
                found,
                moments.stream()
                        .map(DueMoment::at)
                        .filter(at -> at.isAfter(now))
                        .findFirst());
    }

    private WatchRules watching(Duty duty) {
        return rules.of(duty.owed().packId());
    }

    private static Found found(Duty duty, WatchRules watching, String rule, Level level, Instant at) {
        return Found.of(
                new Found.Matter(duty.id(), duty.owed().packId(), duty.number(), duty.title()),
                duty.owed().organisation(),
                RuleWatch.label(watching, rule),
                new Finding(rule, SUBJECT, level, at, List.of()));
    }

    private static Duty duty(ResultSet row) throws SQLException {
        return new Duty(
                row.getString("id"),
                row.getString("kind"),
                row.getString("number"),
                row.getString("title"),
                new Duty.Owed(row.getString("organisation"), row.getString("pack_id")),
                row.getString("href"),
                new Duty.Term(
                        instant(row, "since"),
                        Optional.ofNullable(row.getObject("warn_at", OffsetDateTime.class))
                                .map(OffsetDateTime::toInstant),
                        instant(row, "due_at")));
    }
}
