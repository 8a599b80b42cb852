package org.tongqu.platform.matter.casework.internal;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.tongqu.kernel.time.WorkingCalendar;
import org.tongqu.platform.matter.casework.Inbox;
import org.tongqu.platform.matter.casework.InboxFilter;
import org.tongqu.platform.matter.casework.InboxFilter.State;
import org.tongqu.platform.matter.casework.Lamp;
import org.tongqu.platform.trust.access.Scope;
import org.tongqu.platform.trust.identity.SignedIn;

/** Tasks as officers see them. The list and the counts are made of the same conditions, so they cannot disagree. */
@Repository
public class InboxStore {

    public static final int PAGE = 50;

    /** How far back the tab of done tasks goes. */
    private static final Duration DONE_WITHIN = Duration.ofDays(30);

    /** What a task and its case must be under every tab; lamp and words only bind when they are given. */
    private static final String COMMON = """
            FROM casework.task t JOIN casework.case_file c ON c.id = t.case_id
            WHERE t.organisation = ANY (:organisations)
              AND (CAST(:pack AS text) IS NULL OR c.pack_id = :pack)
              AND (CAST(:due AS timestamptz) IS NULL OR c.due_at < :due)
              AND (:words = '' OR strpos(lower(c.title), :words) > 0 OR strpos(lower(c.receipt), :words) > 0
                   OR strpos(lower(c.applicant_name), :words) > 0)
            """;

    private static final String LAMP = " AND (CAST(:lamp AS text) IS NULL OR :lamp = " + Lamp.SQL + ")\n";

    private static final Map<State, String> STATES = states();

    private final JdbcClient jdbc;

    InboxStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Who looks, how far, at what, and when. */
    public record Question(SignedIn.Officer who, Scope scope, InboxFilter filter, Instant now) {}

    /** One row without the words of its pack. */
    public record Found(
            UUID caseId,
            String packHash,
            TaskRow task,
            String receipt,
            String packId,
            String title,
            String applicantName,
            Optional<Instant> dueAt,
            Lamp lamp,
            BigDecimal rank) {

        public String cursor() {
            return rank.toPlainString() + "~" + caseId + "~" + task.taskId();
        }
    }

    private static Map<State, String> states() {
        var states = new EnumMap<State, String>(State.class);
        states.put(
                State.TO_CLAIM, " AND t.done_at IS NULL AND t.assignee IS NULL AND t.performer = ANY (:performers)\n");
        states.put(State.MINE, " AND t.done_at IS NULL AND t.assignee = :me\n");
        states.put(State.OPEN, " AND t.done_at IS NULL AND t.performer <> 'applicant'\n");
        states.put(State.WITH_APPLICANT, " AND t.done_at IS NULL AND t.performer = 'applicant'\n");
        states.put(State.DONE, " AND t.done_at >= :since AND t.assignee = :me\n");
        return states;
    }

    /** One page and one row more, by which the caller sees that there is a next page. */
    public List<Found> page(Question question, Optional<Cursor> after) {
        var state = question.filter().state();
        var rank = state == State.DONE
                ? "-extract(epoch FROM t.done_at)"
                : "extract(epoch FROM coalesce(c.due_at, timestamptz '9999-01-01 00:00+00'))";
        return bind(
                        "SELECT c.id, c.pack_hash, c.receipt, c.pack_id, c.title, c.applicant_name, c.due_at AS case_due, t.*, "
                                + rank + " AS rank, " + Lamp.SQL + " AS lamp\n"
                                + COMMON + STATES.get(state) + LAMP
                                + " AND (CAST(:afterRank AS numeric) IS NULL OR (" + rank
                                + ", t.case_id, t.task_id) > (:afterRank, CAST(:afterCase AS uuid), :afterTask))\n"
                                + "ORDER BY rank, t.case_id, t.task_id LIMIT " + (PAGE + 1),
                        question)
                .param("lamp", question.filter().lamp().map(Enum::name).orElse(null))
                .param("afterRank", after.map(Cursor::rank).orElse(null))
                .param("afterCase", after.map(Cursor::caseId).orElse(null))
                .param("afterTask", after.map(Cursor::taskId).orElse(null))
                .query((row, number) -> found(row))
                .list();
    }

