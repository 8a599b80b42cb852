package org.tongqu.platform.data.exchange;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** A line between a node and the centre that can be cut, mended and made slow. */
final class Relay implements AutoCloseable {

    /** Little is under way at once, so that what is slow is the line. */
    private static final int PIECE = 16 << 10;

    private final int port;
    private final ServerSocket server;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final AtomicLong carried = new AtomicLong();
    private volatile boolean isCut;
    private volatile long bytesASecond = Long.MAX_VALUE;

    Relay(int port) throws IOException {
        this.port = port;
        this.server = new ServerSocket();
        server.setReceiveBufferSize(PIECE);
        server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        Thread.ofVirtual().start(this::accept);
    }

    String address() {
        return "https://localhost:" + server.getLocalPort();
    }

    /** Bytes that went from the centre to the node. */
    long carried() {
        return carried.get();
    }

    void slow(long toBytesASecond) {
        bytesASecond = toBytesASecond;
    }

    void cut() {
        isCut = true;
        open.forEach(Relay::end);
    }

    void mend() {
        isCut = false;
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                var node = server.accept();
                if (isCut) {
                    end(node);
                    continue;
                }
                var centre = new Socket();
                centre.setReceiveBufferSize(PIECE);
                centre.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
                open.add(node);
                open.add(centre);
                Thread.ofVirtual().start(() -> carry(node, centre, new AtomicLong()));
                Thread.ofVirtual().start(() -> carry(centre, node, carried));
            } catch (IOException closedOrAway) {
                continue;
            }
        }
    }

    private void carry(Socket from, Socket to, AtomicLong count) {
        var piece = new byte[PIECE];
        try (InputStream in = from.getInputStream();
                OutputStream out = to.getOutputStream()) {
            for (int read = in.read(piece); read >= 0; read = in.read(piece)) {
                out.write(piece, 0, read);
                count.addAndGet(read);
                new CompletableFuture<Void>()
                        .completeOnTimeout(null, read * 1_000_000_000L / bytesASecond, TimeUnit.NANOSECONDS)
                        .join();
            }
        } catch (IOException ended) {
            isCut |= server.isClosed();
        } finally {
            end(from);
            end(to);
        }
    }

    private static void end(Socket socket) {
        try {
            socket.close();
        } catch (IOException ended) {
            throw new java.io.UncheckedIOException(ended);
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
        cut();
    }
}
