package org.tongqu.platform.trust.journal.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.tongqu.kernel.proof.Digest;
import org.tongqu.kernel.proof.HashChain;
import org.tongqu.platform.trust.journal.Verdict;
import org.tongqu.platform.trust.journal.Verdict.Fault;

/**
 * Links committed entries and checks the links.
 *
 * <p>The order of the chain is (transaction id, entry id). An entry is linked only when every transaction with a lower
 * id has ended (it lies before the snapshot's xmin): then nothing can appear before it any more, so nothing that is
 * committed is ever skipped, and no writer waits for another.
 */
@Component
public class Chain {

    private static final int BATCH = 5_000;
    private static final long LOCK = 0x6a6f_7572_6e61_6c31L;

    private final JdbcClient sql;
    private final TransactionTemplate transactions;

    Chain(JdbcClient sql, TransactionTemplate transactions) {
        this.sql = sql;
        this.transactions = transactions;
    }

    /** The end of the chain; {@link #START} before the first link. */
    private record Head(long number, String xid, long entry, Digest digest) {
        static final Head START = new Head(0, "0", 0, HashChain.GENESIS);

        Head next(CanonicalEntry entry) {
            return new Head(number + 1, entry.xid(), entry.id(), HashChain.next(digest, entry.bytes()));
        }
    }

    public long seal() {
        long all = 0;
        int linked;
        do {
            linked = Optional.ofNullable(transactions.execute(status -> sealBatch()))
                    .orElse(0);
            all += linked;
        } while (linked == BATCH);
        return all;
    }

    private int sealBatch() {
        var mine = sql.sql("SELECT pg_try_advisory_xact_lock(?)")
                .param(LOCK)
                .query(Boolean.class)
                .single();
        if (!mine) {
            return 0;
        }
        var links = new ArrayList<Head>();
        var head = head();
        for (var entry : settledAfter(head)) {
            head = head.next(entry);
            links.add(head);
        }
        if (!links.isEmpty()) {
            insert(links);
        }
        return links.size();
    }

    private Head head() {
        return sql.sql("SELECT number, xid::text AS xid, entry, hash FROM journal.link ORDER BY number DESC LIMIT 1")
                .query((row, number) ->
                        new Head(row.getLong("number"), row.getString("xid"), row.getLong("entry"), digest(row)))
                .optional()
                .orElse(Head.START);
    }

    private List<CanonicalEntry> settledAfter(Head head) {
        return sql.sql("SELECT " + CanonicalEntry.COLUMNS + """
                  FROM journal.entry e
                 WHERE (e.xid, e.id) > (?::xid8, ?) AND e.xid < pg_snapshot_xmin(pg_current_snapshot())
                 ORDER BY e.xid, e.id LIMIT ?
                """)
                .param(head.xid())
                .param(head.entry())
                .param(BATCH)
                .query((row, number) -> CanonicalEntry.of(row))
                .list();
    }

    private void insert(List<Head> links) {
        sql.sql("""
                INSERT INTO journal.link (number, entry, xid, hash)
                SELECT number, entry, xid::xid8, decode(hash, 'hex')
                  FROM unnest(?::bigint[], ?::bigint[], ?::text[], ?::text[]) AS l (number, entry, xid, hash)
                """)
                .param(links.stream().map(Head::number).toArray(Long[]::new))
                .param(links.stream().map(Head::entry).toArray(Long[]::new))
                .param(links.stream().map(Head::xid).toArray(String[]::new))
                .param(links.stream().map(link -> link.digest().hex()).toArray(String[]::new))
                .update();
    }

    public Verdict verify() {
        return Optional.ofNullable(transactions.execute(status -> checked())).orElseThrow();
    }

    private Verdict checked() {
        var walk = new Walk();
        sql.sql("SELECT l.number, l.entry, l.hash, " + CanonicalEntry.COLUMNS + """
                  FROM journal.link l LEFT JOIN journal.entry e ON e.id = l.entry ORDER BY l.number
                """)
                .withFetchSize(1_000)
                .query(walk::step);
        return walk.broken == null ? tail(walk) : walk.broken;
    }

    private Verdict tail(Walk walk) {
        var skipped = sql.sql("""
                SELECT e.id FROM journal.entry e
                 WHERE (e.xid, e.id) <= (?::xid8, ?)
                   AND NOT EXISTS (SELECT FROM journal.link l WHERE l.entry = e.id)
                 ORDER BY e.xid, e.id LIMIT 1
                """)
                .param(walk.head.xid())
                .param(walk.head.entry())
                .query(Long.class)
                .optional();
        if (skipped.isPresent()) {
            return new Verdict.Broken(0, skipped.get(), Fault.NEVER_LINKED);
        }
        var unsealed = sql.sql("SELECT count(*) FROM journal.entry e WHERE (e.xid, e.id) > (?::xid8, ?)")
                .param(walk.head.xid())
                .param(walk.head.entry())
                .query(Long.class)
                .single();
        return new Verdict.Whole(
                walk.head.number(), unsealed, walk.head.digest().hex());
    }

    private static Digest digest(ResultSet row) throws SQLException {
        return new Digest(HexFormat.of().formatHex(row.getBytes("hash")));
    }

    /** Goes along the chain and remembers the first place that does not fit. */
    private static final class Walk {

        private Head head = Head.START;
        private Verdict.@Nullable Broken broken;

        void step(ResultSet row) throws SQLException {
            if (broken != null) {
                return;
            }
            var number = row.getLong("number");
            var entry = row.getLong("entry");
            if (number != head.number() + 1) {
                broken = new Verdict.Broken(head.number() + 1, entry, Fault.LINK_MISSING);
            } else if (row.getString("verb") == null) {
                broken = new Verdict.Broken(number, entry, Fault.ENTRY_MISSING);
            } else {
                head = head.next(CanonicalEntry.of(row));
                if (!head.digest().equals(digest(row))) {
                    broken = new Verdict.Broken(number, entry, Fault.ALTERED);
                }
            }
        }
    }
}
