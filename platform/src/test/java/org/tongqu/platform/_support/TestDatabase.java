package org.tongqu.platform._support;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.tongqu.servers.DatabaseAddress;
import org.tongqu.servers.Login;

/** A migrated database that nobody else uses. */
public final class TestDatabase implements AutoCloseable {

    private final DatabaseAddress address;
    private final HikariDataSource application;
    private final HikariDataSource owner;
    private final TransactionTemplate transactions;
    private final Runnable drop;

    TestDatabase(DatabaseAddress address, Runnable drop) {
        this.address = address;
        this.application = pool(address, address.application(), 16);
        this.owner = pool(address, address.owner(), 2);
        this.transactions = new TransactionTemplate(new JdbcTransactionManager(application));
        this.drop = drop;
    }

    private static HikariDataSource pool(DatabaseAddress address, Login login, int connections) {
        HikariConfig pool = new HikariConfig();
        pool.setJdbcUrl(address.url());
        pool.setUsername(login.role());
        pool.setPassword(login.password());
        pool.setMaximumPoolSize(connections);
        pool.setMinimumIdle(0);
        pool.setInitializationFailTimeout(-1);
        pool.setConnectionInitSql("SET TIME ZONE 'Asia/Shanghai'");
        pool.addDataSourceProperty("reWriteBatchedInserts", "true");
        return new HikariDataSource(pool);
    }

    public DatabaseAddress address() {
        return address;
    }

    /** As the platform itself sees the database: rows, but no tables to change. */
    public JdbcClient asApplication() {
        return JdbcClient.create(application);
    }

    /** As the migrations see it; for arranging what the application may not do. */
    public JdbcClient asOwner() {
        return JdbcClient.create(owner);
    }

    /** The application's connections; statements of {@link #asApplication} join a transaction begun here. */
    public DataSource dataSource() {
        return application;
    }

    public TransactionTemplate transactions() {
        return transactions;
    }

    @Override
    public void close() {
        application.close();
        owner.close();
        drop.run();
    }
}
