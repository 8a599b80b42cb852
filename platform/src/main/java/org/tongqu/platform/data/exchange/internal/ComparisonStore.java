package org.tongqu.platform.data.exchange.internal;

import static org.tongqu.platform.operate.store.Columns.column;
import static org.tongqu.platform.operate.store.Columns.instant;
import static org.tongqu.platform.operate.store.Columns.time;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import org.tongqu.exchange.table.Reconciliation;
import org.tongqu.exchange.table.Reconciliation.Depth;
import org.tongqu.exchange.table.Resending;
import org.tongqu.platform.data.catalog.Coded;
import org.tongqu.platform.data.exchange.Comparison;
import org.tongqu.platform.data.exchange.Comparison.Difference;
import org.tongqu.platform.data.exchange.Comparison.Found;
import org.tongqu.platform.data.exchange.Comparison.Kind;
import org.tongqu.platform.data.exchange.Comparison.Range;
import org.tongqu.platform.data.exchange.Reason;

/** What comparisons found: of the last one of a flow each row, of those before it how much. */
@Repository
public class ComparisonStore {

    /** A program that compares says so every second. */
    private static final Duration SILENT = Duration.ofMinutes(2);

    private static final int TOGETHER = 5000;
    private static final String COMPARISON = """
            SELECT c.*, r.ranges, r.unnamed, coalesce(d.kinds, '{}') AS kinds, coalesce(d.counts, '{}') AS counts
              FROM exchange.comparison c
              CROSS JOIN LATERAL (SELECT count(*) AS ranges, count(*) FILTER (WHERE NOT named) AS unnamed
                                    FROM exchange.compared_range WHERE comparison = c.id) r
              CROSS JOIN LATERAL (SELECT array_agg(kind) AS kinds, array_agg(rows) AS counts
                                    FROM (SELECT kind, count(*) AS rows FROM exchange.difference
                                           WHERE comparison = c.id GROUP BY kind) k) d
            """;

    private final JdbcClient jdbc;

    ComparisonStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @return its id; nothing when one of the flow is under way */
    public OptionalLong begin(String flow, String agreement, String by, Instant now) {
        jdbc.sql("""
                        UPDATE exchange.comparison SET state = 'cut-short', ended_at = heard_at
                         WHERE flow = :flow AND state = 'running' AND heard_at < :silent""")
                .param("flow", flow)
                .param("silent", time(now.minus(SILENT)))
                .update();
        return jdbc
                .sql("""
                        INSERT INTO exchange.comparison (flow, agreement, state, by_whom, started_at, heard_at)
                        VALUES (:flow, :agreement, 'running', :by, :now, :now)
                        ON CONFLICT (flow) WHERE state = 'running' DO NOTHING RETURNING id""")
                .param("flow", flow)
                .param("agreement", agreement)
                .param("by", by)
                .param("now", time(now))
                .query(Long.class)
                .stream()
                .mapToLong(Long::longValue)
                .findFirst();
    }

    @Transactional
    public void came(long id, Comparison.Read read, Instant now) {
        jdbc.sql("UPDATE exchange.comparison SET source_read = ?, target_read = ?, heard_at = ? WHERE id = ?")
                .params(read.source(), read.target(), time(now), id)
                .update();
    }

    /** It ended without a result. */
    public void end(long id, Comparison.State state, Reason reason, Instant now) {
        jdbc.sql("""
                        UPDATE exchange.comparison SET state = :state, reason = :reason, reason_detail = :detail,
                            ended_at = :now
                         WHERE id = :id""")
                .param("state", state.code())
                .param("reason", reason.code())
                .param("detail", reason.detail())
                .param("now", time(now))
                .param("id", id)
                .update();
    }

    /**
     * Keeps what was found in the place of what the comparison before it found.
     *
     * @param shown how the key of a row is shown
     */
    public void complete(
            Comparison of, Reconciliation found, Function<Reconciliation.Difference, String> shown, Instant now) {
        forgetBefore(of);
        jdbc.sql("""
                        UPDATE exchange.comparison SET state = 'complete', source_rows = :source, target_rows = :target,
                            kept_out = :out, source_digest = :sent, target_digest = :held, ended_at = :now
                         WHERE id = :id""")
                .param("source", found.sourceRows())
                .param("target", found.targetRows())
                .param("out", found.keptOut())
                .param("sent", found.sourceDigest())
                .param("held", found.targetDigest())
                .param("now", time(now))
                .param("id", of.id())
                .update();
        ranges(of.id(), found.ranges());
        for (int from = 0; from < found.differences().size(); from += TOGETHER) {
            var part = found.differences()
                    .subList(from, Math.min(found.differences().size(), from + TOGETHER));
            differences(of.id(), from, part, shown);
        }
    }

    private void forgetBefore(Comparison of) {
        jdbc.sql("""
                        DELETE FROM exchange.difference WHERE comparison IN
                            (SELECT id FROM exchange.comparison WHERE flow = ? AND id < ?)""").params(of.flow(), of.id()).update();
        jdbc.sql("""
                        DELETE FROM exchange.compared_range WHERE comparison IN
                            (SELECT id FROM exchange.comparison WHERE flow = ? AND id < ?)""").params(of.flow(), of.id()).update();
    }

