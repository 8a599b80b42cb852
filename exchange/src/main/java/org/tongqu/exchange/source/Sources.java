package org.tongqu.exchange.source;

import java.sql.SQLException;
import org.tongqu.engines.exchanges.Connector;
import org.tongqu.engines.exchanges.Flow;
import org.tongqu.exchange.Drivers;
import org.tongqu.exchange.Login;
import org.tongqu.kernel.Outcome;

/** Opens the source of a flow by the connector it names. */
public final class Sources {

    private Sources() {}

    public static Outcome<SourceTable, MissingDriver> open(Flow flow, Login login) throws SQLException {
        var connector = flow.source().connector();
        if (connector == Connector.FILES) {
            return Outcome.done(FileTable.of(flow, login));
        }
        if (!Drivers.isThere(connector)) {
            return Outcome.refused(MissingDriver.of(connector));
        }
        return Outcome.done(
                switch (connector) {
                    case POSTGRESQL -> PostgresSource.of(flow, login);
                    case MARIADB -> JdbcSource.of(flow, login, new MariaDbDialect());
                    case OCEANBASE -> JdbcSource.of(flow, login, StandardDialect.quotingWith("`"));
                    case KINGBASE, DAMENG, GAUSSDB, OPENGAUSS, SQLSERVER, ORACLE ->
                        JdbcSource.of(flow, login, StandardDialect.quotingWith("\""));
                    case FILES -> throw new IllegalStateException("Files need no driver");
                });
    }
}
