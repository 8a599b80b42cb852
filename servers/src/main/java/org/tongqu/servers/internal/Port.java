package org.tongqu.servers.internal;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;

/** The port of the server: any free one, and the same again at the next start while it stays free. */
final class Port {

    private Port() {}

    static int remembered(Path data) throws IOException {
        Path file = data.resolve("store.port");
        int port = known(file);
        if (port == 0 || !isFree(port)) {
            port = free();
            Files.writeString(file, Integer.toString(port));
        }
        return port;
    }

    private static int known(Path file) throws IOException {
        if (!Files.exists(file)) {
            return 0;
        }
        String text = Files.readString(file).strip();
        return text.matches("[1-9][0-9]{3,4}") ? Integer.parseInt(text) : 0;
    }

    private static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.isBound();
        } catch (IOException | IllegalArgumentException e) {
            return false;
        }
    }

    private static int free() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
