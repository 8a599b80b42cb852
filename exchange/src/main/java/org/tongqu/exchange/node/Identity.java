package org.tongqu.exchange.node;

import java.io.ByteArrayInputStream;
import java.net.URI;
import java.security.PrivateKey;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Base64;
import org.tongqu.kernel.data.Datum;

/**
 * Who this node is.
 *
 * @param authority the only one whose certificates the centre is believed by
 * @param signingKey the public part as the centre has it, in base64
 */
record Identity(
        URI centre,
        String node,
        String system,
        X509Certificate authority,
        X509Certificate certificate,
        PrivateKey calling,
        PrivateKey signing,
        String signingKey) {

    /** With a newer certificate. */
    Identity with(X509Certificate newer, PrivateKey secret) {
        return new Identity(centre, node, system, authority, newer, secret, signing, signingKey);
    }

    Datum write() {
        return Datum.empty()
                .with("centre", Datum.of(centre.toString()))
                .with("node", Datum.of(node))
                .with("system", Datum.of(system))
                .with("authority", Datum.of(text(authority)))
                .with("certificate", Datum.of(text(certificate)))
                .with("calling", Datum.of(text(calling)))
                .with("signing", Datum.of(text(signing)))
                .with("signingKey", Datum.of(signingKey));
    }

    static Identity read(Datum written) {
        return new Identity(
                URI.create(said(written, "centre")),
                said(written, "node"),
                said(written, "system"),
                certificate(said(written, "authority")),
                certificate(said(written, "certificate")),
                NodeKeys.callingSecret(said(written, "calling")),
                NodeKeys.signingSecret(said(written, "signing")),
                said(written, "signingKey"));
    }

    private static String said(Datum written, String name) {
        return written.text(name)
                .orElseThrow(() -> new IllegalStateException("This node's own file lacks '" + name + "'"));
    }

    private static String text(X509Certificate certificate) {
        try {
            return Base64.getEncoder().encodeToString(certificate.getEncoded());
        } catch (CertificateException broken) {
            throw new IllegalStateException(broken);
        }
    }

    private static String text(PrivateKey key) {
        return Base64.getEncoder().encodeToString(key.getEncoded());
    }

    /** @param text in base64 */
    static X509Certificate certificate(String text) {
        try {
            var bytes = new ByteArrayInputStream(Base64.getDecoder().decode(text));
            return (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(bytes);
        } catch (CertificateException | IllegalArgumentException broken) {
            throw new IllegalStateException("Not a certificate", broken);
        }
    }
}
