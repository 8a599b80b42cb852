package org.tongqu.platform.matter.casework.internal;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.tongqu.kernel.time.WorkingCalendar;
import org.tongqu.platform.matter.casework.Inbox;
import org.tongqu.platform.matter.casework.InboxFilter;
import org.tongqu.platform.matter.casework.InboxFilter.State;
import org.tongqu.platform.matter.casework.Lamp;
import org.tongqu.platform.matter.intake.ReceiptNumber;
import org.tongqu.platform.operate.store.LikePattern;
import org.tongqu.platform.trust.access.Scope;
import org.tongqu.platform.trust.identity.SignedIn;

/** Tasks as officers see them. The list and the counts are made of the same conditions, so they cannot disagree. */
@Repository
public class InboxStore {

    public static final int PAGE = 50;

    /** How far back the tab of done tasks goes. */
    private static final Duration DONE_WITHIN = Duration.ofDays(30);

    private static final String TASKS = "FROM casework.task t";
    private static final String TASKS_WITH_CASES = TASKS + " JOIN casework.case_file c ON c.id = t.case_id";

    /** As the index has it. */
    private static final String WORDS = "lower(c.title || E'\\n' || c.receipt || E'\\n' || c.applicant_name)";

    private static final Map<State, String> STATES = states();

    /** One more than is told, by which is seen that there are more. */
    private static final String ENOUGH = "LIMIT " + (Inbox.Counts.MOST_DONE + 1);

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
        states.put(State.TO_CLAIM, "t.done_at IS NULL AND t.assignee IS NULL AND t.performer = ANY (:performers)");
        states.put(State.MINE, "t.done_at IS NULL AND t.assignee = :me");
        states.put(State.OPEN, "t.done_at IS NULL AND t.performer <> 'applicant'");
        states.put(State.WITH_APPLICANT, "t.done_at IS NULL AND t.performer = 'applicant'");
        states.put(State.DONE, "t.done_at >= :since AND t.assignee = :me");
        return states;
    }

    /** What a task must be, whatever else is asked. */
    private static String under(State state) {
        return under(STATES.getOrDefault(state, "false"));
    }

    private static String under(String condition) {
        return "\nWHERE t.organisation = ANY (:organisations) AND " + condition + "\n";
    }

    /** What its case must be. Only what is asked for is written down, so that the planner knows what it plans. */
    private static String narrowed(InboxFilter filter) {
        return (filter.packId().isPresent() ? " AND c.pack_id = :pack\n" : "")
                + (filter.dueBefore().isPresent() ? " AND c.due_at < :due\n" : "")
                + switch (Search.of(filter)) {
                    case NOTHING -> "";
                    case RECEIPT -> " AND c.receipt = :receipt\n";
                    case TRIGRAMS -> " AND c.id IN (SELECT id FROM found)\n";
                    case FEW_LETTERS -> " AND " + WORDS + " LIKE :pattern\n";
                };
    }

    /** The cases in which the words occur, looked for once however many tabs are counted. */
    private static String found(InboxFilter filter) {
        return Search.of(filter) == Search.TRIGRAMS
                ? "WITH found AS MATERIALIZED (SELECT c.id FROM casework.case_file c WHERE " + WORDS
                        + " LIKE :pattern)\n"
                : "";
    }

    /** By which index words are found. */
    private enum Search {
        NOTHING,
        RECEIPT,
        TRIGRAMS,
        /** Too short for a trigram: the tasks in reach are looked through. */
        FEW_LETTERS;

        static Search of(InboxFilter filter) {
            var words = filter.words().strip();
            if (words.isEmpty()) {
                return NOTHING;
            }
            if (ReceiptNumber.parse(words).isPresent()) {
                return RECEIPT;
            }
            return words.codePointCount(0, words.length()) < 3 ? FEW_LETTERS : TRIGRAMS;
        }
    }

    private static String lit(InboxFilter filter) {
        return filter.lamp().isPresent() ? " AND :lamp = " + Lamp.SQL + "\n" : "";
    }

    /** One page and one row more, by which the caller sees that there is a next page. */
    public List<Found> page(Question question, Optional<Cursor> after) {
        var state = question.filter().state();
        var rank = state == State.DONE
                ? "-extract(epoch FROM t.done_at)"
                : "extract(epoch FROM coalesce(c.due_at, timestamptz '9999-01-01 00:00+00'))";
        return bind(
                        found(question.filter())
                                + "SELECT c.id, c.pack_hash, c.receipt, c.pack_id, c.title, c.applicant_name, c.due_at AS case_due, t.*, "
                                + rank + " AS rank, " + Lamp.SQL + " AS lamp\n"
                                + TASKS_WITH_CASES + under(state) + narrowed(question.filter())
                                + lit(question.filter())
                                + (after.isEmpty()
                                        ? ""
                                        : " AND (" + rank
                                                + ", t.case_id, t.task_id) > (:afterRank, CAST(:afterCase AS uuid), :afterTask)\n")
                                + "ORDER BY rank, t.case_id, t.task_id LIMIT " + (PAGE + 1),
                        question)
                .param("lamp", question.filter().lamp().map(Enum::name).orElse(null))
                .param("afterRank", after.map(Cursor::rank).orElse(null))
                .param("afterCase", after.map(Cursor::caseId).orElse(null))
                .param("afterTask", after.map(Cursor::taskId).orElse(null))
                .query((row, number) -> found(row))
                .list();
    }

    /**
     * How many there are under every tab and under every lamp of the chosen one, in one statement. The tabs of what is
     * open are counted in one pass, and without the cases as long as nothing is asked of these; what is done is counted
     * as far as {@link Inbox.Counts#MOST_DONE}.
     */
    public Inbox.Counts counts(Question question) {
        var filter = question.filter();
        var byState = new EnumMap<State, Long>(State.class);
        var byLamp = new EnumMap<Lamp, Long>(Lamp.class);
        var parts = List.of(openTabs(filter), doneTab(filter), lamps(filter));
        bind(found(filter) + String.join("UNION ALL\n", parts), question)
                .param("lamp", filter.lamp().map(Enum::name).orElse(null))
                .query(row -> {
                    var tasks = row.getLong("tasks");
                    var tab = row.getString("tab");
                    if (tab == null) {
                        byLamp.put(Lamp.valueOf(row.getString("lamp")), tasks);
                    } else {
                        byState.put(State.valueOf(tab), tasks);
                    }
                });
        return new Inbox.Counts(byState, byLamp);
    }

    private static String openTabs(InboxFilter filter) {
        var columns = new StringJoiner(",\n    ");
        var tabs = new StringJoiner(", ");
        for (var state : State.values()) {
            if (state != State.DONE) {
                var column = state.name().toLowerCase(Locale.ROOT);
                columns.add("count(*) FILTER (WHERE " + STATES.get(state) + ") AS " + column);
                tabs.add("('" + state + "', every." + column + ")");
            }
        }
        return "SELECT each.tab, NULL AS lamp, each.tasks FROM (SELECT " + columns + "\n" + tasks(filter)
                + under("t.done_at IS NULL") + narrowed(filter) + lit(filter)
                + ") every CROSS JOIN LATERAL (VALUES " + tabs + ") each (tab, tasks)\n";
    }

    private static String doneTab(InboxFilter filter) {
        return "SELECT 'DONE', NULL, count(*) FROM (SELECT " + tasks(filter) + under(State.DONE) + narrowed(filter)
                + lit(filter) + ENOUGH + ") done\n";
    }

    private static String lamps(InboxFilter filter) {
        return "SELECT NULL, lamp, count(*) FROM (SELECT " + Lamp.SQL + " AS lamp\n" + TASKS_WITH_CASES
                + under(filter.state()) + narrowed(filter)
                + (filter.state() == State.DONE ? ENOUGH : "") + ") lit GROUP BY lamp\n";
    }

    /** The cases are joined where something is asked of them. */
    private static String tasks(InboxFilter filter) {
        return narrowed(filter).isEmpty() && filter.lamp().isEmpty() ? TASKS : TASKS_WITH_CASES;
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
                .param(
                        "receipt",
                        ReceiptNumber.parse(filter.words())
                                .map(ReceiptNumber::value)
                                .orElse(null))
                .param("pattern", LikePattern.containing(filter.words()))
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
