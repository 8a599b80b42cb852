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
import org.tongqu.kernel.data.Datum;
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
    private final long largest;

    Providers(Addresses addresses, Environment environment) {
        this.addresses = addresses;
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
                case CONSUMER_GONE -> breaker.withdrawn(System.nanoTime());
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

    private Read exchange(Question question, Reading reading) {
        var patience = question.endpoint().limits().time();
        var began = System.nanoTime();
        var response = send(request(question), patience);
        var waited = System.nanoTime() - began;
        try (var stream = new ProviderStream(response.body(), largest, patience.toNanos(), waited)) {
            check(response);
            if (response.statusCode() == NO_CONTENT) {
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

    private static void check(HttpResponse<?> response) {
        var status = response.statusCode();
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

    private static HttpRequest request(Question question) {
        var endpoint = question.endpoint();
        var target = endpoint.target();
        var address = DeclarationCheck.IN_BRACES
                .matcher(target.address())
                .replaceAll(name -> encoded(question.parameters().getOrDefault(name.group(1), "")));
        var beside = endpoint.parameters().stream()
                .filter(parameter -> question.parameters().containsKey(parameter.name())
                        && !target.address().contains("{" + parameter.name() + "}"))
                .toList();
        var request = HttpRequest.newBuilder().timeout(endpoint.limits().time());
        switch (target.method()) {
            case GET -> {
                var query = beside.stream()
                        .map(one -> one.name() + "=" + encoded(value(question, one)))
                        .collect(Collectors.joining("&"));
                request.uri(URI.create(query.isEmpty() ? address : address + "?" + query))
                        .GET();
            }
            case POST -> {
                var body = Datum.empty();
                for (var one : beside) {
                    var value = value(question, one);
                    body = body.with(
                            one.name(), one.kind() == Kind.INTEGER ? Datum.of(Long.parseLong(value)) : Datum.of(value));
                }
                request.uri(URI.create(address))
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(body.canonical()));
            }
        }
        request.header("Accept", "application/json");
        question.headers().forEach(request::header);
        if (!question.credential().isEmpty()) {
            target.credentialHeader().ifPresent(header -> request.setHeader(header, question.credential()));
        }
        return request.build();
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
