package org.tongqu.platform.data.files.internal;

import static org.tongqu.platform.operate.store.Columns.instant;
import static org.tongqu.platform.operate.store.Columns.time;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import org.tongqu.exchange.file.Manifest;
import org.tongqu.exchange.file.Seals;
import org.tongqu.kernel.proof.FieldCipher;
import org.tongqu.platform.data.files.SenderKey;

/** Keys of systems that deliver: their open parts, and of the platform's own for them the sealed secret one. */
@Repository
public class KeyStore {

    private static final String KIND = "Ed25519";

    private final JdbcClient jdbc;
    private final FieldCipher cipher;
    private final Clock clock;

    KeyStore(JdbcClient jdbc, org.tongqu.platform.trust.seals.Seals seals, Clock clock) {
        this.jdbc = jdbc;
        this.cipher = seals.cipher("files.key");
        this.clock = clock;
    }

    /** The open key, when it is the system's and holds. */
    public Optional<byte[]> find(String system, String id) {
        return jdbc.sql("SELECT public_key FROM files.key WHERE id = ? AND system = ? AND withdrawn_at IS NULL")
                .params(id, system)
                .query((row, at) -> row.getBytes(1))
                .optional();
    }

    /** @return false when it is registered already */
    public boolean register(String system, byte[] open, String by) {
        return jdbc.sql("""
                        INSERT INTO files.key (id, system, public_key, made_by, made_at)
                        VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING""")
                        .params(Seals.id(open), system, open, by, time(clock.instant()))
                        .update()
                == 1;
    }

    /** @return false when there was none */
    public boolean withdraw(String system, String id) {
        return jdbc.sql("UPDATE files.key SET withdrawn_at = ? WHERE id = ? AND system = ? AND withdrawn_at IS NULL")
                        .params(time(clock.instant()), id, system)
                        .update()
                == 1;
    }

    public List<SenderKey> list(String system) {
        return jdbc.sql("SELECT * FROM files.key WHERE system = ? ORDER BY made_at DESC, id LIMIT 50")
                .param(system)
                .query((row, at) -> new SenderKey(
                        row.getString("id"),
                        row.getString("system"),
                        row.getString("made_by"),
                        instant(row, "made_at"),
                        Optional.ofNullable(row.getObject("withdrawn_at", OffsetDateTime.class))
                                .map(OffsetDateTime::toInstant)))
                .list();
    }

    /** Signs for a system what an officer handed in, by a key that the platform keeps for it. */
    @Transactional
    public Manifest sign(Manifest manifest) {
        if (!isMade(manifest.sender())) {
            make(manifest.sender());
        }
        return jdbc.sql("""
                        SELECT id, private_key FROM files.key
                         WHERE system = ? AND private_key IS NOT NULL AND withdrawn_at IS NULL ORDER BY id LIMIT 1""")
                .param(manifest.sender())
                .query((row, at) -> {
                    try {
                        var secret = new PKCS8EncodedKeySpec(cipher.open(row.getBytes(2)));
                        return Seals.sign(
                                manifest,
                                row.getString(1),
                                KeyFactory.getInstance(KIND).generatePrivate(secret));
                    } catch (GeneralSecurityException broken) {
                        throw new IllegalStateException("A key in the store is none", broken);
                    }
                })
                .single();
    }

    private boolean isMade(String system) {
        return jdbc.sql("""
                        SELECT EXISTS (SELECT 1 FROM files.key
                                        WHERE system = ? AND private_key IS NOT NULL AND withdrawn_at IS NULL)""").param(system).query(Boolean.class).single();
    }

    private void make(String system) {
        try {
            var pair = KeyPairGenerator.getInstance(KIND).generateKeyPair();
            var open = pair.getPublic().getEncoded();
            jdbc.sql("""
                            INSERT INTO files.key (id, system, public_key, private_key, made_by, made_at)
                            VALUES (?, ?, ?, ?, 'platform', ?)""")
                    .params(
                            Seals.id(open),
                            system,
                            open,
                            cipher.seal(pair.getPrivate().getEncoded()),
                            time(clock.instant()))
                    .update();
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("Every Java platform has " + KIND + ", this one does not", missing);
        }
    }
}
