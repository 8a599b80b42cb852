package org.tongqu.platform._support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.flywaydb.core.Flyway;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tongqu.platform.operate.start.Progress;
import org.tongqu.servers.CannotStart;
import org.tongqu.servers.DatabaseAddress;
import org.tongqu.servers.Durability;
import org.tongqu.servers.Login;
import org.tongqu.servers.PostgresServer;

/**
 * The PostgreSQL of one test run. Its cluster stays under {@code target/} for the next run, and so does the migrated
 * template, as long as no migration changes; the databases made from it do not.
 */
public final class TestServer {

    private static final int RUNS_AT_ONCE = 8;

    private static final class Shared {
        static final TestServer SERVER = start();
    }

    private final PostgresServer server;
    private final Path folder;
    private final JdbcClient superuser;
    private final String template;
    private final AtomicInteger count = new AtomicInteger();

    private record Started(PostgresServer server, Path folder) {}

    private TestServer(Started started) {
        this.server = started.server();
        this.folder = started.folder();
        this.superuser = JdbcClient.create(source(server.address("postgres").url(), server.superuser()));
        dropWhatEarlierRunsLeft();
        this.template = migratedTemplate();
    }

    public static TestServer shared() {
        return Shared.SERVER;
    }

    /** A copy of the migrated template, made in some milliseconds. */
    public TestDatabase newDatabase() {
        String name = "t_" + count.incrementAndGet();
        superuser
                .sql("CREATE DATABASE " + name + " TEMPLATE " + template + " OWNER tongqu STRATEGY FILE_COPY")
                .update();
        return new TestDatabase(server.address(name), () -> drop(name));
    }

    /** May do everything on this server, e.g. follow a log. */
    public Login superuser() {
        return server.superuser();
    }

    /** The program files of PostgreSQL, for servers that a test starts by itself. */
    Path unpacked() {
        return folder.resolve("postgresql");
    }

    private static TestServer start() {
        Started started = startInFirstFreeFolder();
        Runtime.getRuntime().addShutdownHook(new Thread(started.server()::close, "stop-test-store"));
        return new TestServer(started);
    }

    private static Started startInFirstFreeFolder() {
        CannotStart last = new CannotStart("No folder tried", "");
        for (int run = 1; run <= RUNS_AT_ONCE; run++) {
            try {
                Path folder = Path.of("target", "test-store-" + run).toAbsolutePath();
                return new Started(PostgresServer.start(folder, Durability.THROWAWAY, Progress.silent()), folder);
            } catch (CannotStart e) {
                last = e;
            }
        }
        throw last;
    }

    private void dropWhatEarlierRunsLeft() {
        superuser
                .sql("SELECT datname FROM pg_database WHERE datname LIKE 't\\_%'")
                .query((row, number) -> row.getString(1))
                .list()
                .forEach(this::drop);
    }

    private void drop(String database) {
        superuser.sql("DROP DATABASE IF EXISTS " + database + " WITH (FORCE)").update();
    }

    private String migratedTemplate() {
        String name = "template_" + fingerprintOfMigrations();
        List<String> templates = superuser
                .sql("SELECT datname FROM pg_database WHERE datname LIKE 'template\\_%'")
                .query((row, number) -> row.getString(1))
                .list();
        if (!templates.contains(name)) {
            templates.forEach(this::drop);
            drop("half_template");
            superuser.sql("CREATE DATABASE half_template OWNER tongqu").update();
            migrate(server.address("half_template"));
            superuser.sql("ALTER DATABASE half_template RENAME TO " + name).update();
        }
        return name;
    }

    /** As application.properties tells the platform to. */
    private static void migrate(DatabaseAddress address) {
        Flyway.configure()
                .dataSource(source(address.url(), address.owner()))
                .locations("classpath:db")
                .outOfOrder(true)
                .defaultSchema("operate")
                .createSchemas(true)
                .placeholderReplacement(false)
                .load()
                .migrate();
    }

    private static PGSimpleDataSource source(String url, Login login) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(url);
        source.setUser(login.role());
        source.setPassword(login.password());
        return source;
    }

    private static String fingerprintOfMigrations() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            Resource[] files = new PathMatchingResourcePatternResolver().getResources("classpath*:db/**/*.sql");
            Arrays.sort(files, Comparator.comparing(Resource::getDescription));
            for (Resource file : files) {
                digest.update(file.getContentAsByteArray());
            }
            return HexFormat.of().formatHex(digest.digest(), 0, 8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
