package org.tongqu.platform.data.harvest.internal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.math.BigInteger;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.HashMap;
import java.util.Map;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.cert.CertIOException;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.tongqu.platform.data.harvest.Source.Line;
import org.tongqu.platform.operate.start.Mode;

/** FEATURE: a catalogue whose certificate is of an authority of the government's own is read where that is believed. */
class TrustedTest {

    private static final X500Principal ROOT = new X500Principal("CN=Test Authority");

    @TempDir
    private Path folder;

    private KeyPair authority;
    private X509Certificate root;
    private HttpsServer server;

    @BeforeEach
    void aServerWithACertificateOfItsAuthority() throws Exception {
        authority = pair();
        root = signed(ROOT, authority, new BasicConstraints(true), "");
        server = serving("127.0.0.1");
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private static KeyPair pair() throws GeneralSecurityException {
        var generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(256);
        return generator.generateKeyPair();
    }

    private X509Certificate signed(X500Principal name, KeyPair of, BasicConstraints constraints, String address)
            throws GeneralSecurityException, CertIOException, OperatorCreationException {
        var now = Instant.now();
        var builder = new JcaX509v3CertificateBuilder(
                ROOT,
                BigInteger.valueOf(now.toEpochMilli()),
                Date.from(now.minus(Duration.ofHours(1))),
                Date.from(now.plus(Duration.ofHours(1))),
                name,
                of.getPublic());
        builder.addExtension(Extension.basicConstraints, true, constraints);
        if (!address.isEmpty()) {
            var names = new GeneralNames(new GeneralName(GeneralName.iPAddress, address));
            builder.addExtension(Extension.subjectAlternativeName, false, names);
        }
        return new JcaX509CertificateConverter()
                .getCertificate(
                        builder.build(new JcaContentSignerBuilder("SHA256withECDSA").build(authority.getPrivate())));
    }

    private HttpsServer serving(String address)
            throws GeneralSecurityException, IOException, OperatorCreationException {
        var own = pair();
        var certificate = signed(new X500Principal("CN=catalogue"), own, new BasicConstraints(false), address);
        var serving = HttpsServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        serving.setHttpsConfigurator(new HttpsConfigurator(context(own.getPrivate(), certificate)));
        serving.createContext("/", exchange -> {
            var said = "read".getBytes(UTF_8);
            exchange.sendResponseHeaders(200, said.length);
            exchange.getResponseBody().write(said);
            exchange.close();
        });
        serving.start();
        return serving;
    }

    private SSLContext context(PrivateKey key, X509Certificate certificate)
            throws GeneralSecurityException, IOException {
        var store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setKeyEntry("own", key, new char[0], new X509Certificate[] {certificate, root});
        var keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(store, new char[0]);
        var context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), null, null);
        return context;
    }

    private Fetcher fetcher(Map<String, Object> more) {
        var said = new HashMap<String, Object>(more);
        said.put("tongqu.harvest.local-addresses", "true");
        said.put("tongqu.harvest.pause", Duration.ZERO);
        var environment = new StandardEnvironment();
        environment.getPropertySources().addFirst(new MapPropertySource("test", said));
        return new Fetcher(new Reach(Mode.PRODUCTION, environment), environment, Clock.systemUTC());
    }

    private Fetcher believing(X509Certificate... authorities) throws GeneralSecurityException, IOException {
        var pem = new StringBuilder();
        for (var one : authorities) {
            pem.append("-----BEGIN CERTIFICATE-----\n")
                    .append(Base64.getMimeEncoder().encodeToString(one.getEncoded()))
                    .append("\n-----END CERTIFICATE-----\n");
        }
        var file = Files.writeString(folder.resolve("authorities.pem"), pem);
        return fetcher(Map.of("tongqu.harvest.authorities", file.toString()));
    }

    private static String read(Fetcher fetcher, HttpsServer from) {
        try {
            var address = URI.create("https://127.0.0.1:" + from.getAddress().getPort() + "/");
            return new String(
                    fetcher.page(new Fetcher.Asked(address, Line.ENCRYPTED, "*/*"))
                            .body(),
                    UTF_8);
        } finally {
            fetcher.destroy();
        }
    }

    @Test
    void aCertificateOfAnAuthorityThatIsNamedIsBelievedAndNobodyElses() throws Exception {
        assertThat(read(believing(root), server)).isEqualTo("read");

        assertThatThrownBy(() -> read(fetcher(Map.of()), server))
                .isInstanceOfSatisfying(
                        Broken.class, broken -> assertThat(broken.why()).isEqualTo(Broken.Why.NOT_TRUSTED));
        assertThat(Broken.Why.NOT_TRUSTED.passes()).as("tried again in vain").isFalse();
    }

    @Test
    void aCertificateForAnotherAddressIsNot() throws Exception {
        var other = serving("192.0.2.1");
        var fetcher = believing(root);

        assertThatThrownBy(() -> read(fetcher, other))
                .isInstanceOfSatisfying(
                        Broken.class, broken -> assertThat(broken.why()).isEqualTo(Broken.Why.NOT_TRUSTED));
        other.stop(0);
    }

    @Test
    void aFileWithoutACertificateIsNamedAtTheStart() throws IOException {
        var file = Files.writeString(folder.resolve("empty.pem"), "");

        assertThatThrownBy(() -> fetcher(Map.of("tongqu.harvest.authorities", file.toString())))
                .hasMessageContaining("tongqu.harvest.authorities");
    }
}
