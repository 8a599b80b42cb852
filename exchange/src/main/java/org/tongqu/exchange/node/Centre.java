package org.tongqu.exchange.node;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.tongqu.engines.json.DatumJson;
import org.tongqu.kernel.Outcome;
import org.tongqu.kernel.data.Datum;

/** The centre as a node calls it. */
final class Centre {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** For a call: the time that an interface may take, and the time for which the next question is waited. */
    private static final Duration WITH_AN_ANSWER = Duration.ofSeconds(120);

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

    /** Hands something over with what the node's own key says of it. */
    Outcome<Datum, No> hand(String what, byte[] bytes, String signature) throws IOException {
        return send(request(what).header("Tongqu-Signature", signature).POST(BodyPublishers.ofByteArray(bytes)));
    }

    /** Fetches bytes; a line on which nothing comes any more is given up. */
    Outcome<byte[], No> fetch(String what, Datum asked) throws IOException {
        var fetched = new Fetched();
        var request = request(what).POST(BodyPublishers.ofString(asked.canonical()));
        var response = await(line.sendAsync(request.build(), BodyHandlers.ofByteArrayConsumer(fetched)), fetched);
        var body = fetched.bytes();
        return response.statusCode() == DONE
                ? Outcome.done(body)
                : answered(response.statusCode(), new String(body, UTF_8)).map(none -> body);
    }

    /**
     * Hands over what the department answered to somebody's question, and waits for the next one.
     *
     * @param said whose answer it is, and how it went
     */
    Outcome<Datum, No> call(Map<String, String> said, BodyPublisher answer) throws IOException {
        var request = request("calls").timeout(WITH_AN_ANSWER).POST(answer);
        said.forEach(request::header);
        return send(request);
    }

    /** Carries a call of one of the department's systems; what comes back is read by the caller. */
    HttpResponse<InputStream> carry(String what, Map<String, String> told, byte[] body) throws IOException {
        var request = request(what).timeout(WITH_AN_ANSWER).POST(BodyPublishers.ofByteArray(body));
        told.forEach(request::setHeader);
        try {
            return line.send(request.build(), BodyHandlers.ofInputStream());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted", e);
        }
    }

    private static <T> T await(CompletableFuture<T> response, Fetched fetched) throws IOException {
        try {
            while (true) {
                var before = fetched.count();
                try {
                    return response.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
                } catch (TimeoutException stalled) {
                    if (fetched.count() == before) {
                        response.cancel(true);
                        throw new IOException("Nothing came for " + PATIENCE.toSeconds() + " s", stalled);
                    }
                }
            }
        } catch (ExecutionException broken) {
            throw new IOException(String.valueOf(broken.getCause()), broken);
        } catch (InterruptedException e) {
            response.cancel(true);
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted", e);
        }
    }

    /** What came so far. */
    private static final class Fetched implements Consumer<Optional<byte[]>> {
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

        @Override
        public synchronized void accept(Optional<byte[]> part) {
            part.ifPresent(bytes::writeBytes);
        }

        synchronized int count() {
            return bytes.size();
        }

        synchronized byte[] bytes() {
            return bytes.toByteArray();
        }
    }

    private HttpRequest.Builder request(String what) {
        return HttpRequest.newBuilder(address.resolve("/node/1/" + what))
                .timeout(PATIENCE)
                .header("Content-Type", "application/octet-stream");
    }

    private Outcome<Datum, No> send(HttpRequest.Builder request) throws IOException {
        try {
            var response = line.send(request.build(), BodyHandlers.ofString(UTF_8));
            return answered(response.statusCode(), response.body());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted", e);
        }
    }

    private static Outcome<Datum, No> answered(int status, String body) throws IOException {
        var read = DatumJson.tryRead(body).fold(datum -> datum, broken -> Datum.empty());
        if (status == DONE) {
            return Outcome.done(read);
        }
        if (status >= NOT_NOW) {
            throw new IOException("The centre answers " + status);
        }
        return Outcome.refused(new No(
                read.text("reason").orElse("answered-" + status),
                read.text("detail").orElse("")));
    }
}
