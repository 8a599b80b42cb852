package org.tongqu.scale;

import java.sql.DriverManager;
import java.sql.SQLException;

/** Makes the driver known to the classes of this job: a worker may have had another job's before. */
final class Drivers {

    private static boolean isKnown;

    private Drivers() {}

    static synchronized void register() throws SQLException {
        if (!isKnown) {
            DriverManager.registerDriver(new org.postgresql.Driver());
            isKnown = true;
        }
    }
}
