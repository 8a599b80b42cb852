package org.tongqu.platform.operate.store.internal;

import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** Connections of the pool that keep writes for {@link org.tongqu.platform.operate.store.Later}. */
final class WaitingSource extends DelegatingDataSource {

    WaitingSource(DataSource pool) {
        super(pool);
    }

    @Override
    public Connection getConnection() throws SQLException {
        return (Connection) Proxy.newProxyInstance(
                WaitingSource.class.getClassLoader(),
                new Class<?>[] {Connection.class},
                new WaitingWrites(super.getConnection()));
    }
}
