package org.tongqu.platform.data.exchange;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Base64;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509ExtendedTrustManager;
import org.tongqu.engines.json.DatumJson;
import org.tongqu.exchange.node.NodeKeys;
import org.tongqu.kernel.data.Datum;

/** Somebody who speaks as nodes do, and says whatever a test wants said. */
final class BareNode {

    private static final char[] NO_PASSWORD = "none".toCharArray();

    final KeyPair calling = NodeKeys.calling();
    final KeyPair signing = NodeKeys.signing();
    private final String address;
    private HttpClient line;

    BareNode(String address) throws GeneralSecurityException, IOException {
        this.address = address;
        this.line = line(null);
    }

    /** What the centre answered. */
    record Reply(int status, Datum body) {
        String reason() {
            return body.text("reason").orElse("");
        }
    }

    Reply ask(String what, Datum with) throws IOException, InterruptedException {
        return send(what, with.canonical().getBytes(UTF_8), "");
    }

    Reply send(String what, byte[] body, String signature) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(address + "/node/1/" + what))
                .header("Tongqu-Signature", signature.isEmpty() ? "none" : signature)
                .POST(BodyPublishers.ofByteArray(body))
                .build();
        var response = line.send(request, BodyHandlers.ofString(UTF_8));
        return new Reply(response.statusCode(), DatumJson.read(response.body()));
    }

    /** @param prover whose signature is to say that the keys are this node's */
    Reply enrol(String code, KeyPair prover) throws IOException, InterruptedException, GeneralSecurityException {
        var secret = code.substring(0, code.indexOf('.'));
        var keys = NodeKeys.text(calling.getPublic()) + "\n" + NodeKeys.text(signing.getPublic());
        var proved = (secret + "\n" + keys).getBytes(UTF_8);
        var answer = ask(
                "enrol",
                Datum.empty()
                        .with("code", Datum.of(secret))
                        .with("key", Datum.of(NodeKeys.text(calling.getPublic())))
                        .with("signingKey", Datum.of(NodeKeys.text(signing.getPublic())))
                        .with("proof", Datum.of(NodeKeys.sign(prover.getPrivate(), NodeKeys.ENROLMENT, proved)))
                        .with(
                                "signingProof",
                                Datum.of(NodeKeys.sign(signing.getPrivate(), NodeKeys.ENROLMENT, proved))));
        if (answer.status() == 200) {
            line = line(certificate(answer));
        }
        return answer;
    }

    static X509Certificate certificate(Reply answer) throws GeneralSecurityException {
        var bytes = Base64.getDecoder().decode(answer.body().text("certificate").orElseThrow());
        return (X509Certificate)
                CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(bytes));
    }

    private HttpClient line(@org.jspecify.annotations.Nullable Certificate shown)
            throws GeneralSecurityException, IOException {
        var keys = KeyStore.getInstance("PKCS12");
        keys.load(null, null);
        if (shown != null) {
            keys.setKeyEntry("node", calling.getPrivate(), NO_PASSWORD, new Certificate[] {shown});
        }
        var mine = KeyManagerFactory.getInstance("PKIX");
        mine.init(keys, NO_PASSWORD);
        var context = SSLContext.getInstance("TLSv1.3");
        context.init(mine.getKeyManagers(), new TrustManager[] {new Everybody()}, new SecureRandom());
        return HttpClient.newBuilder()
                .sslContext(context)
                .version(HttpClient.Version.HTTP_1_1)
                .build();
    }

    /** Believes any centre. */
    private static final class Everybody extends X509ExtendedTrustManager {
        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type) {}

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type, java.net.Socket socket) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type, java.net.Socket socket) {}

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine) {}

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }
}
