package org.tongqu.bench.interfaces;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A department's server that answers at once, as much as it is asked for by {@code ?size=}. */
final class Provider implements AutoCloseable {

    private final HttpServer server;
    private final Map<String, byte[]> answers = Mix.sizes().stream()
            .collect(Collectors.toMap(size -> "size=" + size, (Function<Integer, byte[]>) Mix::answer));

    Provider() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/people", asked -> {
            try (asked) {
                asked.getRequestBody().readAllBytes();
                var answer = answers.getOrDefault(asked.getRequestURI().getQuery(), new byte[] {'[', ']'});
                asked.getResponseHeaders().set("Content-Type", "application/json");
                asked.sendResponseHeaders(200, answer.length);
                asked.getResponseBody().write(answer);
            }
        });
        server.start();
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/people");
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
