package org.tongqu.platform.data.exchange.internal;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;
import org.tongqu.exchange.Login;
import org.tongqu.platform.data.exchange.Run;
import org.tongqu.platform.operate.demo.DemoTable;
import org.tongqu.platform.operate.start.Mode;
import org.tongqu.platform.operate.start.Progress;
import org.tongqu.platform.trust.directory.Directory;
import org.tongqu.platform.trust.directory.Organisation;
import org.tongqu.servers.Durability;
import org.tongqu.servers.PostgresServer;

/**
 * The departments' databases of the demo: a PostgreSQL server of their own beside the store's, with a folder, a port and
 * passwords of its own. It is started some time after the platform serves, fills itself once, and lets the flows begin.
 */
@Component
class Departments implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(Departments.class);
    private static final SecureRandom RANDOM = new SecureRandom();

    private final SystemStore systems;
    private final FlowStore flows;
    private final Directory directory;
    private final Clock clock;
    private final Path data;
    private final Duration after;
    private final boolean isWanted;
    private @Nullable PostgresServer server;
    private boolean isClosed;

    Departments(
            SystemStore systems,
            FlowStore flows,
            Directory directory,
            Mode mode,
            Environment environment,
            Clock clock) {
        this.systems = systems;
        this.flows = flows;
        this.directory = directory;
        this.clock = clock;
        this.data = Path.of(environment.getProperty("tongqu.data", "data"));
        this.after =
                environment.getProperty("tongqu.exchange.departments.after", Duration.class, Duration.ofSeconds(20));
        this.isWanted = mode == Mode.DEMO
                && environment.getProperty("tongqu.demo.load", Boolean.class, true)
                && environment.getProperty("tongqu.exchange.departments", Boolean.class, true);
    }

    /** A row of the table: the system, the kind of organisation whose it is, its database and the schema that it fills. */
    private record Department(String system, String kind, String database, String schema) {}

    @EventListener
    @Order(1)
    void on(ApplicationReadyEvent ready) {
        if (isWanted) {
            CompletableFuture.delayedExecutor(
                            after.toMillis(),
                            TimeUnit.MILLISECONDS,
                            task -> Thread.ofPlatform()
                                    .daemon()
                                    .name("departments")
                                    .priority(Thread.MIN_PRIORITY)
                                    .start(task))
                    .execute(this::open);
        }
    }

    private void open() {
        try {
            if (!start()) {
                return;
            }
            for (var row : DemoTable.rows(Run.class, "departments/departments.csv")) {
                prepare(new Department(row.get(0), row.get(1), row.get(2), row.get(3)));
            }
            flows.wake(clock.instant());
        } catch (SQLException | RuntimeException e) {
            LOG.warn(
                    "The databases of the demo's departments could not be started; nothing flows until the next start",
                    e);
        }
    }

    private synchronized boolean start() {
        if (!isClosed) {
            server = PostgresServer.start(
                    data.resolve("departments"), data.resolve("postgresql"), Durability.BESIDE, Progress.silent());
        }
        return !isClosed;
    }

    /** Each start gives each department another password: it stands in no file, and sealed in the store alone. */
    private void prepare(Department department) throws SQLException {
        var secret = new byte[24];
        RANDOM.nextBytes(secret);
        var password = HexFormat.of().formatHex(secret);
        try (var all = superuser();
                var statement = all.createStatement()) {
            var role = statement.enquoteIdentifier(department.database(), true);
            if (isMissing(all, "SELECT 1 FROM pg_roles WHERE rolname = ?", department.database())) {
                statement.execute("CREATE ROLE " + role + " LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE");
            }
            statement.execute("ALTER ROLE " + role + " PASSWORD " + statement.enquoteLiteral(password));
            if (isMissing(all, "SELECT 1 FROM pg_database WHERE datname = ?", department.database())) {
                statement.execute("CREATE DATABASE " + role + " OWNER " + role);
            }
        }
        var address = running().address(department.database()).url();
        var login = new Login(address, department.database(), password);
        fill(department, login);
        var owner = directory.organisations().stream()
                .filter(organisation -> organisation.kind().equals(department.kind()))
                .findFirst()
                .map(Organisation::code);
        owner.ifPresent(code -> systems.connect(department.system(), code, login));
    }

    private static void fill(Department department, Login login) throws SQLException {
        try (var connection = login.open();
                var statement = connection.createStatement()) {
            if (isMissing(connection, "SELECT 1 FROM pg_namespace WHERE nspname = ?", department.schema())) {
                connection.setAutoCommit(false);
                for (var file : List.of("signs", department.system())) {
                    statement.execute(script(file));
                }
                connection.commit();
            }
        }
    }

    private static String script(String name) {
        var file = "departments/" + name + ".sql";
        try (var in = Objects.requireNonNull(Run.class.getResourceAsStream(file), file)) {
            return new String(in.readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + file, e);
        }
    }

    private Connection superuser() throws SQLException {
        var known = running().superuser();
        return new Login(running().address("postgres").url(), known.role(), known.password()).open();
    }

    private synchronized PostgresServer running() {
        return Objects.requireNonNull(server, "The departments' server was asked before it was started");
    }

    private static boolean isMissing(Connection connection, String query, String name) throws SQLException {
        try (var statement = connection.prepareStatement(query)) {
            statement.setString(1, name);
            try (var found = statement.executeQuery()) {
                return !found.next();
            }
        }
    }

    @Override
    public synchronized void destroy() {
        isClosed = true;
        if (server != null) {
            server.close();
        }
    }
}
