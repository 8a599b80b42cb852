package org.tongqu.platform.data.exchange.internal;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.SignatureException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tongqu.kernel.proof.Digest;
import org.tongqu.kernel.proof.FieldCipher;
import org.tongqu.platform.data.exchange.SignedReceipt;
import org.tongqu.platform.operate.store.Columns;
import org.tongqu.platform.trust.seals.Seals;

/** The keys with which systems and the platform sign: made when first needed, kept sealed, never told. */
@Component
class SigningKeys {

    private static final String KIND = "Ed25519";
    private static final int ID_SIGNS = 16;

    /** Keeps a signature under a receipt from being used as one under anything else. */
    private static final String SUBJECT = "tongqu exchange receipt 1\n";

    private final Map<String, Key> known = new ConcurrentHashMap<>();
    private final JdbcClient jdbc;
    private final FieldCipher cipher;
    private final Clock clock;

    SigningKeys(JdbcClient jdbc, Seals seals, Clock clock) {
        this.jdbc = jdbc;
        this.cipher = seals.cipher("exchange.signing-key");
        this.clock = clock;
    }

    private record Key(String id, PrivateKey secret) {}

    /** Signs in the name of a system, in the transaction of the caller. */
    SignedReceipt.Signature sign(String holder, String content) {
        var key = key(holder);
        try {
            var signing = Signature.getInstance(KIND);
            signing.initSign(key.secret());
            signing.update((SUBJECT + content).getBytes(UTF_8));
            return new SignedReceipt.Signature(
                    holder, key.id(), Base64.getEncoder().encodeToString(signing.sign()));
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("Every Java platform has " + KIND + ", this one does not", missing);
        }
    }

    /** Whether the key of that id and holder made the signature; nothing when there is no such key. */
    Optional<Boolean> isTrue(SignedReceipt.Signature signature, String content) {
        return jdbc.sql("SELECT public_key FROM exchange.signing_key WHERE id = ? AND holder = ?")
                .params(signature.key(), signature.holder())
                .query((row, number) -> isTrue(row.getBytes(1), signature, content))
                .optional();
    }

    private static boolean isTrue(byte[] key, SignedReceipt.Signature signature, String content) {
        try {
            var checking = Signature.getInstance(KIND);
            checking.initVerify(KeyFactory.getInstance(KIND).generatePublic(new X509EncodedKeySpec(key)));
            checking.update((SUBJECT + content).getBytes(UTF_8));
            return checking.verify(Base64.getDecoder().decode(signature.value()));
        } catch (SignatureException | IllegalArgumentException notOne) {
            return false;
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("Every Java platform has " + KIND + ", this one does not", missing);
        }
    }

    /** Makes a key known that its holder keeps, in the transaction of the caller. @return its id */
    String keepPublic(String holder, PublicKey key, Instant now) {
        jdbc.sql("INSERT INTO exchange.signing_key (id, holder, public_key, made_at) VALUES (?, ?, ?, ?)")
                .params(id(key), holder, key.getEncoded(), Columns.time(now))
                .update();
        return id(key);
    }

    static String id(PublicKey key) {
        return Digest.of(key.getEncoded()).hex().substring(0, ID_SIGNS);
    }

    private Key key(String holder) {
        var there = known.get(holder);
        if (there != null) {
            return there;
        }
        var key = find(holder).orElseGet(() -> {
            make(holder);
            return find(holder).orElseThrow();
        });
        known.put(holder, key);
        return key;
    }

    private Optional<Key> find(String holder) {
        return jdbc.sql("SELECT id, private_key FROM exchange.signing_key WHERE holder = ? AND private_key IS NOT NULL")
                .param(holder)
                .query((row, number) -> new Key(row.getString(1), secret(cipher.open(row.getBytes(2)))))
                .optional();
    }

    private static PrivateKey secret(byte[] encoded) {
        try {
            return KeyFactory.getInstance(KIND).generatePrivate(new PKCS8EncodedKeySpec(encoded));
        } catch (GeneralSecurityException broken) {
            throw new IllegalStateException("A signing key in the store is none", broken);
        }
    }

    /** Of two programs that make one at once the first is kept. */
    private void make(String holder) {
        try {
            var pair = KeyPairGenerator.getInstance(KIND).generateKeyPair();
            var open = pair.getPublic().getEncoded();
            jdbc.sql("""
                            INSERT INTO exchange.signing_key (id, holder, public_key, private_key, made_at)
                            VALUES (?, ?, ?, ?, ?) ON CONFLICT (holder) WHERE private_key IS NOT NULL DO NOTHING""")
                    .params(
                            id(pair.getPublic()),
                            holder,
                            open,
                            cipher.seal(pair.getPrivate().getEncoded()),
                            Columns.time(clock.instant()))
                    .update();
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("Every Java platform has " + KIND + ", this one does not", missing);
        }
    }
}
