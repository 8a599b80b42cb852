package org.tongqu.exchange.binlog;

import com.github.shyiko.mysql.binlog.BinaryLogClient;
import com.github.shyiko.mysql.binlog.event.Event;
import com.github.shyiko.mysql.binlog.event.EventHeaderV4;
import com.github.shyiko.mysql.binlog.event.EventType;
import com.github.shyiko.mysql.binlog.event.deserialization.ChecksumType;
import com.github.shyiko.mysql.binlog.event.deserialization.EventDeserializer;
import com.github.shyiko.mysql.binlog.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.tongqu.exchange.Login;

/**
 * A connection to a server's log: the client reads events in a thread of its own as long as there is room for them.
 * Since the server is asked to say every few seconds that it is there, a line that is dead is noticed.
 */
final class LogConnection implements AutoCloseable {

    private static final Duration HEARTBEAT = Duration.ofSeconds(5);
    private static final Duration SILENCE = Duration.ofSeconds(30);
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration A_MOMENT = Duration.ofMillis(50);

    /** In kilobytes; a larger event waits until it is alone. */
    private static final int ROOM = 16 << 10;

    /** Says each connection with its place otherwise. Held here, since the level goes with the logger. */
    private static final Logger CHATTER = Logger.getLogger(BinaryLogClient.class.getName());

    static {
        CHATTER.setLevel(Level.SEVERE);
    }

    private final BinaryLogClient client;
    private final Queue<LogEvent> events = new ConcurrentLinkedQueue<>();
    private final Semaphore room = new Semaphore(ROOM);
    private final Thread thread;
    private volatile @Nullable Exception end;
    private volatile boolean isClosed;

    private LogConnection(BinaryLogClient client) {
        this.client = client;
        this.thread = Thread.ofPlatform().daemon().name("exchange-binlog").unstarted(this::run);
    }

    /**
     * @param replica a number no other replica of the server has; one that still holds it is sent away
     * @param from where to go on
     */
    static LogConnection open(Login login, long replica, Progress from) throws SQLException {
        var address = ServerAddress.of(login.url());
        var client = new BinaryLogClient(address.host(), address.port(), login.user(), login.password());
        client.setSSLMode(address.ssl());
        client.setServerId(replica);
        if (from instanceof FilePosition place) {
            client.setBinlogFilename(place.file());
            client.setBinlogPosition(place.position());
        } else {
            client.setGtidSet(from.toString());
        }
        client.setKeepAlive(false);
        client.setHeartbeatInterval(HEARTBEAT.toMillis());
        client.setConnectTimeout(PATIENCE.toMillis());
        client.setSocketFactory(LogConnection::impatientSocket);
        var connection = new LogConnection(client);
        client.setEventDeserializer(connection.new Whole());
        client.registerEventListener(event -> connection.take(event.getData()));
        client.registerLifecycleListener(connection.new Ends());
        connection.thread.start();
        return connection;
    }

    /** A server that says nothing at all for so long is gone. */
    private static Socket impatientSocket() throws SocketException {
        var socket = new Socket();
        socket.setSoTimeout(Math.toIntExact(SILENCE.toMillis()));
        return socket;
    }

    private void run() {
        try {
            if (isClosed) {
                return;
            }
            client.connect();
            ended(new IOException("The server ended the line"));
        } catch (IOException | RuntimeException e) {
            ended(e);
        }
    }

    private void ended(Exception why) {
        if (end == null) {
            end = why;
        }
    }

    private void take(LogEvent event) {
        if (isClosed) {
            return;
        }
        try {
            room.acquire(size(event));
            events.add(event);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            ended(e);
        }
    }

    private static int size(LogEvent event) {
        return Math.min(ROOM, 1 + (event.body().length >> 10));
    }

    /** The next event, if one is there. A line that ended says so behind the last one. */
    @Nullable
    LogEvent poll() throws LogEnded {
        var why = end;
        var event = events.poll();
        if (event != null) {
            room.release(size(event));
            return event;
        }
        if (why != null) {
            throw new LogEnded(why);
        }
        return null;
    }

    @Override
    public void close() throws SQLException {
        isClosed = true;
        // The library may swallow the interruption: whoever waits for room gets it, so that the line can end.
        room.release(ROOM);
        thread.interrupt();
        try {
            do {
                // Once is not enough for a line that is only just being made.
                client.disconnect();
                thread.join(A_MOMENT);
            } while (thread.isAlive());
        } catch (IOException e) {
            throw new SQLException("The line to the log does not close", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Hands events over as they lie in the log; the client itself need not understand them. */
    private final class Whole extends EventDeserializer {

        private static final int CHECKSUM = 4;
        private int checksum;

        /** Agreed on before the first event, and said anew at the beginning of each file. */
        @Override
        public void setChecksumType(ChecksumType agreed) {
            checksum = agreed.getLength();
        }

        @Override
        public @Nullable Event nextEvent(ByteArrayInputStream stream) throws IOException {
            if (stream.peek() == -1) {
                return null;
            }
            var header = stream.read(LogEvent.HEADER);
            var type = header[4] & 0xff;
            var length = (int) LogBytes.little(header, 9, 4) - LogEvent.HEADER;
            var body = stream.read(length);
            if (type == LogEvent.FORMAT) {
                checksum = body[length - CHECKSUM - 1] == 1 ? CHECKSUM : 0;
            }
            var carrier = new EventHeaderV4();
            carrier.setEventType(EventType.IGNORABLE);
            var event = new LogEvent(
                    type,
                    LogBytes.little(header, 0, 4),
                    LogBytes.little(header, 5, 4),
                    LogBytes.little(header, 13, 4),
                    Arrays.copyOf(body, length - checksum));
            return new Event(carrier, event);
        }
    }

    private final class Ends extends BinaryLogClient.AbstractLifecycleListener {

        @Override
        public void onCommunicationFailure(BinaryLogClient broken, Exception why) {
            if (!isClosed) {
                ended(why);
            }
        }

        @Override
        public void onEventDeserializationFailure(BinaryLogClient broken, Exception why) {
            ended(why);
        }
    }
}
