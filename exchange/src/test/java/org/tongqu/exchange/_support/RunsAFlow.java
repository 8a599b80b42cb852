package org.tongqu.exchange._support;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import org.tongqu.engines.exchanges.Flow;
import org.tongqu.engines.packs.reading.ExchangeReader;
import org.tongqu.exchange.Login;
import org.tongqu.exchange.source.PostgresSource;
import org.tongqu.exchange.table.Mode;
import org.tongqu.exchange.table.TableExchange;
import org.tongqu.kernel.Outcome;

/** A program that runs one flow to its end, so that a test can kill it on the way. */
public final class RunsAFlow {

    private RunsAFlow() {}

    /** @param arguments the file of the flow, the source's url, the target's url, the user; the password comes by the environment */
    public static void main(String[] arguments) throws Exception {
        var flow = flow(Files.readAllBytes(Path.of(arguments[0])));
        var password = System.getenv("PGPASSWORD");
        var source = new Login(arguments[1], arguments[3], password);
        var target = new Login(arguments[2], arguments[3], password);
        while (!run(flow, source, target)) {
            Thread.onSpinWait();
        }
    }

    /** {@code false} while the server still holds the lock of a program that was killed. */
    private static boolean run(Flow flow, Login source, Login target) throws SQLException {
        return new TableExchange(flow, PostgresSource.of(flow, source), target, Instant::now).run(Mode.FULL, () -> true)
                instanceof Outcome.Done;
    }

    public static Flow flow(byte[] yaml) {
        return switch (ExchangeReader.read("exchanges/test.yaml", yaml)) {
            case Outcome.Done<Flow, ?>(var flow) -> flow;
            case Outcome.Refused<Flow, ?>(var problems) -> throw new AssertionError(problems);
        };
    }
}
