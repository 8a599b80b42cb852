package org.tongqu.platform.data.harvest.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import org.jspecify.annotations.Nullable;

/** Whose certificates are believed: those the JDK believes, and those of authorities of a government's own. */
final class Trusted {

    private Trusted() {}

    /** @param authorities file of certificates in PEM */
    static SSLContext with(Path authorities) {
        try {
            var store = KeyStore.getInstance(KeyStore.getDefaultType());
            store.load(null, null);
            var believed = new ArrayList<Certificate>(own(authorities));
            believed.addAll(known());
            for (int i = 0; i < believed.size(); i++) {
                store.setCertificateEntry("authority-" + i, believed.get(i));
            }
            var managers = managers(store);
            var context = SSLContext.getInstance("TLS");
            context.init(null, managers.getTrustManagers(), null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("No certificates can be read from " + authorities, e);
        } catch (IOException e) {
            throw new UncheckedIOException("tongqu.harvest.authorities: " + authorities + " cannot be read", e);
        }
    }

    private static List<Certificate> own(Path authorities) throws IOException, GeneralSecurityException {
        try (var pem = Files.newInputStream(authorities)) {
            var found = List.<Certificate>copyOf(
                    CertificateFactory.getInstance("X.509").generateCertificates(pem));
            if (found.isEmpty()) {
                throw new IllegalStateException("tongqu.harvest.authorities: no certificate stands in " + authorities);
            }
            return found;
        }
    }

    private static List<? extends Certificate> known() throws GeneralSecurityException {
        return Arrays.stream(managers(null).getTrustManagers())
                .filter(X509TrustManager.class::isInstance)
                .flatMap(manager -> Arrays.stream(((X509TrustManager) manager).getAcceptedIssuers()))
                .toList();
    }

    /** @param store nothing for what the JDK believes */
    private static TrustManagerFactory managers(@Nullable KeyStore store) throws GeneralSecurityException {
        var managers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        managers.init(store);
        return managers;
    }
}
