package org.tongqu.exchange.node;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.tongqu.kernel.Outcome;
import org.tongqu.kernel.data.Datum;

/**
 * Asks the department's own interfaces when somebody who may waits for the answer at the centre. A request carries the answer
 * of the question before it and is answered with the next one, so that the centre needs no way into the department and a call
 * costs one round trip. As many wait as are asked at once, within bounds.
 */
final class Interfaces implements Runnable, AutoCloseable {

    private static final int FEWEST = 2;
    private static final int MOST = 64;
    private static final int SMALL = 64 * 1024;
    private static final Duration AGAIN = Duration.ofSeconds(3);
    private static final Duration LONGEST = Duration.ofSeconds(60);
    private static final Set<String> OF_THE_WIRE =
            Set.of("connection", "content-length", "expect", "host", "upgrade", "transfer-encoding", "te", "trailer");

    private final Home home;
    private final Supplier<Sender.Line> line;
    private final Standing standing;
    private final InstantSource clock;
    private final HttpClient department = HttpClient.newBuilder()
            .followRedirects(Redirect.NEVER)
            .proxy(HttpClient.Builder.NO_PROXY)
            .version(Version.HTTP_1_1)
            .build();
    private final Set<Thread> waiting = ConcurrentHashMap.newKeySet();
    private final AtomicInteger all = new AtomicInteger();
    private final AtomicInteger idle = new AtomicInteger();
    private volatile boolean isClosed;

    Interfaces(Home home, Supplier<Sender.Line> line, Standing standing, InstantSource clock) {
        this.home = home;
        this.line = line;
        this.standing = standing;
        this.clock = clock;
    }

