package org.tongqu.bench.exchange;

import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import org.postgresql.PGConnection;
import org.tongqu.exchange.Login;

/** The limit: {@code COPY … | COPY …} in the binary format, nothing looked at on the way. */
final class Pipe {

    private static final int PIECE = 1 << 16;
    private static final byte[] END = new byte[0];

    private Pipe() {}

    static boolean hasPsql() {
        try {
            return new ProcessBuilder("psql", "--version")
                            .redirectErrorStream(true)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Two programs and a pipe, as an administrator does it. */
    static void byPsql(Login source, String out, Login target, String in) throws IOException, InterruptedException {
        together(psql(source, out), psql(target, in));
    }

    static void together(ProcessBuilder reading, ProcessBuilder writing) throws IOException, InterruptedException {
        for (var process : ProcessBuilder.startPipeline(List.of(reading, writing))) {
            if (process.waitFor() != 0) {
                throw new IllegalStateException("A program of the pipe ended with " + process.exitValue());
            }
        }
    }

    static ProcessBuilder psql(Login login, String statement) {
        var builder = new ProcessBuilder(
                "psql", "-X", "-q", "-d", login.url().substring("jdbc:".length()), "-U", login.user(), "-c", statement);
        builder.environment().put("PGPASSWORD", login.password());
        return builder.redirectError(ProcessBuilder.Redirect.INHERIT);
    }

    /** The same in this program, where there is no psql. */
    static void byDriver(Login source, String out, Login target, String in) throws SQLException, InterruptedException {
        BlockingQueue<byte[]> pieces = new ArrayBlockingQueue<>(16);
        try (var from = source.open();
                var to = target.open()) {
            var reading = from.unwrap(PGConnection.class).getCopyAPI().copyOut(out);
            var writing = to.unwrap(PGConnection.class).getCopyAPI().copyIn(in);
            var writer = Thread.ofPlatform().start(() -> {
                try {
                    for (var piece = pieces.take(); piece != END; piece = pieces.take()) {
                        writing.writeToCopy(piece, 0, piece.length);
                    }
                    writing.endCopy();
                } catch (SQLException e) {
                    throw new IllegalStateException(e);
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            });
            var together = new java.io.ByteArrayOutputStream(PIECE * 2);
            for (var row = reading.readFromCopy(); row != null; row = reading.readFromCopy()) {
                together.write(row, 0, row.length);
                if (together.size() > PIECE) {
                    pieces.put(together.toByteArray());
                    together.reset();
                }
            }
            pieces.put(together.toByteArray());
            pieces.put(END);
            writer.join();
        }
    }
}
