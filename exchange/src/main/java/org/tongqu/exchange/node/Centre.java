package org.tongqu.exchange.node;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import org.tongqu.engines.json.DatumJson;
import org.tongqu.kernel.Outcome;
import org.tongqu.kernel.data.Datum;

/** The centre as a node calls it. */
final class Centre {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int DONE = 200;
    private static final int NOT_NOW = 500;

    private final URI address;
    private final HttpClient line;

    Centre(URI address, HttpClient line) {
        this.address = address;
        this.line = line;
    }

    static Centre as(Identity identity) {
        return new Centre(identity.centre(), Secured.as(identity));
    }

    /** What the centre does not do. @param reason names the words people read */
    record No(String reason, String detail) {}

    /**
     * Asks for something.
     *
     * @throws IOException when the centre does not answer, or cannot now
     */
    Outcome<Datum, No> ask(String what, Datum with) throws IOException {
        return send(request(what).POST(BodyPublishers.ofString(with.canonical())));
    }

    /** Hands over a parcel with what the node's own key says of it. */
    Outcome<Datum, No> hand(byte[] parcel, String signature) throws IOException {
        return send(request("parcel").header("Tongqu-Signature", signature).POST(BodyPublishers.ofByteArray(parcel)));
    }

    private HttpRequest.Builder request(String what) {
        return HttpRequest.newBuilder(address.resolve("/node/1/" + what))
                .timeout(PATIENCE)
                .header("Content-Type", "application/octet-stream");
    }

    private Outcome<Datum, No> send(HttpRequest.Builder request) throws IOException {
        try {
            var response = line.send(request.build(), BodyHandlers.ofString(UTF_8));
            var read = DatumJson.tryRead(response.body()).fold(datum -> datum, broken -> Datum.empty());
            if (response.statusCode() == DONE) {
                return Outcome.done(read);
            }
            if (response.statusCode() >= NOT_NOW) {
                throw new IOException("The centre answers " + response.statusCode());
            }
            return Outcome.refused(new No(
                    read.text("reason").orElse("answered-" + response.statusCode()),
                    read.text("detail").orElse("")));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted", e);
        }
    }
}
