package org.tongqu.platform.matter.evaluation;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What formulas can ask for: rows of a period, each with when it counts, for whom and how much. Each is one {@code SELECT}
 * over what other modules keep; {@code :from} and {@code :until} are bound. The same statement makes the amount and the rows
 * behind it, so that the two cannot differ.
 */
public enum Measure {
    CASES_ENDED(RowKind.CASE, "c.id::text", "c.ended_at", "c", "1", """
            casework.case_file c"""),
    CASES_IN_TIME(RowKind.CASE, "c.id::text", "c.ended_at", "c", "1", """
            casework.case_file c""", """
            AND NOT EXISTS (SELECT FROM supervision.clock late
                            WHERE late.case_id = c.id AND late.family <> 'step' AND late.on_time = false)"""),
    DAYS_USED(
            RowKind.CLOCK,
            "k.case_id || '/' || k.clock",
            "k.ended_at",
            "k",
            "round((extract(epoch FROM k.ended_at - k.started_at - k.stopped_for) / 86400)::numeric, 4)",
            "supervision.clock k",
            "AND k.family <> 'step'"),
    DAYS_ALLOWED(
            RowKind.CLOCK,
            "k.case_id || '/' || k.clock",
            "k.ended_at",
            "k",
            "round((extract(epoch FROM k.due_at - k.started_at - k.stopped_for) / 86400)::numeric, 4)",
            "supervision.clock k",
            "AND k.family <> 'step'"),
    STEPS_ENDED(RowKind.CLOCK, "k.case_id || '/' || k.clock", "k.ended_at", "k", "1", Texts.STEP, Texts.OF_STEP),
    STEPS_IN_TIME(
            RowKind.CLOCK,
            "k.case_id || '/' || k.clock",
            "k.ended_at",
            "k",
            "1",
            Texts.STEP,
            Texts.OF_STEP + " AND k.on_time"),
    LAMPS_YELLOW(
            RowKind.FINDING, "f.id::text", "f.yellow_at", "f", "1", "supervision.finding f", "AND f.rule = 'overdue'"),
    LAMPS_RED(RowKind.FINDING, "f.id::text", "f.red_at", "f", "1", "supervision.finding f", "AND f.rule = 'overdue'"),
    FINDINGS_YELLOW(
            RowKind.FINDING, "f.id::text", "f.yellow_at", "f", "1", "supervision.finding f", "AND f.rule <> 'overdue'"),
    FINDINGS_RED(
            RowKind.FINDING, "f.id::text", "f.red_at", "f", "1", "supervision.finding f", "AND f.rule <> 'overdue'"),
    ORDERS(RowKind.ORDER, "o.id::text", "s.settled_at", "o", "1", Texts.ORDER),
    ORDERS_IN_TIME(RowKind.ORDER, "o.id::text", "s.settled_at", "o", "1", Texts.ORDER, "AND NOT s.late"),
    RATINGS(RowKind.RATING, "r.id::text", "r.rated_at", "r", "1", "ratings.rating r", "AND r.counts"),
    RATINGS_GOOD(
            RowKind.RATING, "r.id::text", "r.rated_at", "r", "1", "ratings.rating r", "AND r.counts AND r.grade <= 3"),
    RATINGS_BAD(
            RowKind.RATING, "r.id::text", "r.rated_at", "r", "1", "ratings.rating r", "AND r.counts AND r.grade > 3"),
    FOLLOW_UPS(
            RowKind.RATING, "u.id::text", Texts.FOLLOWED, "u", "1", "ratings.follow_up u", "AND u.state <> 'STRUCK'"),
    FOLLOW_UPS_IN_TIME(
            RowKind.RATING,
            "u.id::text",
            Texts.FOLLOWED,
            "u",
            "1",
            "ratings.follow_up u",
            "AND u.state <> 'STRUCK' AND u.in_time"),
    SUPPLEMENTS(
            RowKind.SUPPLEMENT,
            "t.case_id || '/' || t.task_id",
            "t.opened_at",
            "c",
            "1",
            "casework.task t JOIN casework.case_file c ON c.id = t.case_id",
            "AND t.performer = 'applicant'"),
    CASES_ONLINE(
            RowKind.CASE,
            "c.id::text",
            "c.ended_at",
            "c",
            "1",
            "casework.case_file c",
            "AND NOT EXISTS (SELECT FROM hall.handover h WHERE h.receipt = c.receipt)"),
    DAYS_STATUTORY(
            RowKind.CLOCK,
            "k.case_id || '/' || k.clock",
            "k.ended_at",
            "k",
            Texts.LIMIT,
            "supervision.clock k",
            Texts.OF_LAW),
    DAYS_PROMISED(
            RowKind.CLOCK,
            "k.case_id || '/' || coalesce(p.clock, k.clock)",
            "k.ended_at",
            "k",
            "coalesce(round((extract(epoch FROM p.due_at - p.started_at - p.stopped_for) / 86400)::numeric, 4), "
                    + Texts.LIMIT + ")",
            Texts.PROMISED,
            Texts.OF_LAW),
    SHARE_REQUESTS(RowKind.DUTY, Texts.OWED, Texts.ANSWERED, "d", "1", Texts.DUTY, "AND d.kind = 'agreement'"),
    SHARE_REQUESTS_IN_TIME(
            RowKind.DUTY,
            Texts.OWED,
            Texts.ANSWERED,
            "d",
            "1",
            Texts.DUTY,
            "AND d.kind = 'agreement' AND d.done_at < d.due_at"),
    CORRECTIONS(RowKind.DUTY, Texts.OWED, Texts.ANSWERED, "d", "1", Texts.DUTY, "AND d.kind = 'correction'"),
    CORRECTIONS_IN_TIME(
            RowKind.DUTY,
            Texts.OWED,
            Texts.ANSWERED,
            "d",
            "1",
            Texts.DUTY,
            "AND d.kind = 'correction' AND d.done_at < d.due_at"),
    UPDATES(RowKind.DUTY, Texts.EACH_MONTH, "s.at", "d", "1", Texts.UPKEEP, Texts.GOES_ON),
    UPDATES_IN_TIME(
            RowKind.DUTY, Texts.EACH_MONTH, "s.at", "d", "1", Texts.UPKEEP, Texts.GOES_ON + " AND d.due_at > s.at");

