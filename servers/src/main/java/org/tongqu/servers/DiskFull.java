package org.tongqu.servers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** Recognises a full disk in whatever reported it, and says so plainly. */
public final class DiskFull {

    private static final String SQL_STATE = "53100";
    private static final int DEPTH = 20;

    private DiskFull() {}

    /** As {@link #explained(Path, RuntimeException)}, for a folder known by its name. */
    public static RuntimeException explained(String folder, RuntimeException failure) {
        return explained(Path.of(folder).toAbsolutePath(), failure);
    }

    /** The same failure, or the plain sentence when a full disk is behind it. */
    public static RuntimeException explained(Path folder, RuntimeException failure) {
        if (failure instanceof CannotStart || !isBehind(failure)) {
            return failure;
        }
        return new CannotStart(
                "The disk that holds " + folder + " is full (" + free(folder) + " MB free).",
                "Nothing that was acknowledged is lost. Free at least 2 GB, or choose another folder with --data DIR,"
                        + " and start again.",
                failure);
    }

    public static boolean isIn(@Nullable String text) {
        return text != null
                && (text.contains("No space left on device")
                        || text.contains("Disk quota exceeded")
                        || text.contains("File too large"));
    }

    private static boolean isBehind(Throwable failure) {
        Throwable at = failure;
        for (int depth = 0; at != null && depth < DEPTH; depth++) {
            if (isIn(at.getMessage()) || (at instanceof SQLException sql && SQL_STATE.equals(sql.getSQLState()))) {
                return true;
            }
            at = at.getCause();
        }
        return false;
    }

    private static long free(Path folder) {
        try {
            return Files.getFileStore(folder).getUsableSpace() / (1024 * 1024);
        } catch (IOException e) {
            return 0;
        }
    }
}
