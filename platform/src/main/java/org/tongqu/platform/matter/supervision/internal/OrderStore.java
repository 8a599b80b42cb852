package org.tongqu.platform.matter.supervision.internal;

import static org.tongqu.platform.operate.store.Columns.time;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.tongqu.engines.json.DatumJson;
import org.tongqu.kernel.text.Label;
import org.tongqu.platform.matter.supervision.Order;
import org.tongqu.platform.matter.supervision.OrderPage;
import org.tongqu.platform.matter.supervision.OrderStep;
import org.tongqu.platform.operate.store.Columns;
import org.tongqu.platform.operate.store.NewestFirst;
import org.tongqu.platform.operate.store.YearNumbers;
import org.tongqu.platform.trust.access.Scope;
import org.tongqu.platform.trust.journal.Entry;

/** Supervision orders and what was said in them. */
@Repository
public class OrderStore {

    private static final int PAGE = 50;

    /** Seen by whoever sees the organisation that handles the matter, or the one that has to answer. */
    private static final String SEEN =
            " FROM supervision.supervision_order o WHERE (o.organisation = ANY (:organisations) OR o.addressed = ANY (:organisations))";

    private final JdbcClient jdbc;

    OrderStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The next number of the year; orders that are not issued after all use none. */
    public String nextNumber(int year) {
        return new YearNumbers(jdbc, "supervision.order_number").next(year).toString();
    }

    /** Adds the order, or replaces what of it moves. */
    public void put(Order order) {
        var waits = order.state().waitsForOffice();
        jdbc.sql("""
                        INSERT INTO supervision.supervision_order (id, number, case_id, receipt, title, about, label,
                            organisation, addressed, level, demand, days, issued_by, issuer_name, issued_at, due_at,
                            edition, state, escalate_at, version)
                        VALUES (CAST(? AS uuid), ?, CAST(? AS uuid), ?, ?, ?, CAST(? AS jsonb), ?, ?, ?, ?, ?, ?, ?, ?, ?, ?,
                            ?, ?, ?)
                        ON CONFLICT (id) DO UPDATE SET addressed = excluded.addressed, level = excluded.level,
                            due_at = excluded.due_at, edition = excluded.edition, state = excluded.state,
                            escalate_at = excluded.escalate_at, version = excluded.version""")
                .params(Arrays.asList(
                        order.id(),
                        order.number(),
                        order.about().caseId(),
                        order.about().receipt(),
                        order.about().title(),
                        order.about().thing(),
                        ClockStore.json(order.about().label()),
                        order.to().organisation(),
                        order.to().addressed(),
                        order.to().level(),
                        order.demand().words(),
                        order.demand().days(),
                        order.demand().by(),
                        order.demand().byName(),
                        time(order.demand().at()),
                        time(order.term().dueAt()),
                        order.term().edition(),
                        order.state().name(),
                        waits ? time(order.term().dueAt()) : null,
                        order.version()))
                .update();
    }

    /** Nobody stands above: nothing falls due any more until somebody acts. */
    public void waitOn(String id) {
        jdbc.sql(
                        "UPDATE supervision.supervision_order SET escalate_at = NULL, version = version + 1 WHERE id = CAST(? AS uuid)")
                .param(id)
                .update();
    }

    public void add(String orderId, OrderStep step) {
        jdbc.sql("""
                        INSERT INTO supervision.order_step (order_id, number, kind, at, by, by_name, words, addressed, due_at)
                        SELECT CAST(? AS uuid), coalesce(max(number), 0) + 1, ?, ?, ?, ?, ?, ?, ?
                        FROM supervision.order_step WHERE order_id = CAST(? AS uuid)""")
                .params(Arrays.asList(
                        orderId,
                        step.kind().name(),
                        time(step.at()),
                        step.by().id(),
                        step.by().name(),
                        step.words(),
                        step.addressed(),
                        step.dueAt().map(Columns::time).orElse(null),
                        orderId))
                .update();
    }

    public Optional<Order> find(UUID id) {
        return jdbc.sql("SELECT o.* FROM supervision.supervision_order o WHERE o.id = ?")
                .param(id)
                .query((row, number) -> order(row))
                .optional();
    }

    /** Takes the one lock of the order. */
    public Optional<Order> lock(UUID id) {
        return jdbc.sql("SELECT o.* FROM supervision.supervision_order o WHERE o.id = ? FOR UPDATE")
                .param(id)
                .query((row, number) -> order(row))
                .optional();
    }

