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

    private static DataSource pool(String name, DatabaseAddress address, Environment environment, String besides) {
        HikariConfig pool = new HikariConfig();
        pool.setPoolName(name);
        pool.setJdbcUrl(address.url());
        pool.setUsername(address.application().role());
        pool.setPassword(address.application().password());
        pool.setMaximumPoolSize(environment.getProperty("tongqu.database.connections", Integer.class, 16));
        pool.setMinimumIdle(2);
        pool.setConnectionTimeout(10_000);
        pool.setConnectionInitSql("SET TIME ZONE 'Asia/Shanghai'" + besides);
        pool.addDataSourceProperty("reWriteBatchedInserts", "true");
        pool.addDataSourceProperty("ApplicationName", "tongqu");
        return new HikariDataSource(pool);
    }
}
