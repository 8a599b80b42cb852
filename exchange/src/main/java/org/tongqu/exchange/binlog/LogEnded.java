package org.tongqu.exchange.binlog;

import com.github.shyiko.mysql.binlog.network.ServerException;
import java.io.Serial;
import java.sql.SQLException;
import java.util.Optional;
import org.tongqu.exchange.feed.FeedRefusal;

/** The line to the log was cut, or the server ended it with a reason. */
final class LogEnded extends SQLException {

    @Serial
    private static final long serialVersionUID = 1;

    private static final int NO_SUCH_PLACE = 1236;
    private static final int NO_RIGHT = 1227;

    LogEnded(Exception why) {
        super("The log cannot be read: " + why.getMessage(), why);
    }

    /** What a person has to do something about; a cut line only needs another one. */
    Optional<FeedRefusal> refusal(String user, String place) {
        if (!(getCause() instanceof ServerException said)) {
            return Optional.empty();
        }
        return switch (said.getErrorCode()) {
            case NO_SUCH_PLACE -> Optional.of(new FeedRefusal.LogGone(place));
            case NO_RIGHT -> Optional.of(new FeedRefusal.MayNotFollow(user, "REPLICATION SLAVE"));
            default -> Optional.empty();
        };
    }
}
