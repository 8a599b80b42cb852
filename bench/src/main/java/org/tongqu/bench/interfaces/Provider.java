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

/**
 * A department's server that answers at once, as much as it is asked for by {@code ?size=}.
 *
 * <p>The server of the JDK waits 40 ms for more to send unless it is told not to, and keeps for every connection room for
 * twice the largest part it ever sent: whole answers of 10 MB would be measured as halts of the program beside it.
 */
final class Provider implements AutoCloseable {

    private static final int PART = 16 * 1024;

    static {
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

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
                for (int at = 0; at < answer.length; at += PART) {
                    asked.getResponseBody().write(answer, at, Math.min(PART, answer.length - at));
                }
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
