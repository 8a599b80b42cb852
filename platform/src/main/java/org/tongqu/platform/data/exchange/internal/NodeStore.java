package org.tongqu.platform.data.exchange.internal;

import static org.tongqu.platform.operate.store.Columns.time;

import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import org.tongqu.kernel.proof.Digest;
import org.tongqu.platform.data.exchange.Node;
import org.tongqu.platform.data.exchange.Nodes.NodePage;
import org.tongqu.platform.operate.store.Columns;
import org.tongqu.platform.trust.access.Scope;

/** Nodes of departments, and the codes that let them in. */
@Repository
public class NodeStore {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int SECRET_BYTES = 24;
    private static final String NODE = """
            SELECT n.*,
                   (SELECT count(*) FROM exchange.flow f WHERE f.from_system = n.system AND f.wanted) AS gives,
                   (SELECT count(*) FROM exchange.flow f WHERE f.to_system = n.system AND f.wanted) AS takes
              FROM exchange.node n
            """;

    private final JdbcClient jdbc;

    NodeStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** For which system a code is. */
    public record Invited(String system, String organisation) {}

    /** What is found of a code. */
    enum CodeState {
        UNKNOWN,
        USED,
        EXPIRED,
        GOOD
    }

    public static String secret() {
        var bytes = new byte[SECRET_BYTES];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** Keeps a code; others for the system that nobody used end with it. */
    public void invite(String secret, Invited invited, String by, Instant until) {
        jdbc.sql(
                        "UPDATE exchange.node_code SET expires_at = now() WHERE system = ? AND used_at IS NULL AND expires_at > now()")
                .param(invited.system())
                .update();
        jdbc.sql("""
                        INSERT INTO exchange.node_code (digest, system, organisation, made_by, made_at, expires_at)
                        VALUES (?, ?, ?, ?, now(), ?)""")
                .params(Digest.of(secret).hex(), invited.system(), invited.organisation(), by, time(until))
                .update();
    }

    /** Uses a code up, in the transaction of the caller; nothing when it is not good. */
    Optional<Invited> use(String secret, Instant now) {
        return jdbc.sql("""
                        UPDATE exchange.node_code SET used_at = :now
                         WHERE digest = :digest AND used_at IS NULL AND expires_at > :now
                        RETURNING system, organisation""")
                .param("now", time(now))
                .param("digest", Digest.of(secret).hex())
                .query((row, number) -> new Invited(row.getString(1), row.getString(2)))
                .optional();
    }

    @Transactional(readOnly = true)
    CodeState state(String secret, Instant now) {
        return jdbc.sql("SELECT used_at IS NOT NULL, expires_at <= ? FROM exchange.node_code WHERE digest = ?")
                .params(time(now), Digest.of(secret).hex())
                .query((row, number) ->
                        row.getBoolean(1) ? CodeState.USED : row.getBoolean(2) ? CodeState.EXPIRED : CodeState.GOOD)
                .optional()
                .orElse(CodeState.UNKNOWN);
    }

    /** @return its id */
    long enrol(Invited invited, String signingKey, String version, Instant now, Instant until) {
        return jdbc.sql("""
                        INSERT INTO exchange.node (system, organisation, signing_key, certificate_until, enrolled_at,
                            seen_at, version)
                        VALUES (:system, :organisation, :key, :until, :now, :now, :version) RETURNING id""")
                .param("system", invited.system())
                .param("organisation", invited.organisation())
                .param("key", signingKey)
                .param("until", time(until))
                .param("now", time(now))
                .param("version", version)
                .query(Long.class)
                .single();
    }

    @Transactional
    void renewed(long id, Instant until) {
        jdbc.sql("UPDATE exchange.node SET certificate_until = ? WHERE id = ?")
                .params(time(until), id)
                .update();
    }

    @Transactional
    void seen(long id, Node.Told told, Instant now) {
        jdbc.sql("""
                        UPDATE exchange.node SET seen_at = :now, version = :version, connected = :connected,
                            spool_parcels = :parcels, spool_bytes = :bytes
                         WHERE id = :id""")
                .param("now", time(now))
                .param("version", told.version())
                .param("connected", told.isConnected())
                .param("parcels", told.parcels())
                .param("bytes", told.bytes())
                .param("id", id)
                .update();
    }

    /** The login that was kept here for its system is gone; in the transaction of the caller. */
    void loginRemoved(long id, Instant now) {
        jdbc.sql("UPDATE exchange.node SET login_removed_at = ? WHERE id = ?")
                .params(time(now), id)
                .update();
    }

    @Transactional(readOnly = true)
    public Optional<Node> find(long id) {
        return jdbc.sql(NODE + "WHERE id = ?")
                .param(id)
                .query((row, number) -> node(row))
                .optional();
    }

    /** Whose node it is. @param isBack it was taken back */
    record Owned(String system, String organisation, boolean isBack) {}

    /** Whose these nodes are, in one question. */
    @Transactional(readOnly = true)
    Map<Long, Owned> owned(Set<Long> ids) {
        var owned = new HashMap<Long, Owned>();
        jdbc.sql("SELECT id, system, organisation, taken_back_at IS NOT NULL FROM exchange.node WHERE id = ANY (?)")
                .param(ids.toArray(Long[]::new))
                .query(row -> {
                    owned.put(row.getLong(1), new Owned(row.getString(2), row.getString(3), row.getBoolean(4)));
                });
        return owned;
    }

    /** The public key with which the node signs. */
    @Transactional(readOnly = true)
    byte[] signingKey(long id) {
        return jdbc.sql("""
                        SELECT k.public_key FROM exchange.node n JOIN exchange.signing_key k ON k.id = n.signing_key
                         WHERE n.id = ?""").param(id).query((row, number) -> row.getBytes(1)).single();
    }

    /** Whether a node keeps the way into the system. */
    @Transactional(readOnly = true)
    public boolean keeps(String system) {
        return jdbc.sql("SELECT EXISTS (SELECT 1 FROM exchange.node WHERE system = ? AND taken_back_at IS NULL)")
                .param(system)
                .query(Boolean.class)
                .single();
    }

    /** Whether a node has begun a run of the flow that did not end. */
    @Transactional(readOnly = true)
    boolean isUnderWay(String flow) {
        return jdbc.sql("SELECT EXISTS (SELECT 1 FROM exchange.node_run WHERE flow = ? AND NOT ended)")
                .param(flow)
                .query(Boolean.class)
                .single();
    }

    /** Which node keeps the way into the system. */
    @Transactional(readOnly = true)
    public Optional<Long> keeper(String system) {
        return jdbc.sql("SELECT id FROM exchange.node WHERE system = ? AND taken_back_at IS NULL")
                .param(system)
                .query(Long.class)
                .optional();
    }

    /** Whose the system is, as far as that is known of flows, connections or nodes. */
    @Transactional(readOnly = true)
    public Optional<String> ownerOf(String system) {
        return jdbc.sql("""
                        SELECT organisation FROM exchange.system WHERE id = :system
                        UNION ALL
                        SELECT provider FROM exchange.flow WHERE from_system = :system
                        UNION ALL
                        SELECT organisation FROM exchange.node WHERE system = :system
                        LIMIT 1""").param("system", system).query(String.class).optional();
    }

    /** @return whether it was not taken back before */
    public boolean takeBack(long id, String by, Instant now) {
        return jdbc.sql(
                                "UPDATE exchange.node SET taken_back_at = ?, taken_back_by = ? WHERE id = ? AND taken_back_at IS NULL")
                        .params(time(now), by, id)
                        .update()
                == 1;
    }

    public List<Node> list(Scope scope, NodePage page) {
        return jdbc.sql(NODE + """
                         WHERE organisation = ANY (:organisations) AND id < :before
                         ORDER BY id DESC LIMIT :size""")
                .param("organisations", scope.organisations())
                .param("before", page.before())
                .param("size", page.size())
                .query((row, number) -> node(row))
                .list();
    }

    private static Node node(ResultSet row) throws SQLException {
        var by = row.getString("taken_back_by");
        return new Node(
                row.getLong("id"),
                row.getString("system"),
                row.getString("organisation"),
                Columns.instant(row, "enrolled_at"),
                Columns.instant(row, "seen_at"),
                Columns.instant(row, "certificate_until"),
                new Node.Told(
                        row.getString("version"),
                        row.getBoolean("connected"),
                        row.getLong("spool_parcels"),
                        row.getLong("spool_bytes")),
                new Node.Keeping(row.getLong("gives"), row.getLong("takes"), FlowStore.moment(row, "login_removed_at")),
                FlowStore.moment(row, "taken_back_at").map(at -> new Node.TakenBack(at, String.valueOf(by))));
    }
}
