package org.tongqu.platform.data.harvest.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpResponse.BodySubscribers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLHandshakeException;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;
import org.tongqu.platform.data.harvest.Source.Line;
import org.tongqu.platform.data.harvest.internal.Broken.Why;
import org.tongqu.platform.operate.web.CallableAddresses;

/** Asks other catalogues: at a polite pace, not for too long, not for too much, and not where it must not. */
@Component
class Fetcher implements DisposableBean {

    private static final int OK = 200;
    private static final int TOO_MANY = 429;
    private static final int UNAVAILABLE = 503;
    private static final int REDIRECTS = 5;
    private static final Duration CONNECTING = Duration.ofSeconds(10);
    private static final Duration BEGINNING = Duration.ofSeconds(60);

    private final Reach reach;
    private final Clock clock;
    private final Duration pause;
    private final Duration patience;
    private final long largestPage;
    private final long largestDocument;
    private final Optional<SSLContext> trusted;
    private @Nullable HttpClient client;

    Fetcher(Reach reach, Environment environment, Clock clock) {
        this.reach = reach;
        this.clock = clock;
        this.pause = environment.getProperty("tongqu.harvest.pause", Duration.class, Duration.ofMillis(200));
        this.patience = environment.getProperty("tongqu.harvest.patience", Duration.class, Duration.ofMinutes(30));
        this.largestPage = environment
                .getProperty("tongqu.harvest.largest-page", DataSize.class, DataSize.ofMegabytes(16))
                .toBytes();
        this.largestDocument = environment
                .getProperty("tongqu.harvest.largest-document", DataSize.class, DataSize.ofGigabytes(4))
                .toBytes();
        this.trusted = Optional.ofNullable(environment.getProperty("tongqu.harvest.authorities"))
                .filter(file -> !file.isBlank())
                .map(file -> Trusted.with(Path.of(file)));
    }

    /** Made when somebody is asked first. */
    private synchronized HttpClient client() {
        var made = client;
        if (made == null) {
            var builder = HttpClient.newBuilder()
                    .followRedirects(Redirect.NEVER)
                    .proxy(HttpClient.Builder.NO_PROXY)
                    .version(Version.HTTP_1_1)
                    .connectTimeout(CONNECTING);
            trusted.ifPresent(builder::sslContext);
            made = builder.build();
            client = made;
        }
        return made;
    }

    /** @param accept the types of answers that can be read */
    record Asked(URI address, Line line, String accept) {}

    /** @param type its type as said; empty when nothing is said @param at where it was found in the end */
    record Answer<T>(T body, String type, URI at) {}

    long largestPage() {
        return largestPage;
    }

    /** An answer that fits into memory. */
    Answer<byte[]> page(Asked asked) {
        return follow(asked, BodyHandlers.limiting(BodyHandlers.ofByteArray(), largestPage));
    }

    /** An answer of any length, in a file that the caller removes. */
    Answer<Path> document(Asked asked) {
        var file = temporary();
        try {
            return follow(asked, BodyHandlers.limiting(BodyHandlers.ofFile(file), largestDocument));
        } catch (Broken broken) {
            remove(file);
            throw broken;
        }
    }

