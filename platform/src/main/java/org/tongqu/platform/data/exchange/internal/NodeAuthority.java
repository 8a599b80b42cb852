package org.tongqu.platform.data.exchange.internal;

import java.io.ByteArrayInputStream;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.CertIOException;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tongqu.exchange.node.NodeKeys;
import org.tongqu.kernel.proof.Digest;
import org.tongqu.kernel.proof.FieldCipher;
import org.tongqu.platform.operate.store.Columns;
import org.tongqu.platform.trust.seals.Seals;

/**
 * The platform's own certificate authority for nodes: its certificates say who a node is and who the centre is, for their
 * lines alone. Made when first needed; its key stands sealed in the store.
 */
@Component
public class NodeAuthority {

    private static final String NAME = "CN=Tongqu node authority";
    private static final String SIGNATURE = "SHA256withECDSA";
    private static final String NODE = "CN=node-";
    private static final Duration LIVES = Duration.ofDays(3650);
    private static final Duration EARLIER = Duration.ofHours(1);
    private static final int SERIAL_BITS = 127;

    private final JdbcClient jdbc;
    private final FieldCipher cipher;
    private final Clock clock;
    private final Duration certificateLives;
    private volatile @Nullable Issuer known;

    NodeAuthority(JdbcClient jdbc, Seals seals, Environment environment, Clock clock) {
        this.jdbc = jdbc;
        this.cipher = seals.cipher("exchange.node-authority");
        this.certificateLives =
                environment.getProperty("tongqu.nodes.certificate-lives", Duration.class, Duration.ofDays(7));
        this.clock = clock;
    }

    /** Who signs. */
    private record Issuer(X509Certificate certificate, PrivateKey secret) {}

    /** Of the authority's certificate, by which a node knows the centre before it knows anything else. */
    public String fingerprint() {
        try {
            return Digest.of(issuer().certificate().getEncoded()).hex();
        } catch (GeneralSecurityException broken) {
            throw new IllegalStateException(broken);
        }
    }

    X509Certificate certificate() {
        return issuer().certificate();
    }

    Duration certificateLives() {
        return certificateLives;
    }

    /** For a node to call with. */
    X509Certificate ofNode(long node, PublicKey key, Instant now) {
        return issue(
                new Wanted(NODE + node, key, now.plus(certificateLives), List.of()), KeyPurposeId.id_kp_clientAuth);
    }

    /** For the centre to be called by. @param names its host names and addresses */
    X509Certificate ofCentre(List<String> names, PublicKey key, Instant until) {
        return issue(new Wanted("CN=Tongqu centre", key, until, names), KeyPurposeId.id_kp_serverAuth);
    }

    /** Which node a certificate of this authority is for; nothing for another one's. */
    static Optional<Long> node(X509Certificate certificate) {
        var name = certificate.getSubjectX500Principal().getName();
        return name.matches(NODE + "[0-9]{1,18}")
                ? Optional.of(Long.valueOf(name.substring(NODE.length())))
                : Optional.empty();
    }

    private record Wanted(String subject, PublicKey key, Instant until, List<String> names) {}

    private X509Certificate issue(Wanted wanted, KeyPurposeId purpose) {
        var issuer = issuer();
        try {
            var builder = new JcaX509v3CertificateBuilder(
                    issuer.certificate(),
                    new BigInteger(SERIAL_BITS, new SecureRandom()),
                    Date.from(clock.instant().minus(EARLIER)),
                    Date.from(wanted.until()),
                    new javax.security.auth.x500.X500Principal(wanted.subject()),
                    wanted.key());
            builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(false));
            builder.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature));
            builder.addExtension(Extension.extendedKeyUsage, true, new ExtendedKeyUsage(purpose));
            if (!wanted.names().isEmpty()) {
                builder.addExtension(Extension.subjectAlternativeName, false, names(wanted.names()));
            }
            return signed(builder, issuer.secret());
        } catch (CertIOException broken) {
            throw new IllegalStateException(broken);
        }
    }

    private static GeneralNames names(List<String> names) {
        return new GeneralNames(names.stream()
                .map(name -> new GeneralName(
                        name.matches("[0-9.]+|.*:.*") ? GeneralName.iPAddress : GeneralName.dNSName, name))
                .toArray(GeneralName[]::new));
    }

    private static X509Certificate signed(JcaX509v3CertificateBuilder builder, PrivateKey secret) {
        try {
            return new JcaX509CertificateConverter()
                    .getCertificate(builder.build(new JcaContentSignerBuilder(SIGNATURE).build(secret)));
        } catch (GeneralSecurityException | OperatorCreationException broken) {
            throw new IllegalStateException("A certificate cannot be made", broken);
        }
    }

    private Issuer issuer() {
        var there = known;
        if (there == null) {
            there = find().orElseGet(() -> {
                make();
                return find().orElseThrow();
            });
            known = there;
        }
        return there;
    }

    private Optional<Issuer> find() {
        return jdbc.sql("SELECT certificate, private_key FROM exchange.node_authority")
                .query((row, number) -> read(row.getBytes(1), cipher.open(row.getBytes(2))))
                .optional();
    }

    private static Issuer read(byte[] certificate, byte[] secret) {
        try {
            return new Issuer(
                    (X509Certificate) CertificateFactory.getInstance("X.509")
                            .generateCertificate(new ByteArrayInputStream(certificate)),
                    KeyFactory.getInstance("EC").generatePrivate(new PKCS8EncodedKeySpec(secret)));
        } catch (GeneralSecurityException broken) {
            throw new IllegalStateException("The node authority in the store is none", broken);
        }
    }

    /** Of two programs that make one at once the first is kept. */
    private void make() {
        var pair = NodeKeys.calling();
        var now = clock.instant();
        try {
            jdbc.sql("""
                            INSERT INTO exchange.node_authority (certificate, private_key, made_at) VALUES (?, ?, ?)
                            ON CONFLICT (single) DO NOTHING""")
                    .params(
                            root(pair, now).getEncoded(),
                            cipher.seal(pair.getPrivate().getEncoded()),
                            Columns.time(now))
                    .update();
        } catch (GeneralSecurityException broken) {
            throw new IllegalStateException(broken);
        }
    }

    private static X509Certificate root(KeyPair pair, Instant now) {
        try {
            var builder = new JcaX509v3CertificateBuilder(
                    new X500Name(NAME),
                    new BigInteger(SERIAL_BITS, new SecureRandom()),
                    Date.from(now.minus(EARLIER)),
                    Date.from(now.plus(LIVES)),
                    new X500Name(NAME),
                    pair.getPublic());
            builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(0));
            builder.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.keyCertSign));
            return signed(builder, pair.getPrivate());
        } catch (CertIOException broken) {
            throw new IllegalStateException(broken);
        }
    }
}
