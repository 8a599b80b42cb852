package org.tongqu.platform.data.exchange.internal.departments;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;
import org.tongqu.exchange.Login;
import org.tongqu.platform.data.exchange.HostedLedgers;
import org.tongqu.platform.data.exchange.internal.FlowStore;
import org.tongqu.platform.data.exchange.internal.SystemStore;
import org.tongqu.platform.operate.start.AfterServing;
import org.tongqu.platform.operate.start.Mode;
import org.tongqu.platform.trust.directory.Directory;
import org.tongqu.platform.trust.directory.Organisation;
import org.tongqu.servers.CannotStart;

/**
 * The departments' databases of the demo: servers of their own beside the store's, a PostgreSQL and a MariaDB, each with a
 * folder, a port and passwords of its own. They are started some time after the platform serves, fill themselves once, and
 * let their flows begin. What cannot be started is said, and the rest goes on.
 */
@Component
public class Departments implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(Departments.class);
    private static final SecureRandom RANDOM = new SecureRandom();

    private final SystemStore systems;
    private final FlowStore flows;
    private final Directory directory;
    private final ObjectProvider<HostedLedgers> ledgers;
    private final Clock clock;
    private final Path data;
    private final Path programs;
    private final Duration after;
    private final boolean isWanted;
    private final MariaDbBringing bringing;
    private final List<DepartmentServer> servers = new ArrayList<>();
    private final List<String> answering = new ArrayList<>();
    private volatile @Nullable Missing missing;
    private boolean isClosed;

    Departments(
            SystemStore systems,
            FlowStore flows,
            Directory directory,
            ObjectProvider<HostedLedgers> ledgers,
            Mode mode,
            Environment environment,
            Clock clock) {
        this.ledgers = ledgers;
        this.systems = systems;
        this.flows = flows;
        this.directory = directory;
        this.clock = clock;
        this.data = Path.of(environment.getProperty("tongqu.data", "data"));
        this.programs = Path.of(environment.getProperty(
                "tongqu.exchange.mariadb.programs",
                data.resolve("mariadb-programs").toString()));
        this.after =
                environment.getProperty("tongqu.exchange.departments.after", Duration.class, Duration.ofSeconds(20));
        this.isWanted = mode == Mode.DEMO
                && environment.getProperty("tongqu.demo.load", Boolean.class, true)
                && environment.getProperty("tongqu.exchange.departments", Boolean.class, true);
        this.bringing = new MariaDbBringing(
                List.of(environment.getProperty("tongqu.exchange.mariadb.bring", String[].class, new String[0])));
    }

    /** A server that the demo has to do without. @param systems whose databases it would hold. @param why in words */
    public record Missing(List<String> systems, String why) {
        public Missing {
            systems = List.copyOf(systems);
        }
    }

    /** What the demo has to do without, if anything. */
    public Optional<Missing> missing() {
        return Optional.ofNullable(missing);
    }

    @EventListener
    @Order(1)
    void on(ApplicationReadyEvent ready) {
        if (isWanted) {
            // Until its databases are here again, a flow would only break off.
            flows.postpone(clock.instant().plus(after).plus(Duration.ofMinutes(5)));
            AfterServing.run(after, "departments", () -> {
                open("postgresql", () -> PostgresDepartments.start(data));
                open("mariadb", () -> MariaDbDepartments.start(data, bringing.bring(programs)));
            });
        }
    }

    private void open(String kind, Supplier<DepartmentServer> starting) {
        var departments = Department.of(kind);
        var names = departments.stream().map(Department::system).distinct().toList();
        try {
            if (isClosed()) {
                return;
            }
            var server = starting.get();
            if (!keep(server)) {
                return;
            }
            prepare(server, departments);
            flows.wake(names, answering(names), clock.instant());
        } catch (CannotStart e) {
            var why = e.remedy().isEmpty() ? String.valueOf(e.getMessage()) : e.getMessage() + " " + e.remedy();
            miss(new Missing(names, why));
        } catch (SQLException | RuntimeException e) {
            LOG.warn("The {} of the demo's departments could not be started", kind, e);
            miss(new Missing(names, String.valueOf(e.getMessage())));
        }
    }

    /** Several departments may keep their systems in one schema, into which one password leads. */
    private void prepare(DepartmentServer server, List<Department> departments) throws SQLException {
        Map<String, Login> logins = new HashMap<>();
        for (var department : departments) {
            var place = department.database() + "/" + department.schema();
            var login = logins.get(place);
            if (login == null) {
                login = server.prepare(department, password());
                logins.put(place, login);
                fill(department, login);
            }
            connect(department, login);
        }
    }

    private void fill(Department department, Login login) throws SQLException {
        for (var one : ledgers.orderedStream().toList()) {
            if (one.database().equals(department.database())) {
                one.fill(login);
            }
        }
    }

    private synchronized List<String> answering(List<String> more) {
        answering.addAll(more);
        return List.copyOf(answering);
    }

    private void miss(Missing without) {
        if (!isClosed()) {
            missing = without;
            LOG.warn(
                    "The demo goes on without the databases of {}; their flows stand still until the next start. {}",
                    without.systems(),
                    without.why());
        }
    }

    private synchronized boolean isClosed() {
        return isClosed;
    }

    /** Not when the program is ending: then it is closed at once. */
    private synchronized boolean keep(DepartmentServer server) {
        if (isClosed) {
            server.close();
        } else {
            servers.add(server);
        }
        return !isClosed;
    }

    /** Each start gives each department another password: it stands in no file, and sealed in the store alone. */
    private static String password() {
        var secret = new byte[24];
        RANDOM.nextBytes(secret);
        return HexFormat.of().formatHex(secret);
    }

    private void connect(Department department, Login login) {
        directory.organisations().stream()
                .filter(organisation -> organisation.kind().equals(department.kind()))
                .findFirst()
                .map(Organisation::code)
                .ifPresent(code -> systems.connect(department.system(), code, login));
    }

    @Override
    public void destroy() {
        bringing.close();
        synchronized (this) {
            isClosed = true;
            servers.forEach(DepartmentServer::close);
        }
    }
}
