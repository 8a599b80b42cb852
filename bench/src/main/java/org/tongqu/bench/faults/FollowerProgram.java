package org.tongqu.bench.faults;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tongqu.engines.exchanges.Flow;
import org.tongqu.exchange.Login;
import org.tongqu.exchange.table.ChangeFollower;
import org.tongqu.kernel.Outcome;

/** Follows the changes of a table until it is killed; when a database is away, it tries again. */
public final class FollowerProgram {

    private static final Logger LOG = LoggerFactory.getLogger(FollowerProgram.class);
    private static final Duration BEFORE_ANOTHER_TRY = Duration.ofMillis(200);

    private FollowerProgram() {}

    /** @param arguments addresses of source and target, each with its user */
    public static void main(String[] arguments) throws Exception {
        var source = new Login(arguments[0], arguments[1], System.getenv("SOURCE_PASSWORD"));
        var target = new Login(arguments[2], arguments[3], System.getenv("TARGET_PASSWORD"));
        var flow = CentreProgram.flow("faults-followed.yaml");
        while (true) {
            follow(flow, source, target);
            LockSupport.parkNanos(BEFORE_ANOTHER_TRY.toNanos());
        }
    }

    private static void follow(Flow flow, Login source, Login target) {
        try {
            var outcome = new ChangeFollower(flow, source, target, Instant::now, (committed, changes) -> {})
                    .follow(() -> true);
            if (outcome instanceof Outcome.Refused<?, ?>(var refusal)) {
                LOG.error("The following is refused: {}", refusal);
            }
        } catch (SQLException away) {
            LOG.info("A database is away", away);
        }
    }
}
