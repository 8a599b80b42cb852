package org.tongqu.platform.data.exchange.internal;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import org.tongqu.exchange.mapping.Failure;
import org.tongqu.exchange.parcels.Landed;
import org.tongqu.exchange.table.Quarantine;
import org.tongqu.kernel.proof.FieldCipher;
import org.tongqu.platform.trust.seals.Seals;

/** Rows that a node keeps out of its department's table: where, by which key and why. What stands in them stays there. */
@Repository
public class NodeAsideStore {

    private static final int TEXT_MOST = 300;
    private static final String NO_CONTENT = "{}";

    private final JdbcClient jdbc;
    private final FieldCipher cipher;

    NodeAsideStore(JdbcClient jdbc, Seals seals) {
        this.jdbc = jdbc;
        this.cipher = seals.cipher("exchange.node-aside.key");
    }

    /** What the node told last of the flow takes the place of what it told before; in the transaction of the caller. */
    void replace(String flow, long run, List<Landed.Kept> rows) {
        jdbc.sql("DELETE FROM exchange.node_aside WHERE flow = ?").param(flow).update();
        if (rows.isEmpty()) {
            return;
        }
        jdbc.sql("""
                        INSERT INTO exchange.node_aside (flow, run, line, row_key, rule, field, reason)
                        SELECT :flow, :run, told.* FROM unnest(CAST(:lines AS bigint[]), CAST(:keys AS bytea[]),
                               CAST(:rules AS text[]), CAST(:fields AS text[]), CAST(:reasons AS text[])) AS told""")
                .param("flow", flow)
                .param("run", run)
                .param("lines", rows.stream().map(Landed.Kept::line).toArray(Long[]::new))
                .param(
                        "keys",
                        rows.stream()
                                .map(row -> cipher.seal(cut(row.key()).getBytes(UTF_8)))
                                .toArray(byte[][]::new))
                .param("rules", rows.stream().map(row -> cut(row.rule())).toArray(String[]::new))
                .param("fields", rows.stream().map(row -> cut(row.column())).toArray(String[]::new))
                .param("reasons", rows.stream().map(row -> cut(row.reason())).toArray(String[]::new))
                .update();
    }

    /** The oldest first, behind this one. */
    @Transactional(readOnly = true)
    public List<Quarantine.Entry> of(String flow, long after, int most) {
        return jdbc.sql("SELECT * FROM exchange.node_aside WHERE flow = ? AND id > ? ORDER BY id LIMIT ?")
                .params(flow, after, most)
                .query((row, number) -> new Quarantine.Entry(
                        row.getLong("id"),
                        row.getLong("run"),
                        row.getLong("line"),
                        cipher.openText(row.getBytes("row_key")),
                        new Failure(row.getString("rule"), row.getString("field"), row.getString("reason")),
                        NO_CONTENT))
                .list();
    }

    private static String cut(String text) {
        return text.length() <= TEXT_MOST ? text : text.substring(0, TEXT_MOST);
    }
}
