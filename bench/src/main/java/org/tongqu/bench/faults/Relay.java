package org.tongqu.bench.faults;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A line between two programs that can be cut and made slow: what comes in goes on to the port behind it. */
final class Relay implements AutoCloseable {

    private static final int PIECE = 1 << 16;
    private static final int SLOW_PIECE = 4096;
    private static final Duration SLOW_PAUSE = Duration.ofMillis(20);

    private final ServerSocket door;
    private final int behind;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private volatile boolean isCut;
    private volatile boolean isSlow;

    /** @param behind the port that is called for each caller */
    Relay(int behind) throws IOException {
        this.behind = behind;
        door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().name("line").start(this::take);
    }

    int port() {
        return door.getLocalPort();
    }

    /** Breaks all that is open and lets nobody through until {@link #mend}. */
    void cut() {
        isCut = true;
        open.forEach(Relay::hangUp);
    }

    /** Some 200 kB a second for each that is open until {@link #mend}. */
    void slow() {
        isSlow = true;
    }

    void mend() {
        isCut = false;
        isSlow = false;
    }

    private void take() {
        while (!door.isClosed()) {
            try {
                var caller = door.accept();
                if (isCut) {
                    hangUp(caller);
                } else {
                    Thread.ofVirtual().name("line").start(() -> join(caller));
                }
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void join(Socket caller) {
        var called = new Socket();
        try {
            called.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), behind), 2000);
        } catch (IOException nobodyThere) {
            hangUp(caller);
            hangUp(called);
            return;
        }
        open.add(caller);
        open.add(called);
        if (isCut) {
            cut();
        }
        Thread.ofVirtual().name("line").start(() -> carry(caller, called));
        carry(called, caller);
    }

    private void carry(Socket from, Socket to) {
        try (InputStream in = from.getInputStream();
                OutputStream out = to.getOutputStream()) {
            var piece = new byte[PIECE];
            while (true) {
                var length = in.read(piece, 0, isSlow ? SLOW_PIECE : PIECE);
                if (length < 0) {
                    break;
                }
                if (isSlow) {
                    Thread.sleep(SLOW_PAUSE);
                }
                out.write(piece, 0, length);
                out.flush();
            }
        } catch (IOException broken) {
            // As lines break; whoever talked over it notices.
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        } finally {
            hangUp(from);
            hangUp(to);
        }
    }

    private static void hangUp(Socket one) {
        try {
            one.close();
        } catch (IOException gone) {
            // It is closed either way.
        }
    }

    @Override
    public void close() throws IOException {
        door.close();
        cut();
    }
}
