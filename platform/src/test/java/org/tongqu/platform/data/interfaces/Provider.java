package org.tongqu.platform.data.interfaces;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;

/** A department's HTTP server that does what it is told, good or bad, and remembers what it was asked. */
final class Provider implements AutoCloseable {

    /** What it does with a request. */
    interface Doing {
        void answer(HttpExchange asked) throws IOException;
    }

    /** One request as it came. */
    record Request(String method, String address, String body, Map<String, List<String>> headers) {}

    private final HttpServer server;
    private final List<Request> requests = new CopyOnWriteArrayList<>();
    private volatile Doing doing = answering("{\"data\":{\"rows\":[]}}");

    Provider() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", asked -> {
            try (asked) {
                var body = new String(asked.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
                requests.add(new Request(
                        asked.getRequestMethod(), asked.getRequestURI().toString(), body, asked.getRequestHeaders()));
                doing.answer(asked);
            }
        });
        server.start();
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    List<Request> requests() {
        return requests;
    }

    void does(Doing other) {
        doing = other;
    }

    static Doing answering(String json) {
        return answering(200, json);
    }

    static Doing answering(int status, String json) {
        return asked -> {
            var bytes = json.getBytes(StandardCharsets.UTF_8);
            asked.getResponseHeaders().set("Content-Type", "application/json");
            asked.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
            asked.getResponseBody().write(bytes);
        };
    }

    static String rows(String... records) {
        return "{\"code\":0,\"data\":{\"total\":" + records.length + ",\"rows\":[" + String.join(",", records) + "]}}";
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
