package org.tongqu.platform.data.interfaces.internal;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;
import org.tongqu.kernel.Outcome;
import org.tongqu.kernel.data.Datum;
import org.tongqu.platform.data.exchange.NodeLines;
import org.tongqu.platform.data.exchange.Reason;
import org.tongqu.platform.data.interfaces.BreakerState;
import org.tongqu.platform.data.interfaces.CallRefusal;
import org.tongqu.platform.data.interfaces.CallRefusal.Why;
import org.tongqu.platform.data.interfaces.Endpoint;
import org.tongqu.platform.data.interfaces.Endpoint.Kind;

/** Asks providers over the wire: where they declared and nowhere else, as long as they may take, and not while they rest. */
@Component
public class Providers implements DisposableBean {

    private static final int OK = 200;
    private static final int NO_CONTENT = 204;
    private static final int AT_ONCE = 200;
    private static final Duration LOOKS_EVERY = Duration.ofMillis(50);
    private static final Duration SOON = Duration.ofSeconds(1);

    private final HttpClient client = HttpClient.newBuilder()
            .followRedirects(Redirect.NEVER)
            .proxy(HttpClient.Builder.NO_PROXY)
            .version(Version.HTTP_1_1)
            .build();
    private final Map<String, Breaker> breakers = new ConcurrentHashMap<>();
    private final Map<String, Semaphore> rooms = new ConcurrentHashMap<>();
    private final Set<ProviderStream> live = ConcurrentHashMap.newKeySet();
    private final ScheduledExecutorService watch = Executors.newSingleThreadScheduledExecutor(
            task -> Thread.ofPlatform().daemon().name("provider-watch").unstarted(task));
    private final Addresses addresses;
    private final NodeLines nodes;
    private final long largest;

