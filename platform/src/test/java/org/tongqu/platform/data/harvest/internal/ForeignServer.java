package org.tongqu.platform.data.harvest.internal;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;

/** Somebody else's server, that does what it is told, good or bad, and remembers what it was asked. */
final class ForeignServer implements AutoCloseable {

    /** What it does with a request. */
    interface Doing {
        void answer(HttpExchange asked) throws IOException;
    }

    private final HttpServer server;
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private volatile Doing doing;

    ForeignServer(Doing doing) {
        this.doing = doing;
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", asked -> {
            try (asked) {
                requests.add(asked.getRequestURI().toString());
                this.doing.answer(asked);
            }
        });
        server.start();
    }

    String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    List<String> requests() {
        return requests;
    }

    void does(Doing other) {
        doing = other;
    }

    static void answer(HttpExchange asked, String type, String body) throws IOException {
        answer(asked, type, body.getBytes(StandardCharsets.UTF_8));
    }

    static void answer(HttpExchange asked, String type, byte[] body) throws IOException {
        asked.getResponseHeaders().set("Content-Type", type);
        asked.sendResponseHeaders(200, body.length);
        asked.getResponseBody().write(body);
    }

    /** Says that more comes than does. */
    static void breakOff(HttpExchange asked, byte[] body) throws IOException {
        asked.sendResponseHeaders(200, body.length);
        asked.getResponseBody().write(body, 0, body.length / 2);
        asked.getResponseBody().flush();
        throw new IOException("the line breaks");
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