    /** Waits until there is something to offer, and then for questions. */
    @Override
    public void run() {
        try {
            while (home.offered().isEmpty()) {
                Thread.sleep(AGAIN);
            }
            for (int i = 0; i < FEWEST; i++) {
                begin();
            }
            while (!isClosed) {
                Thread.sleep(AGAIN);
            }
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    private void begin() {
        if (isClosed || all.incrementAndGet() > MOST) {
            all.decrementAndGet();
            return;
        }
        waiting.add(Thread.startVirtualThread(() -> {
            try {
                work();
            } catch (InterruptedException ended) {
                Thread.currentThread().interrupt();
            } finally {
                all.decrementAndGet();
                waiting.remove(Thread.currentThread());
            }
        }));
    }

    /** What is asked. @param patience as long as it may take */
    private record Question(
            String call, String method, String address, Map<String, String> headers, String body, Duration patience) {

        static Question read(Datum written) {
            var headers = new LinkedHashMap<String, String>();
            for (var header : written.items("headers")) {
                headers.put(header.text("name").orElse(""), header.text("value").orElse(""));
            }
            return new Question(
                    written.text("call").orElse(""),
                    written.text("method").orElse("GET"),
                    written.text("address").orElse(""),
                    headers,
                    written.text("body").orElse(""),
                    Duration.ofMillis(written.number("patience")
                            .map(java.math.BigDecimal::longValue)
                            .orElse(LONGEST.toMillis())));
        }
    }

    /**
     * What came of it.
     *
     * @param first of the answer, all of it when it is short
     * @param rest what comes behind it
     * @param trouble why nothing came; empty when something did
     * @param times how often it was brought already
     */
    private record Answered(String call, int status, byte[] first, InputStream rest, String trouble, int times)
            implements AutoCloseable {

        static Answered no(String call, String trouble) {
            return new Answered(call, 0, new byte[0], InputStream.nullInputStream(), trouble, 0);
        }

        static Answered of(String call, int status, InputStream body) throws IOException {
            var first = body.readNBytes(SMALL);
            if (first.length == SMALL) {
                return new Answered(call, status, first, body, "", 0);
            }
            body.close();
            return new Answered(call, status, first, InputStream.nullInputStream(), "", 0);
        }

        boolean isShort() {
            return first.length < SMALL;
        }

        BodyPublisher sent() {
            return isShort()
                    ? BodyPublishers.ofByteArray(first)
                    : BodyPublishers.ofInputStream(
                            () -> new SequenceInputStream(new ByteArrayInputStream(first), rest));
        }

        Map<String, String> said() {
            return trouble.isEmpty()
                    ? Map.of("Tongqu-Call", call, "Tongqu-Status", String.valueOf(status))
                    : Map.of("Tongqu-Call", call, "Tongqu-Trouble", trouble);
        }

        @Override
        public void close() throws IOException {
            rest.close();
        }
    }

    private void work() throws InterruptedException {
        Optional<Answered> answer = Optional.empty();
        while (!isClosed) {
            int left = idle.incrementAndGet();
            Optional<Question> question;
            try {
                question = next(answer);
            } catch (IOException away) {
                answer = again(answer, away);
                continue;
            } finally {
                left = idle.decrementAndGet();
            }
            if (question.isPresent() && left == 0) {
                begin();
            } else if (question.isEmpty() && answer.isEmpty() && all.get() > FEWEST) {
                return;
            }
            answer = question.map(this::ask);
        }
    }

    /**
     * What is brought after a line broke: a short answer once more, since somebody waits for it; of a long one that it broke
     * off.
     */
    private Optional<Answered> again(Optional<Answered> answer, IOException away) throws InterruptedException {
        if (answer.isEmpty() || answer.get().times() > 0) {
            standing.isAway(clock.instant(), String.valueOf(away.getMessage()));
            Thread.sleep(AGAIN);
            return Optional.empty();
        }
        var given = answer.get();
        var wanted = given.isShort() ? given : Answered.no(given.call(), "broken-off");
        return Optional.of(new Answered(
                wanted.call(), wanted.status(), wanted.first(), wanted.rest(), wanted.trouble(), given.times() + 1));
    }

    private Optional<Question> next(Optional<Answered> answer) throws IOException {
        try (var given = answer.orElse(null)) {
            var called = given == null
                    ? line.get().centre().call(Map.of(), BodyPublishers.noBody())
                    : line.get().centre().call(given.said(), given.sent());
            return switch (called) {
                case Outcome.Refused<Datum, Centre.No>(var no) -> {
                    standing.trouble(clock.instant(), "", no.reason(), no.detail());
                    throw new IOException(no.reason());
                }
                case Outcome.Done<Datum, Centre.No>(var asked) ->
                    asked.text("call").isPresent() ? Optional.of(Question.read(asked)) : Optional.empty();
            };
        }
    }

    private Answered ask(Question question) {
        try {
            var address = URI.create(question.address());
            var offered = Offered.find(home.offered(), address);
            if (offered.isEmpty()) {
                standing.trouble(clock.instant(), "", "not-offered", String.valueOf(address.getHost()));
                return Answered.no(question.call(), "not-offered");
            }
            var response = department.send(request(question, address, offered.get()), BodyHandlers.ofInputStream());
            var answer = Answered.of(question.call(), response.statusCode(), response.body());
            standing.asked();
            return answer;
        } catch (HttpTimeoutException late) {
            return Answered.no(question.call(), "late");
        } catch (IOException | IllegalArgumentException unreachable) {
            standing.trouble(
                    clock.instant(),
                    "",
                    "interface-unreachable",
                    question.address().replaceFirst("^([a-z]+://[^/]*).*", "$1"));
            return Answered.no(question.call(), "unreachable");
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
            return Answered.no(question.call(), "unreachable");
        }
    }

    private static HttpRequest request(Question question, URI address, Offered offered) {
        var request = HttpRequest.newBuilder(address).timeout(question.patience());
        if (question.method().equals("POST")) {
            request.POST(BodyPublishers.ofString(question.body(), UTF_8));
        }
        question.headers().forEach((name, value) -> {
            if (!OF_THE_WIRE.contains(name.toLowerCase(java.util.Locale.ROOT))) {
                request.setHeader(name, value);
            }
        });
        if (!offered.header().isEmpty()) {
            request.setHeader(offered.header(), offered.secret());
        }
        return request.build();
    }

    @Override
    public void close() {
        isClosed = true;
        waiting.forEach(Thread::interrupt);
        department.shutdownNow();
    }
}
