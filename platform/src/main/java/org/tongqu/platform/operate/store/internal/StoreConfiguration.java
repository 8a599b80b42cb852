package org.tongqu.platform.operate.store.internal;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.flyway.autoconfigure.FlywayDataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.core.env.Environment;
import org.tongqu.servers.DatabaseAddress;

/** Two ways into the store: the owner migrates at start, the application works ever after. */
@Configuration(proxyBeanMethods = false)
class StoreConfiguration {

    private static final int PER_PROCESSOR = 3;
    private static final int FEWEST = 6;
    private static final int MOST = 32;

    @Bean
    DatabaseAddress databaseAddress(StoreSource source) {
        return source.address();
    }

    @Bean(defaultCandidate = false)
    @FlywayDataSource
    DataSource ownerDataSource(DatabaseAddress address) {
        PGSimpleDataSource owner = new PGSimpleDataSource();
        owner.setUrl(address.url());
        owner.setUser(address.owner().role());
        owner.setPassword(address.owner().password());
        return owner;
    }

    @Bean
    @Primary
    DataSource dataSource(@Qualifier("pool") DataSource pool, @Qualifier("readingPool") DataSource reading) {
        return new StoreConnections(pool, reading);
    }

    @Bean(defaultCandidate = false)
    DataSource pool(DatabaseAddress address, Environment environment) {
        return pool("store", address, environment, "");
    }

    /** Of transactions that only read; the server itself refuses writes on it. */
    @Bean(defaultCandidate = false)
    DataSource readingPool(DatabaseAddress address, Environment environment) {
        return pool("store-reading", address, environment, "; SET default_transaction_read_only = on");
    }

    /**
     * More sessions than the processors can serve only wait for each other at the server, and take the processor from
     * whoever wants a page that asks nothing: of sixteen sessions on two processors the slowest of a hundred looked at
     * the home page took 46 ms, of six 29.
     */
    private static int connections(Environment environment) {
        var named = environment.getProperty("tongqu.database.connections", "");
        return named.isBlank()
                ? Math.clamp(Runtime.getRuntime().availableProcessors() * PER_PROCESSOR, FEWEST, MOST)
                : Integer.parseInt(named.strip());
    }

    private static DataSource pool(String name, DatabaseAddress address, Environment environment, String besides) {
        HikariConfig pool = new HikariConfig();
        pool.setPoolName(name);
        pool.setJdbcUrl(address.url());
        pool.setUsername(address.application().role());
        pool.setPassword(address.application().password());
        pool.setMaximumPoolSize(connections(environment));
        pool.setMinimumIdle(2);
        pool.setConnectionTimeout(10_000);
        pool.setConnectionInitSql("SET TIME ZONE 'Asia/Shanghai'" + besides);
        pool.addDataSourceProperty("reWriteBatchedInserts", "true");
        pool.addDataSourceProperty("ApplicationName", "tongqu");
        return new HikariDataSource(pool);
    }
}