    private void ranges(long id, List<Reconciliation.Range> ranges) {
        jdbc.sql("""
                        INSERT INTO exchange.compared_range
                        SELECT :id, * FROM unnest(:number::integer[], :here::bigint[], :there::bigint[],
                            :sent::bigint[], :held::bigint[], :named::boolean[])""")
                .param("id", id)
                .param("number", column(ranges, range -> String.valueOf(range.number())))
                .param(
                        "here",
                        column(ranges, range -> String.valueOf(range.source().rows())))
                .param(
                        "there",
                        column(ranges, range -> String.valueOf(range.target().rows())))
                .param(
                        "sent",
                        column(ranges, range -> String.valueOf(range.source().sum())))
                .param(
                        "held",
                        column(ranges, range -> String.valueOf(range.target().sum())))
                .param("named", column(ranges, range -> String.valueOf(range.depth() == Depth.NAMED)))
                .update();
    }

    private void differences(
            long id,
            int before,
            List<Reconciliation.Difference> rows,
            Function<Reconciliation.Difference, String> shown) {
        jdbc.sql("""
                        INSERT INTO exchange.difference (comparison, number, kind, range, key_hash, key_shown)
                        SELECT :id, :before + number, kind, range, hash, shown
                          FROM unnest(:kind::text[], :range::integer[], :hash::bigint[], :shown::text[])
                               WITH ORDINALITY AS row (kind, range, hash, shown, number)""")
                .param("id", id)
                .param("before", before)
                .param(
                        "kind",
                        column(rows, row -> Kind.valueOf(row.kind().name()).code()))
                .param("range", column(rows, row -> String.valueOf(row.range())))
                .param("hash", column(rows, row -> String.valueOf(row.hash())))
                .param("shown", column(rows, shown::apply))
                .update();
    }

    public Optional<Comparison> find(String flow, long id) {
        return jdbc.sql(COMPARISON + " WHERE c.id = ? AND c.flow = ?")
                .params(id, flow)
                .query((row, number) -> comparison(row))
                .optional();
    }

    /** The last of the flow. */
    public Optional<Comparison> last(String flow) {
        return jdbc.sql(COMPARISON + " WHERE c.flow = ? ORDER BY c.id DESC LIMIT 1")
                .param(flow)
                .query((row, number) -> comparison(row))
                .optional();
    }

    /** Ranges that differ, behind the one with this number. */
    public List<Range> ranges(long id, long after, int limit) {
        return jdbc.sql("""
                        SELECT * FROM exchange.compared_range WHERE comparison = ? AND number > ?
                         ORDER BY number LIMIT ?""")
                .params(id, after, limit)
                .query((row, number) -> new Range(
                        row.getInt("number"), held(row, "source"), held(row, "target"), row.getBoolean("named")))
                .list();
    }

    private static Comparison.Held held(ResultSet row, String side) throws SQLException {
        return new Comparison.Held(row.getLong(side + "_rows"), HexFormat.of().toHexDigits(row.getLong(side + "_sum")));
    }

    /** Rows that differ in these ways, behind the one with this number. */
    public List<Difference> differences(long id, Set<Kind> kinds, long after, int limit) {
        return jdbc.sql("""
                        SELECT * FROM exchange.difference
                         WHERE comparison = ? AND kind = ANY (?) AND number > ? ORDER BY number LIMIT ?""")
                .params(id, kinds.stream().map(Kind::code).toArray(String[]::new), after, limit)
                .query((row, number) -> new Difference(
                        row.getInt("number"),
                        Coded.of(Kind.class, row.getString("kind")),
                        row.getInt("range"),
                        row.getString("key_shown")))
                .list();
    }

    /** What is to be sent again. */
    public Resending.Wanted wanted(long id) {
        var kinds = Arrays.stream(Kind.values())
                .filter(Kind::isMendedBySending)
                .map(Kind::code)
                .toArray(String[]::new);
        return new Resending.Wanted(
                Set.copyOf(jdbc.sql("SELECT key_hash FROM exchange.difference WHERE comparison = ? AND kind = ANY (?)")
                        .params(id, kinds)
                        .query(Long.class)
                        .set()),
                Set.copyOf(jdbc.sql("SELECT number FROM exchange.compared_range WHERE comparison = ? AND NOT named")
                        .params(id)
                        .query(Integer.class)
                        .set()));
    }

    /** @return whether no other run had it */
    public boolean sentBy(long id, long run) {
        return jdbc.sql("UPDATE exchange.comparison SET sent_by_run = ? WHERE id = ? AND sent_by_run IS NULL")
                        .params(run, id)
                        .update()
                == 1;
    }

    private static Comparison comparison(ResultSet row) throws SQLException {
        var state = Coded.of(Comparison.State.class, row.getString("state"));
        return new Comparison(
                row.getLong("id"),
                row.getString("flow"),
                row.getString("agreement"),
                state,
                new Reason(row.getString("reason"), row.getString("reason_detail")),
                new Comparison.Read(row.getLong("source_read"), row.getLong("target_read")),
                state == Comparison.State.COMPLETE ? Optional.of(found(row)) : Optional.empty(),
                row.getString("by_whom"),
                instant(row, "started_at"),
                FlowStore.moment(row, "ended_at"));
    }

    private static Found found(ResultSet row) throws SQLException {
        Map<Kind, Long> counts = new EnumMap<>(Kind.class);
        var kinds = (String[]) row.getArray("kinds").getArray();
        var rows = (Object[]) row.getArray("counts").getArray();
        for (int i = 0; i < kinds.length; i++) {
            counts.put(Coded.of(Kind.class, kinds[i]), Long.parseLong(String.valueOf(rows[i])));
        }
        var run = row.getLong("sent_by_run");
        return new Found(
                new Comparison.Side(row.getLong("source_rows"), row.getString("source_digest")),
                new Comparison.Side(row.getLong("target_rows"), row.getString("target_digest")),
                row.getLong("kept_out"),
                counts,
                new Comparison.Ranges(row.getInt("ranges"), row.getInt("unnamed")),
                run == 0 ? OptionalLong.empty() : OptionalLong.of(run));
    }
}
