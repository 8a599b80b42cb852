package org.tongqu.platform.data.interfaces.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.tongqu.platform.data.catalog.ResourceCode;
import org.tongqu.platform.data.interfaces.Endpoint;
import org.tongqu.platform.data.interfaces.Key;
import org.tongqu.platform.operate.store.Columns;
import org.tongqu.platform.trust.access.Scope;

/** Keys by their digests. */
@Repository
public class KeyStore {

    private static final String COLUMNS =
            "k.id AS key_id, k.shown, k.agreement, k.resource AS key_resource, k.consumer,"
                    + " k.provider AS key_provider, k.label, k.made_by, k.made_name, k.made_at, k.expires_at, k.revoked_at";

    private final JdbcClient jdbc;
    private final EndpointStore endpoints;

    KeyStore(JdbcClient jdbc, EndpointStore endpoints) {
        this.jdbc = jdbc;
        this.endpoints = endpoints;
    }

    /** A key with what was asked by it. @param credential the secret of the endpoint; empty when it has none */
    record Turned(Key key, Optional<Endpoint> endpoint, String credential) {

        @Override
        public String toString() {
            return "Turned[key=" + key + ", endpoint=" + endpoint + "]";
        }
    }

    /** Which key was shown at which endpoint. @param digest of the key, in hexadecimal digits */
    record Turning(String digest, String endpoint) {}

    /** The keys and the endpoints, in one question; keys that are unknown are left out. */
    Map<Turning, Turned> turn(Set<Turning> asked) {
        var turned = new HashMap<Turning, Turned>();
        var each = List.copyOf(asked);
        jdbc.sql("SELECT a.digest AS asked_digest, a.endpoint AS asked_endpoint, " + COLUMNS + ", e.*"
                        + " FROM unnest(CAST(:digests AS text[]), CAST(:endpoints AS text[])) AS a (digest, endpoint)"
                        + " JOIN interfaces.key k ON k.digest = decode(a.digest, 'hex')"
                        + " LEFT JOIN interfaces.endpoint e ON e.id = a.endpoint")
                .param("digests", Columns.column(each, Turning::digest))
                .param("endpoints", Columns.column(each, Turning::endpoint))
                .query(row -> {
                    turned.put(
                            new Turning(row.getString("asked_digest"), row.getString("asked_endpoint")),
                            row.getString("id") == null
                                    ? new Turned(key(row), Optional.empty(), "")
                                    : new Turned(
                                            key(row),
                                            Optional.of(EndpointStore.endpoint(row)),
                                            endpoints.credential(row)));
                });
        return turned;
    }

    /** @return the key with its id */
    public Key insert(Key key, byte[] digest) {
        var id = jdbc.sql("""
                        INSERT INTO interfaces.key (digest, shown, agreement, resource, consumer, provider, label, made_by,
                            made_name, made_at, expires_at)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING id""")
                .params(
                        digest,
                        key.shown(),
                        key.under().agreement(),
                        key.under().resource().value(),
                        key.under().consumer(),
                        key.under().provider(),
                        key.label(),
                        key.made().by(),
                        key.made().name(),
                        Columns.time(key.made().at()),
                        Columns.time(key.expires()))
                .query(Long.class)
                .single();
        return new Key(id, key.shown(), key.under(), key.label(), key.made(), key.expires(), key.revoked());
    }

    public Optional<Key> find(long id) {
        return jdbc.sql("SELECT " + COLUMNS + " FROM interfaces.key k WHERE k.id = ?")
                .param(id)
                .query((row, number) -> key(row))
                .optional();
    }

    public Optional<Key> find(byte[] digest) {
        return jdbc.sql("SELECT " + COLUMNS + " FROM interfaces.key k WHERE k.digest = ?")
                .param(digest)
                .query((row, number) -> key(row))
                .optional();
    }

    /** @return false when it was taken back before */
    public boolean revoke(long id, Instant now) {
        return jdbc.sql("UPDATE interfaces.key SET revoked_at = ? WHERE id = ? AND revoked_at IS NULL")
                        .params(Columns.time(now), id)
                        .update()
                == 1;
    }

    public List<Key> list(Scope scope, long before, int limit) {
        return jdbc.sql("SELECT " + COLUMNS + " FROM interfaces.key k\n" + """
                         WHERE (k.consumer = ANY (:organisations) OR k.provider = ANY (:organisations)) AND k.id < :before
                         ORDER BY k.id DESC LIMIT :limit""")
                .param("organisations", scope.organisations())
                .param("before", before)
                .param("limit", limit)
                .query((row, number) -> key(row))
                .list();
    }

    private static Key key(ResultSet row) throws SQLException {
        return new Key(
                row.getLong("key_id"),
                row.getString("shown"),
                new Key.Under(
                        row.getString("agreement"),
                        new ResourceCode(row.getString("key_resource")),
                        row.getString("consumer"),
                        row.getString("key_provider")),
                row.getString("label"),
                new Key.Made(row.getString("made_by"), row.getString("made_name"), Columns.instant(row, "made_at")),
                Columns.instant(row, "expires_at"),
                moment(row, "revoked_at"));
    }

    private static Optional<Instant> moment(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }
}
