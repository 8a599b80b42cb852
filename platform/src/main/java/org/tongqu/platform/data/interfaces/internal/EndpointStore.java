package org.tongqu.platform.data.interfaces.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.tongqu.kernel.proof.FieldCipher;
import org.tongqu.platform.data.catalog.ResourceCode;
import org.tongqu.platform.data.interfaces.Declaration;
import org.tongqu.platform.data.interfaces.Endpoint;
import org.tongqu.platform.data.interfaces.ParameterLines;
import org.tongqu.platform.operate.store.Columns;
import org.tongqu.platform.trust.seals.Seals;

/** Endpoints and the sealed secrets with which they are entered. */
@Repository
public class EndpointStore {

    private final JdbcClient jdbc;
    private final FieldCipher cipher;

    EndpointStore(JdbcClient jdbc, Seals seals) {
        this.jdbc = jdbc;
        this.cipher = seals.cipher("interfaces.endpoint.credential");
    }

    /** Keeps what was declared, as a new version when it was declared before. */
    public Endpoint keep(String provider, Declaration declaration, String by, Instant now) {
        var target = declaration.target();
        return jdbc.sql("""
                        INSERT INTO interfaces.endpoint AS e (id, resource, operation, provider, title, method, address,
                            records_at, parameters, time_limit_ms, per_minute, credential_header, credential, via, version,
                            changed_by, changed_at)
                        VALUES (:id, :resource, :operation, :provider, :title, :method, :address, :records, :parameters,
                            :time, :minute, :header, :credential, :via, 1, :by, :at)
                        ON CONFLICT (id) DO UPDATE SET provider = excluded.provider, title = excluded.title,
                            method = excluded.method, address = excluded.address, records_at = excluded.records_at,
                            parameters = excluded.parameters, time_limit_ms = excluded.time_limit_ms,
                            per_minute = excluded.per_minute, credential_header = excluded.credential_header, via = excluded.via,
                            credential = coalesce(excluded.credential, e.credential), version = e.version + 1,
                            changed_by = excluded.changed_by, changed_at = excluded.changed_at
                        RETURNING *""")
                .param("id", declaration.resource().key() + "." + declaration.operation())
                .param("resource", declaration.resource().value())
                .param("operation", declaration.operation())
                .param("provider", provider)
                .param("title", declaration.title().strip())
                .param("method", target.method().name())
                .param("address", target.address())
                .param("records", String.join(".", target.recordsAt()))
                .param("parameters", ParameterLines.write(declaration.parameters()))
                .param("time", (int) declaration.limits().time().toMillis())
                .param("minute", declaration.limits().perMinute())
                .param("header", target.credentialHeader().orElse(""))
                .param("via", target.via().orElse(""))
                .param("credential", declaration.credential().map(cipher::seal).orElse(null))
                .param("by", by)
                .param("at", Columns.time(now))
                .query((row, number) -> endpoint(row))
                .single();
    }

    /**
     * The same endpoint, with its department at another place and with another secret; what it is remains as it was.
     *
     * @return false when there is no such endpoint
     */
    boolean move(Declaration declaration) {
        return jdbc.sql("""
                        UPDATE interfaces.endpoint SET address = :address, credential = :credential
                         WHERE resource = :resource AND operation = :operation""")
                        .param("address", declaration.target().address())
                        .param(
                                "credential",
                                declaration.credential().map(cipher::seal).orElse(null))
                        .param("resource", declaration.resource().value())
                        .param("operation", declaration.operation())
                        .update()
                == 1;
    }

    /** @return false when it stood so already */
    public boolean turn(String id, Endpoint.State wanted) {
        var open = wanted == Endpoint.State.OPEN;
        return jdbc.sql("UPDATE interfaces.endpoint SET open = ?, version = version + 1 WHERE id = ? AND open <> ?")
                        .params(open, id, open)
                        .update()
                == 1;
    }

    public Optional<Endpoint> find(String id) {
        return jdbc.sql("SELECT * FROM interfaces.endpoint WHERE id = ?")
                .param(id)
                .query((row, number) -> endpoint(row))
                .optional();
    }

    public List<Endpoint> of(ResourceCode resource) {
        return jdbc.sql("SELECT * FROM interfaces.endpoint WHERE resource = ? ORDER BY operation")
                .param(resource.value())
                .query((row, number) -> endpoint(row))
                .list();
    }

    /** The secret of a row with an endpoint; empty when its department wants to see none. */
    String credential(ResultSet row) throws SQLException {
        var sealed = row.getBytes("credential");
        return sealed == null ? "" : cipher.openText(sealed);
    }

    static Endpoint endpoint(ResultSet row) throws SQLException {
        var header = row.getString("credential_header");
        return new Endpoint(
                new ResourceCode(row.getString("resource")),
                row.getString("operation"),
                row.getString("provider"),
                row.getString("title"),
                new Endpoint.Target(
                        Endpoint.Method.valueOf(row.getString("method")),
                        row.getString("address"),
                        Arrays.stream(row.getString("records_at").split("\\."))
                                .filter(name -> !name.isEmpty())
                                .toList(),
                        header.isEmpty() ? Optional.empty() : Optional.of(header),
                        Optional.of(row.getString("via")).filter(via -> !via.isEmpty())),
                ParameterLines.read(row.getString("parameters")).orElseThrow(),
                new Endpoint.Limits(Duration.ofMillis(row.getInt("time_limit_ms")), row.getInt("per_minute")),
                row.getBoolean("open") ? Endpoint.State.OPEN : Endpoint.State.HALTED,
                row.getInt("version"));
    }
}
