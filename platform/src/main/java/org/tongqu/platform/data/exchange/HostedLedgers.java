package org.tongqu.platform.data.exchange;

import java.sql.SQLException;
import org.tongqu.exchange.Login;

/** What departments of the demo without a system of their own keep at the city's (托管台账). Its rows are written by another. */
public interface HostedLedgers {

    /** The database in which they stand. */
    String database();

    /** Writes their rows once, before anything flows from them. */
    void fill(Login login) throws SQLException;
}