    private static Path temporary() {
        try {
            return Files.createTempFile("harvest", ".rdf");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void remove(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private <T> Answer<T> follow(Asked asked, BodyHandler<T> body) {
        var address = asked.address();
        for (int times = 0; times <= REDIRECTS; times++) {
            check(address, asked.line());
            var response = send(address, asked.accept(), body);
            var status = response.statusCode();
            if (status == OK) {
                return new Answer<>(
                        response.body(),
                        response.headers().firstValue("Content-Type").orElse(""),
                        address);
            }
            if (status / 100 != 3) {
                throw refused(response);
            }
            address = elsewhere(address, response);
        }
        throw new Broken(Why.REDIRECTED, asked.address().toString());
    }

    private static URI elsewhere(URI from, HttpResponse<?> response) {
        var said = response.headers().firstValue("Location").orElse("");
        try {
            return from.resolve(said);
        } catch (IllegalArgumentException none) {
            throw new Broken(Why.REDIRECTED, said);
        }
    }

    private void check(URI address, Line line) {
        var parsed = CallableAddresses.parse(address.toString())
                .orElseThrow(() -> new Broken(Why.ADDRESS_REFUSED, address.toString()));
        if (line == Line.ENCRYPTED && !"https".equalsIgnoreCase(parsed.getScheme())) {
            throw new Broken(Why.NOT_ENCRYPTED, address.toString());
        }
        try {
            if (!reach.isAllowed(parsed)) {
                throw new Broken(Why.ADDRESS_REFUSED, address.getHost());
            }
        } catch (UnknownHostException unknown) {
            throw new Broken(Why.UNREACHABLE, address.getHost());
        }
    }

    private <T> HttpResponse<T> send(URI address, String accept, BodyHandler<T> body) {
        var request = HttpRequest.newBuilder(address)
                .timeout(BEGINNING)
                .header("Accept", accept)
                .header("User-Agent", "Tongqu-harvest")
                .GET()
                .build();
        var sent = client().sendAsync(request, onlyWhenGood(body));
        try {
            Thread.sleep(pause);
            return sent.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException late) {
            sent.cancel(true);
            throw new Broken(Why.TIMED_OUT, patience.toSeconds() + " s");
        } catch (InterruptedException e) {
            sent.cancel(true);
            Thread.currentThread().interrupt();
            throw new Broken(Why.BROKEN_OFF, "");
        } catch (ExecutionException e) {
            throw broken(e.getCause());
        }
    }

    /** Of any other answer nothing is kept. */
    private static <T> BodyHandler<T> onlyWhenGood(BodyHandler<T> body) {
        return info -> info.statusCode() == OK ? body.apply(info) : BodySubscribers.replacing(null);
    }

    private Broken broken(@Nullable Throwable cause) {
        return switch (cause) {
            case java.net.http.HttpTimeoutException late -> new Broken(Why.TIMED_OUT, BEGINNING.toSeconds() + " s");
            case java.net.ConnectException nobody -> new Broken(Why.UNREACHABLE, String.valueOf(nobody.getMessage()));
            case SSLHandshakeException stranger -> new Broken(Why.NOT_TRUSTED, String.valueOf(stranger.getMessage()));
            case IOException io when isTooMuch(io) -> new Broken(Why.TOO_LARGE, "");
            case IOException io -> new Broken(Why.BROKEN_OFF, String.valueOf(io.getMessage()));
            case null, default -> throw new IllegalStateException("The request could not be made", cause);
        };
    }

    private static boolean isTooMuch(IOException io) {
        for (Throwable cause = io; cause != null; cause = cause.getCause()) {
            if (String.valueOf(cause.getMessage()).contains("body exceeds capacity")) {
                return true;
            }
        }
        return false;
    }

    private Broken refused(HttpResponse<?> response) {
        var status = response.statusCode();
        var said = String.valueOf(status);
        if (status == TOO_MANY || status == UNAVAILABLE) {
            var asked = response.headers().firstValue("Retry-After").flatMap(this::pause);
            return asked.map(pause -> new Broken(Why.BUSY, said, pause)).orElseGet(() -> new Broken(Why.BUSY, said));
        }
        return new Broken(status / 100 == 5 ? Why.FAILED : Why.REFUSED, said);
    }

    /** Seconds, or a moment. */
    private Optional<Duration> pause(String said) {
        if (said.strip().matches("[0-9]{1,6}")) {
            return Optional.of(Duration.ofSeconds(Long.parseLong(said.strip())));
        }
        try {
            var then = ZonedDateTime.parse(said.strip(), DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant();
            return Optional.of(Duration.between(clock.instant(), then));
        } catch (DateTimeParseException neither) {
            return Optional.empty();
        }
    }

    @Override
    public synchronized void destroy() {
        if (client != null) {
            client.shutdownNow();
        }
    }
}