    Providers(Addresses addresses, NodeLines nodes, Environment environment) {
        this.addresses = addresses;
        this.nodes = nodes;
        this.largest = environment
                .getProperty("tongqu.interfaces.largest-answer", DataSize.class, DataSize.ofMegabytes(256))
                .toBytes();
        watch.scheduleAtFixedRate(this::hasten, LOOKS_EVERY.toMillis(), LOOKS_EVERY.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void hasten() {
        var now = System.nanoTime();
        live.forEach(stream -> stream.hasten(now));
    }

    /** What is done with an answer. */
    interface Reading {

        /** @return how many records it had */
        long read(InputStream answer);

        /** @return how many records an answer without content has */
        long none();
    }

    /** How it went. @param provider how long was waited for the provider */
    record Read(long records, Duration provider) {}

    /** What is asked. @param headers what the provider is told of the caller */
    record Question(
            Endpoint endpoint, String credential, Map<String, String> parameters, Map<String, String> headers) {}

    BreakerState state(String endpoint) {
        var breaker = breakers.get(endpoint);
        return breaker == null ? BreakerState.CLOSED : breaker.state();
    }

    /** @throws Failed when nobody answers, or not as it should be */
    Read ask(Question question, Reading reading) {
        var endpoint = question.endpoint();
        var breaker = breakers.computeIfAbsent(endpoint.id(), id -> new Breaker());
        var room = rooms.computeIfAbsent(endpoint.id(), id -> new Semaphore(AT_ONCE));
        if (!room.tryAcquire()) {
            throw new Failed(CallRefusal.of(Why.BUSY).again(SOON));
        }
        try {
            var rest = breaker.rests(System.nanoTime());
            if (rest.isPresent()) {
                throw new Failed(CallRefusal.of(Why.RESTING).again(rest.get()));
            }
            return judged(breaker, question, reading);
        } finally {
            room.release();
        }
    }

    private Read judged(Breaker breaker, Question question, Reading reading) {
        var isJudged = false;
        try {
            var read = exchange(question, reading);
            breaker.succeeded();
            isJudged = true;
            return read;
        } catch (Failed failed) {
            switch (failed.refusal().why()) {
                case TIMED_OUT, UNREACHABLE, BROKEN_OFF, PROVIDER_FAILED -> breaker.failed(System.nanoTime());
                case CONSUMER_GONE, NODE_AWAY -> breaker.withdrawn(System.nanoTime());
                default -> breaker.succeeded();
            }
            isJudged = true;
            throw failed;
        } finally {
            if (!isJudged) {
                breaker.withdrawn(System.nanoTime());
            }
        }
    }

    /** What came back. */
    private record Came(int status, InputStream body, Runnable whenRead) implements AutoCloseable {
        @Override
        public void close() {
            whenRead.run();
        }
    }

    private Read exchange(Question question, Reading reading) {
        var patience = question.endpoint().limits().time();
        var began = System.nanoTime();
        try (var came = asked(question, patience)) {
            return read(came, patience, System.nanoTime() - began, reading);
        }
    }

    private Came asked(Question question, Duration patience) {
        var wanted = wanted(question);
        var via = question.endpoint().target().via();
        if (via.isPresent()) {
            return byNode(via.get(), wanted, patience);
        }
        var response = send(request(wanted, patience), patience);
        return new Came(response.statusCode(), response.body(), () -> {});
    }

    private Came byNode(String system, NodeLines.Question wanted, Duration patience) {
        try {
            return switch (nodes.ask(system, wanted, patience)) {
                case Outcome.Done<NodeLines.Answer, Reason>(var answer) ->
                    new Came(answer.status(), answer.body(), answer::close);
                case Outcome.Refused<NodeLines.Answer, Reason>(var why) ->
                    throw new Failed(
                            switch (why.code()) {
                                case "node-away" ->
                                    CallRefusal.of(Why.NODE_AWAY, system).again(SOON);
                                case "node-busy" -> CallRefusal.of(Why.BUSY).again(SOON);
                                case "late" -> late(patience);
                                case "broken-off" -> CallRefusal.of(Why.BROKEN_OFF);
                                case "not-offered" -> CallRefusal.of(Why.NOT_OFFERED, system);
                                default -> CallRefusal.of(Why.UNREACHABLE);
                            });
            };
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Failed(CallRefusal.of(Why.UNREACHABLE));
        }
    }

    private Read read(Came came, Duration patience, long waited, Reading reading) {
        try (var stream = new ProviderStream(came.body(), largest, patience.toNanos(), waited)) {
            check(came.status());
            if (came.status() == NO_CONTENT) {
                return new Read(reading.none(), Duration.ofNanos(waited));
            }
            live.add(stream);
            try {
                var records = reading.read(stream);
                return new Read(records, Duration.ofNanos(stream.spent()));
            } catch (RuntimeException broken) {
                throw stream.isLate() ? new Failed(late(patience)) : broken;
            } finally {
                live.remove(stream);
            }
        } catch (IOException unlikely) {
            throw new Failed(CallRefusal.of(Why.BROKEN_OFF));
        }
    }

    private HttpResponse<InputStream> send(HttpRequest request, Duration patience) {
        try {
            if (!addresses.isAllowed(request.uri())) {
                throw new Failed(CallRefusal.of(Why.ADDRESS_REFUSED));
            }
            return client.send(request, BodyHandlers.ofInputStream());
        } catch (HttpTimeoutException late) {
            throw new Failed(late(patience));
        } catch (UnknownHostException unknown) {
            throw new Failed(CallRefusal.of(Why.UNREACHABLE));
        } catch (IOException broken) {
            throw new Failed(CallRefusal.of(Why.UNREACHABLE));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Failed(CallRefusal.of(Why.UNREACHABLE));
        }
    }

    private static CallRefusal late(Duration patience) {
        return CallRefusal.of(Why.TIMED_OUT, String.valueOf(patience.toMillis()));
    }

    private static void check(int status) {
        var said = String.valueOf(status);
        switch (status / 100) {
            case 2 -> {
                if (status != OK && status != NO_CONTENT) {
                    throw new Failed(CallRefusal.of(Why.PROVIDER_REFUSED, said));
                }
            }
            case 3 -> throw new Failed(CallRefusal.of(Why.REDIRECTED, said));
            case 4 -> throw new Failed(CallRefusal.of(Why.PROVIDER_REFUSED, said));
            default -> throw new Failed(CallRefusal.of(Why.PROVIDER_FAILED, said));
        }
    }

    private static HttpRequest request(NodeLines.Question wanted, Duration patience) {
        var request = HttpRequest.newBuilder(wanted.address()).timeout(patience);
        if (wanted.method().equals("POST")) {
            request.POST(BodyPublishers.ofString(wanted.body()));
        }
        wanted.headers().forEach(request::setHeader);
        return request.build();
    }

    /** What is asked at the department's, whoever asks. */
    private static NodeLines.Question wanted(Question question) {
        var endpoint = question.endpoint();
        var target = endpoint.target();
        var address = DeclarationCheck.IN_BRACES
                .matcher(target.address())
                .replaceAll(name -> encoded(question.parameters().getOrDefault(name.group(1), "")));
        var beside = endpoint.parameters().stream()
                .filter(parameter -> question.parameters().containsKey(parameter.name())
                        && !target.address().contains("{" + parameter.name() + "}"))
                .toList();
        Map<String, String> headers = new LinkedHashMap<>(question.headers());
        headers.put("Accept", "application/json");
        if (!question.credential().isEmpty()) {
            target.credentialHeader().ifPresent(header -> headers.put(header, question.credential()));
        }
        return switch (target.method()) {
            case GET -> {
                var query = beside.stream()
                        .map(one -> one.name() + "=" + encoded(value(question, one)))
                        .collect(Collectors.joining("&"));
                yield new NodeLines.Question(
                        "GET", URI.create(query.isEmpty() ? address : address + "?" + query), headers, "");
            }
            case POST -> {
                var body = Datum.empty();
                for (var one : beside) {
                    var value = value(question, one);
                    body = body.with(
                            one.name(), one.kind() == Kind.INTEGER ? Datum.of(Long.parseLong(value)) : Datum.of(value));
                }
                headers.put("Content-Type", "application/json");
                yield new NodeLines.Question("POST", URI.create(address), headers, body.canonical());
            }
        };
    }

    private static String value(Question question, Endpoint.Parameter parameter) {
        return question.parameters().getOrDefault(parameter.name(), "");
    }

    /** A value is one word of the address whatever stands in it. */
    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
    }

    @Override
    public void destroy() {
        watch.shutdownNow();
        client.shutdownNow();
    }
}
