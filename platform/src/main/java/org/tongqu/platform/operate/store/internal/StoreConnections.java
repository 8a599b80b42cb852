package org.tongqu.platform.operate.store.internal;

import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * Connections that take themselves from a pool when they are first asked something, by what they are for by then:
 * those of transactions that only read from the reading pool, all others from the writing one.
 */
final class StoreConnections extends DelegatingDataSource {

    private final DataSource writing;
    private final DataSource reading;

    StoreConnections(DataSource writing, DataSource reading) {
        super(writing);
        this.writing = writing;
        this.reading = reading;
    }

    @Override
    public Connection getConnection() throws SQLException {
        return (Connection) Proxy.newProxyInstance(
                StoreConnections.class.getClassLoader(),
                new Class<?>[] {Connection.class},
                new WaitingWrites(new Bracket(writing, reading)));
    }
}
