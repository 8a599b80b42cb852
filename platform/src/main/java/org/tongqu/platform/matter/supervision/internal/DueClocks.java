package org.tongqu.platform.matter.supervision.internal;

import static org.tongqu.platform.operate.store.Columns.instant;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.tongqu.engines.cases.RunningClock;
import org.tongqu.engines.supervision.DueMoment;
import org.tongqu.engines.supervision.Finding;
import org.tongqu.engines.supervision.Standing;
import org.tongqu.platform.trust.directory.Directory;

/**
 * Clocks of which time alone made a rule find something. Any number of programs may look on one store: each takes the
 * rows nobody else holds.
 */
@Component
class DueClocks implements DueWork {

    private static final int MOST = 200;

    private final JdbcClient jdbc;
    private final FindingStore findings;
    private final RuleBook rules;
    private final Directory directory;
    private final TransactionTemplate transaction;

    DueClocks(
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

    /** A clock as it stands in its table. */
    private record Watched(Found.Matter matter, String organisation, Standing clock) {}

    @Override
    public Optional<Instant> next() {
        return jdbc.sql("SELECT watch_at FROM supervision.clock WHERE watch_at IS NOT NULL ORDER BY watch_at LIMIT 1")
                .query((row, number) -> instant(row, "watch_at"))
                .optional();
    }

    @Override
    public int settle(Instant now) {
        return Optional.ofNullable(transaction.execute(status -> settleSome(now)))
                .orElse(0);
    }

    private int settleSome(Instant now) {
        var due = lease(now);
        var found = new ArrayList<Found>();
        var next = new ArrayList<@Nullable String>();
        var calendar = directory.calendar();
        for (var watched : due) {
            var watching = rules.of(watched.matter().packId());
            var moments = watching.moments(watched.clock(), calendar);
            moments.stream()
                    .filter(moment -> moment.finds() && !moment.at().isAfter(now))
                    .forEach(moment -> found.add(Found.of(
                            watched.matter(),
                            watched.organisation(),
                            RuleWatch.label(watching, moment.rule()),
                            new Finding(
                                    moment.rule(), watched.clock().name(), moment.level(), moment.at(), List.of()))));
            next.add(moments.stream()
                    .map(DueMoment::at)
                    .filter(at -> at.isAfter(now))
                    .findFirst()
                    .map(Instant::toString)
                    .orElse(null));
        }
        findings.put(Found.once(found));
        lookAgain(due, next);
        return due.size();
    }

    private List<Watched> lease(Instant now) {
        return jdbc.sql("""
                        SELECT case_id, clock, family, pack_id, organisation, receipt, title, state, started_at, stopped_at,
                            warn_at, due_at
                        FROM supervision.clock WHERE watch_at <= ? ORDER BY watch_at LIMIT ?
                        FOR UPDATE SKIP LOCKED""")
                .params(now.atOffset(ZoneOffset.UTC), MOST)
                .query((row, number) -> watched(row))
                .list();
    }

    private void lookAgain(List<Watched> due, List<@Nullable String> next) {
        jdbc.sql("""
                        UPDATE supervision.clock c SET watch_at = row.watch_at
                        FROM unnest(CAST(? AS uuid[]), CAST(? AS text[]), CAST(? AS timestamptz[]))
                            AS row (case_id, clock, watch_at)
                        WHERE c.case_id = row.case_id AND c.clock = row.clock""")
                .params(
                        due.stream().map(watched -> watched.matter().caseId()).toArray(String[]::new),
                        due.stream().map(watched -> watched.clock().name()).toArray(String[]::new),
                        next.toArray(String[]::new))
                .update();
    }

    private static Watched watched(ResultSet row) throws SQLException {
        var status = RunningClock.Status.valueOf(row.getString("state"));
        return new Watched(
                new Found.Matter(
                        row.getString("case_id"),
                        row.getString("pack_id"),
                        row.getString("receipt"),
                        row.getString("title")),
                row.getString("organisation"),
                new Standing(
                        row.getString("clock"),
                        row.getString("family"),
                        status,
                        instant(row, status == RunningClock.Status.STOPPED ? "stopped_at" : "started_at"),
                        instant(row, "warn_at"),
                        instant(row, "due_at")));
    }
}