    /** Whoever else wants to order the same waits until this transaction ends. */
    public void claim(String caseId, String thing) {
        jdbc.sql("SELECT pg_advisory_xact_lock(hashtextextended(?, 0))")
                .param(caseId + thing)
                .query(row -> {});
    }

    /** The open order of a thing of a case. */
    public Optional<Order> findOpen(String caseId, String thing) {
        return jdbc.sql("""
                        SELECT o.* FROM supervision.supervision_order o
                        WHERE o.case_id = CAST(? AS uuid) AND o.about = ? AND o.state <> 'CLOSED'""")
                .params(caseId, thing)
                .query((row, number) -> order(row))
                .optional();
    }

    public List<OrderStep> steps(String id) {
        return jdbc.sql("SELECT * FROM supervision.order_step WHERE order_id = CAST(? AS uuid) ORDER BY number")
                .param(id)
                .query((row, number) -> new OrderStep(
                        OrderStep.Kind.valueOf(row.getString("kind")),
                        instant(row, "at").orElseThrow(),
                        new Entry.Doer(row.getString("by"), row.getString("by_name")),
                        row.getString("words"),
                        row.getString("addressed"),
                        instant(row, "due_at")))
                .list();
    }

    public OrderPage page(Scope scope, Optional<Order.State> state, Optional<String> after) {
        var cursor = after.flatMap(NewestFirst::parse);
        var found = jdbc.sql("SELECT o.*" + SEEN + """
                         AND (CAST(:state AS text) IS NULL OR o.state = :state)
                         AND (CAST(:at AS timestamptz) IS NULL OR (o.issued_at, o.id) < (:at, CAST(:id AS uuid)))
                        ORDER BY o.issued_at DESC, o.id DESC LIMIT
                        """ + (PAGE + 1))
                .param("organisations", scope.organisations())
                .param("state", state.map(Enum::name).orElse(null))
                .param("at", cursor.map(from -> time(from.at())).orElse(null))
                .param("id", cursor.map(NewestFirst::id).orElse(null))
                .query((row, number) -> order(row))
                .list();
        var rows = found.subList(0, Math.min(PAGE, found.size()));
        return new OrderPage(
                rows,
                counts(scope),
                found.size() > PAGE
                        ? Optional.of(NewestFirst.after(
                                rows.getLast().demand().at(), rows.getLast().id()))
                        : Optional.empty());
    }

    private Map<Order.State, Long> counts(Scope scope) {
        var counts = new EnumMap<Order.State, Long>(Order.State.class);
        jdbc.sql("SELECT o.state, count(*) AS orders" + SEEN + " GROUP BY 1")
                .param("organisations", scope.organisations())
                .query(row -> {
                    counts.put(Order.State.valueOf(row.getString("state")), row.getLong("orders"));
                });
        return counts;
    }

    /** When the next answer is overdue. */
    public Optional<Instant> nextDue() {
        return jdbc.sql("""
                        SELECT escalate_at FROM supervision.supervision_order WHERE escalate_at IS NOT NULL
                        ORDER BY escalate_at LIMIT 1""")
                .query((row, number) -> instant(row, "escalate_at").orElseThrow())
                .optional();
    }

    /** Takes one that is overdue and that nobody else holds. */
    public Optional<Order> leaseDue(Instant now) {
        return jdbc.sql("""
                        SELECT o.* FROM supervision.supervision_order o WHERE o.escalate_at <= ?
                        ORDER BY o.escalate_at LIMIT 1 FOR UPDATE SKIP LOCKED""").param(time(now)).query((row, number) -> order(row)).optional();
    }

    private static Order order(ResultSet row) throws SQLException {
        var label = DatumJson.read(row.getString("label"));
        return new Order(
                row.getString("id"),
                row.getString("number"),
                new Order.About(
                        row.getString("case_id"),
                        row.getString("receipt"),
                        row.getString("title"),
                        row.getString("about"),
                        new Label(
                                label.text("zh").orElseThrow(), label.text("en").orElse(""))),
                new Order.Addressee(row.getString("organisation"), row.getString("addressed"), row.getInt("level")),
                new Order.Demand(
                        row.getString("demand"),
                        row.getInt("days"),
                        row.getString("issued_by"),
                        row.getString("issuer_name"),
                        instant(row, "issued_at").orElseThrow()),
                new Order.Term(instant(row, "due_at").orElseThrow(), row.getString("edition")),
                Order.State.valueOf(row.getString("state")),
                row.getInt("version"));
    }

    private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }
}
