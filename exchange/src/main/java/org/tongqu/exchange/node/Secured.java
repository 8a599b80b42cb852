package org.tongqu.exchange.node;

import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpClient;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.Arrays;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;
import org.jspecify.annotations.Nullable;
import org.tongqu.kernel.proof.Digest;

/** Lines to the centre that believe one authority alone. */
final class Secured {

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final char[] NO_PASSWORD = "none".toCharArray();

    private Secured() {}

    /** Shows who this node is. */
    static HttpClient as(Identity identity) {
        try {
            var keys = KeyStore.getInstance("PKCS12");
            keys.load(null, null);
            keys.setKeyEntry("node", identity.calling(), NO_PASSWORD, new X509Certificate[] {
                identity.certificate(), identity.authority()
            });
            var managers = KeyManagerFactory.getInstance("PKIX");
            managers.init(keys, NO_PASSWORD);
            return client(managers.getKeyManagers(), trusting(identity.authority()));
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException("The node's own certificate cannot be used", e);
        }
    }

    /** For a node that is nobody yet. The authority is the one of this fingerprint, which came with the code. */
    static HttpClient pinned(Pinned authority) {
        try {
            return client(null, authority);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static HttpClient client(KeyManager @Nullable [] keys, X509ExtendedTrustManager trust)
            throws GeneralSecurityException {
        var context = SSLContext.getInstance("TLSv1.3");
        context.init(keys, new X509ExtendedTrustManager[] {trust}, new SecureRandom());
        return HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .sslContext(context)
                .connectTimeout(PATIENCE)
                .build();
    }

    private static X509ExtendedTrustManager trusting(X509Certificate authority)
            throws GeneralSecurityException, IOException {
        var store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setCertificateEntry("authority", authority);
        var managers = TrustManagerFactory.getInstance("PKIX");
        managers.init(store);
        return (X509ExtendedTrustManager) managers.getTrustManagers()[0];
    }

    /** Finds the authority by its fingerprint in what the centre shows, and from then on asks for all that is usual. */
    static final class Pinned extends X509ExtendedTrustManager {

        private final String fingerprint;
        private @Nullable X509Certificate found;

        Pinned(String fingerprint) {
            this.fingerprint = fingerprint;
        }

        synchronized X509Certificate authority() {
            if (found == null) {
                throw new IllegalStateException("No line was opened yet");
            }
            return found;
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine)
                throws CertificateException {
            anchor(chain).checkServerTrusted(chain, type, engine);
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket)
                throws CertificateException {
            anchor(chain).checkServerTrusted(chain, type, socket);
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type) throws CertificateException {
            anchor(chain).checkServerTrusted(chain, type);
        }

        private synchronized X509ExtendedTrustManager anchor(X509Certificate[] chain) throws CertificateException {
            for (var certificate : Arrays.asList(chain)) {
                if (Digest.of(certificate.getEncoded()).hex().equals(fingerprint)) {
                    try {
                        var manager = trusting(certificate);
                        found = certificate;
                        return manager;
                    } catch (GeneralSecurityException | IOException e) {
                        throw new CertificateException(e);
                    }
                }
            }
            throw new WrongAuthority();
        }

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type) throws CertificateException {
            throw new CertificateException("Nobody calls a node");
        }

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket)
                throws CertificateException {
            throw new CertificateException("Nobody calls a node");
        }

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine)
                throws CertificateException {
            throw new CertificateException("Nobody calls a node");
        }

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }

    /** Who answers is not the centre whose code this is. */
    static final class WrongAuthority extends CertificateException {
        private static final long serialVersionUID = 1L;

        WrongAuthority() {
            super("The fingerprint of the code is none of the certificates shown");
        }
    }
}