    /** How many there are under every tab and under every lamp, in one statement. */
    public Inbox.Counts counts(Question question) {
        var tabs = new StringBuilder();
        for (var state : State.values()) {
            tabs.append(tabs.isEmpty() ? "" : "UNION ALL\n");
            tabs.append("SELECT '")
                    .append(state)
                    .append("' AS tab, ")
                    .append(Lamp.SQL)
                    .append(" AS lamp, count(*) AS tasks\n");
            tabs.append(COMMON).append(STATES.get(state)).append("GROUP BY 2\n");
        }
        var byState = new HashMap<State, Long>();
        var byLamp = new HashMap<Lamp, Long>();
        var filter = question.filter();
        bind(tabs.toString(), question).query(row -> {
            var state = State.valueOf(row.getString("tab"));
            var lamp = Lamp.valueOf(row.getString("lamp"));
            if (filter.lamp().isEmpty() || filter.lamp().get() == lamp) {
                byState.merge(state, row.getLong("tasks"), Long::sum);
            }
            if (state == filter.state()) {
                byLamp.merge(lamp, row.getLong("tasks"), Long::sum);
            }
        });
        return new Inbox.Counts(byState, byLamp);
    }

    private JdbcClient.StatementSpec bind(String sql, Question question) {
        var filter = question.filter();
        return jdbc.sql(sql)
                .param("organisations", question.scope().organisations())
                .param("pack", filter.packId().orElse(null))
                .param(
                        "due",
                        filter.dueBefore()
                                .map(day -> EventStore.time(
                                        day.atStartOfDay(WorkingCalendar.ZONE).toInstant()))
                                .orElse(null))
                .param("words", filter.words().strip().toLowerCase(java.util.Locale.ROOT))
                .param("now", EventStore.time(question.now()))
                .param("since", EventStore.time(question.now().minus(DONE_WITHIN)))
                .param("me", question.who().staff())
                .param(
                        "performers",
                        question.who().roles().stream()
                                .map(role -> "role:" + role)
                                .toArray(String[]::new));
    }

    /** Where a page begins: behind this row. */
    public record Cursor(BigDecimal rank, UUID caseId, String taskId) {

        /** Reads what {@link Found#cursor} wrote; anything else begins at the first page. */
        public static Optional<Cursor> parse(String text) {
            var parts = text.split("~", 3);
            if (parts.length != 3 || !parts[0].matches("-?[0-9]{1,12}(\\.[0-9]{1,9})?")) {
                return Optional.empty();
            }
            try {
                return Optional.of(new Cursor(new BigDecimal(parts[0]), UUID.fromString(parts[1]), parts[2]));
            } catch (IllegalArgumentException notAnId) {
                return Optional.empty();
            }
        }
    }

    private static Found found(ResultSet row) throws SQLException {
        return new Found(
                row.getObject("id", UUID.class),
                row.getString("pack_hash"),
                task(row),
                row.getString("receipt"),
                row.getString("pack_id"),
                row.getString("title"),
                row.getString("applicant_name"),
                CaseStore.instant(row, "case_due"),
                Lamp.valueOf(row.getString("lamp")),
                row.getBigDecimal("rank"));
    }

    static TaskRow task(ResultSet row) throws SQLException {
        var outcome = Optional.ofNullable(row.getString("outcome")).orElse("");
        return new TaskRow(
                row.getString("task_id"),
                row.getString("node_id"),
                row.getString("performer"),
                row.getString("organisation"),
                Optional.ofNullable(row.getString("assignee")),
                Optional.ofNullable(row.getString("assignee_name")),
                CaseStore.instant(row, "opened_at").orElseThrow(),
                CaseStore.instant(row, "due_at"),
                CaseStore.instant(row, "done_at").map(at -> new TaskRow.Done(at, outcome)));
    }
}
