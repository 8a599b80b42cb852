package org.tongqu.platform.trust.journal.internal;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tongqu.kernel.proof.HashChain;
import org.tongqu.platform.trust.journal.ChainHead;
import org.tongqu.platform.trust.journal.Entry;
import org.tongqu.platform.trust.journal.Proof;

/** Reads entries together with their links. */
@Component
public class ProofStore {

    private static final String LINKED = "SELECT l.number, l.hash, b.hash AS before, " + CanonicalEntry.COLUMNS + """
              FROM journal.entry e JOIN journal.link l ON l.entry = e.id
              LEFT JOIN journal.link b ON b.number = l.number - 1
            """;

    private final JdbcClient sql;

    ProofStore(JdbcClient sql) {
        this.sql = sql;
    }

    /** Of the entries about the subject that are sealed, the first first. */
    public List<Proof> ofSubject(Entry.Subject subject) {
        return sql.sql(LINKED + " WHERE e.subject_kind = ? AND e.subject = ? ORDER BY l.number")
                .params(subject.kind(), subject.id())
                .query((row, number) -> proof(row))
                .list();
    }

    /** Of the entries at these places, the first first; where a place is empty there is none. */
    public List<Proof> at(List<Long> links) {
        return sql.sql(LINKED + " WHERE l.number = ANY (?) ORDER BY l.number")
                .param(links.toArray(Long[]::new))
                .query((row, number) -> proof(row))
                .list();
    }

    public Optional<ChainHead> head() {
        return sql.sql("SELECT number, hash FROM journal.link ORDER BY number DESC LIMIT 1")
                .query((row, number) -> new ChainHead(row.getLong("number"), hex(row.getBytes("hash"))))
                .optional();
    }

    /** Whether the chain has this link with this hash. */
    public boolean has(ChainHead head) {
        return sql.sql("SELECT EXISTS (SELECT FROM journal.link WHERE number = ? AND hash = decode(?, 'hex'))")
                .params(head.link(), head.hash())
                .query(Boolean.class)
                .single();
    }

    private static Proof proof(ResultSet row) throws SQLException {
        var before = row.getBytes("before");
        return new Proof(
                row.getLong("number"),
                EntryStore.entry(row),
                new String(CanonicalEntry.of(row).bytes(), StandardCharsets.UTF_8),
                before == null ? HashChain.GENESIS.hex() : hex(before),
                hex(row.getBytes("hash")));
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }
}
