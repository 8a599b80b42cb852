package org.tongqu.exchange.binlog;

import static java.nio.charset.StandardCharsets.UTF_8;

/** A place in the files of one server's log, for servers whose transactions have no numbers: {@code file/position/server}. */
final class FilePosition implements Progress {

    private static final String BETWEEN = "/";
    private static final int BEFORE_NAME = 8;

    private final String server;
    private String file;
    private long position;
    private long seen;

    /** @param server its own name for itself, since files of another one are called the same */
    FilePosition(String file, long position, String server) {
        this.file = file;
        this.position = position;
        this.seen = position;
        this.server = server;
    }

    static boolean isOne(String text) {
        return text.contains(BETWEEN);
    }

    static FilePosition of(String text) {
        var parts = text.split(BETWEEN, -1);
        return new FilePosition(parts[0], Long.parseLong(parts[1]), parts[2]);
    }

    String file() {
        return file;
    }

    long position() {
        return position;
    }

    String server() {
        return server;
    }

    @Override
    public void see(LogEvent event) {
        if (event.type() == LogEvent.ROTATE) {
            var body = event.body();
            file = new String(body, BEFORE_NAME, body.length - BEFORE_NAME, UTF_8);
            position = LogBytes.little(body, 0, BEFORE_NAME);
            seen = position;
        } else if (event.next() > 0) {
            seen = event.next();
        }
    }

    @Override
    public void reach() {
        position = seen;
    }

    @Override
    public String toString() {
        return file + BETWEEN + position + BETWEEN + server;
    }
}