    private static final class Texts {
        static final String STEP = """
                supervision.clock k
                JOIN casework.task t ON t.case_id = k.case_id AND 'step.' || t.task_id = k.clock
                LEFT JOIN directory.staff w ON w.id = t.assignee AND w.organisation = k.organisation""";
        static final String OF_STEP = "AND k.family = 'step'";
        static final String ORDER = """
                supervision.supervision_order o
                CROSS JOIN LATERAL (
                    SELECT coalesce(min(at) FILTER (WHERE kind IN ('ANSWERED', 'ESCALATED', 'OVERDUE')), o.due_at) AS settled_at,
                        bool_or(kind IN ('ESCALATED', 'OVERDUE')) OR NOT bool_or(kind = 'ANSWERED') AS late
                    FROM supervision.order_step WHERE order_id = o.id) s""";
        static final String LIMIT =
                "round((extract(epoch FROM k.due_at - k.started_at - k.stopped_for) / 86400)::numeric, 4)";
        static final String PROMISED = """
                supervision.clock k
                LEFT JOIN supervision.clock p ON p.case_id = k.case_id AND p.clock = 'promised'""";
        static final String OF_LAW = "AND k.clock = 'statutory'";
        static final String DUTY = "supervision.duty d";
        static final String OWED = "d.id || d.href";
        static final String ANSWERED = "least(coalesce(d.done_at, d.due_at), d.due_at)";
        /** What goes on counts once for each month, as it stands at its end, or now. */
        static final String UPKEEP = """
                supervision.duty d
                CROSS JOIN LATERAL (
                    SELECT least((month + interval '1 month') AT TIME ZONE 'Asia/Shanghai', CAST(:until AS timestamptz))
                        - interval '1 microsecond' AS at
                    FROM generate_series(
                        date_trunc('month', CAST(:from AS timestamptz) AT TIME ZONE 'Asia/Shanghai'),
                        (CAST(:until AS timestamptz) - interval '1 microsecond') AT TIME ZONE 'Asia/Shanghai',
                        interval '1 month') month) s""";

        static final String EACH_MONTH =
                "d.id || d.href || '#' || to_char(s.at AT TIME ZONE 'Asia/Shanghai', 'YYYY-MM')";
        static final String GOES_ON =
                "AND d.kind = 'update' AND d.since <= s.at AND (d.done_at IS NULL OR d.done_at > s.at)";
        static final String FOLLOWED = "least(coalesce(u.answered_at, u.due_at), u.due_at)";
    }

    private final RowKind rows;
    private final String sql;
    private final boolean isCount;

    Measure(RowKind rows, String key, String at, String whose, String amount, String table) {
        this(rows, key, at, whose, amount, table, "");
    }

    Measure(RowKind rows, String key, String at, String whose, String amount, String table, String besides) {
        this.rows = rows;
        this.isCount = amount.equals("1");
        var post = table.equals(Texts.STEP) ? "coalesce(w.post, '')" : "''";
        this.sql = "SELECT '" + code() + "' AS measure, " + key + " AS row, " + at + " AS at, " + whose
                + ".organisation AS organisation, " + post + " AS post, " + amount + "::numeric AS amount\nFROM "
                + table
                + "\nWHERE " + at + " >= :from AND " + at + " < :until " + besides;
    }

    public RowKind rows() {
        return rows;
    }

    /** The measure whose rows these are a part of. */
    public Optional<Measure> whole() {
        return switch (this) {
            case CASES_IN_TIME -> Optional.of(CASES_ENDED);
            case STEPS_IN_TIME -> Optional.of(STEPS_ENDED);
            case ORDERS_IN_TIME -> Optional.of(ORDERS);
            case RATINGS_GOOD, RATINGS_BAD -> Optional.of(RATINGS);
            case FOLLOW_UPS_IN_TIME -> Optional.of(FOLLOW_UPS);
            case CASES_ONLINE -> Optional.of(CASES_ENDED);
            case SHARE_REQUESTS_IN_TIME -> Optional.of(SHARE_REQUESTS);
            case CORRECTIONS_IN_TIME -> Optional.of(CORRECTIONS);
            case UPDATES_IN_TIME -> Optional.of(UPDATES);
            default -> Optional.empty();
        };
    }

    /** Whether each row counts one. */
    public boolean isCount() {
        return isCount;
    }

    public String sql() {
        return sql;
    }

    /** By which formulas ask for it, e.g. {@code cases_ended}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Measure> find(String code) {
        return Arrays.stream(values())
                .filter(measure -> measure.code().equals(code))
                .findFirst();
    }

    public static List<String> codes() {
        return Arrays.stream(values()).map(Measure::code).toList();
    }
}
