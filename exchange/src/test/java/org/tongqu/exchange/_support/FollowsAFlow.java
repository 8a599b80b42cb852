package org.tongqu.exchange._support;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import org.tongqu.engines.exchanges.Flow;
import org.tongqu.exchange.Login;
import org.tongqu.exchange.table.ChangeFollower;

/** A program that follows changes until it is killed. */
public final class FollowsAFlow {

    private FollowsAFlow() {}

    /** @param arguments the file of the flow; the url and the user of the source, then of the target */
    public static void main(String[] arguments) throws Exception {
        var flow = RunsAFlow.flow(Files.readAllBytes(Path.of(arguments[0])));
        var source = new Login(arguments[1], arguments[2], System.getenv("SOURCE_PASSWORD"));
        var target = new Login(arguments[3], arguments[4], System.getenv("TARGET_PASSWORD"));
        while (!hasEnded(flow, source, target)) {
            Thread.onSpinWait();
        }
    }

    /** Never, but for servers that still hold the place of a program that was killed. */
    private static boolean hasEnded(Flow flow, Login source, Login target) {
        try {
            new ChangeFollower(flow, source, target, Instant::now, (committed, changes) -> {}).follow(() -> true);
            return false;
        } catch (SQLException notYet) {
            return false;
        }
    }

    public static Process start(Path flow, Login source, Login target) throws IOException {
        return RunsAFlow.start(FollowsAFlow.class, flow, source, target);
    }
}
