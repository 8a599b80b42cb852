package org.tongqu.exchange._support;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import org.tongqu.engines.exchanges.Flow;
import org.tongqu.engines.packs.reading.ExchangeReader;
import org.tongqu.exchange.Login;
import org.tongqu.exchange.source.MissingDriver;
import org.tongqu.exchange.source.SourceTable;
import org.tongqu.exchange.source.Sources;
import org.tongqu.exchange.table.Mode;
import org.tongqu.exchange.table.TableExchange;
import org.tongqu.kernel.Outcome;

/** A program that runs one flow to its end, so that a test can kill it on the way. */
public final class RunsAFlow {

    private RunsAFlow() {}

    /** @param arguments the file of the flow; the url and the user of the source, then of the target; passwords come by the environment */
    public static void main(String[] arguments) throws Exception {
        var flow = flow(Files.readAllBytes(Path.of(arguments[0])));
        var source = new Login(arguments[1], arguments[2], System.getenv("SOURCE_PASSWORD"));
        var target = new Login(arguments[3], arguments[4], System.getenv("TARGET_PASSWORD"));
        while (!run(flow, source, target)) {
            Thread.onSpinWait();
        }
    }

    /** {@code false} while the server still holds the lock of a program that was killed. */
    private static boolean run(Flow flow, Login source, Login target) throws SQLException {
        return new TableExchange(flow, source(flow, source), target, Instant::now).run(Mode.FULL, () -> true)
                instanceof Outcome.Done;
    }

    /** Starts this program in a process of its own. */
    public static Process start(Path flow, Login source, Login target) throws IOException {
        return start(RunsAFlow.class, flow, source, target);
    }

    static Process start(Class<?> program, Path flow, Login source, Login target) throws IOException {
        var builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-Xmx128m",
                "-cp",
                System.getProperty("java.class.path"),
                program.getName(),
                flow.toString(),
                source.url(),
                source.user(),
                target.url(),
                target.user());
        builder.environment().put("SOURCE_PASSWORD", source.password());
        builder.environment().put("TARGET_PASSWORD", target.password());
        return builder.redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    /** By the connector the flow names. */
    public static SourceTable source(Flow flow, Login login) throws SQLException {
        return switch (Sources.open(flow, login)) {
            case Outcome.Done<SourceTable, ?>(var source) -> source;
            case Outcome.Refused<SourceTable, MissingDriver>(var missing) -> throw new AssertionError(missing);
        };
    }

    public static Flow flow(byte[] yaml) {
        return switch (ExchangeReader.read("exchanges/test.yaml", yaml)) {
            case Outcome.Done<Flow, ?>(var flow) -> flow;
            case Outcome.Refused<Flow, ?>(var problems) -> throw new AssertionError(problems);
        };
    }
}
